import { type Instant, minute } from '#core/time/instant.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Present } from '#store/presence/presence.ts'

/** Who else has the case open, and what they did in it just now. */
export function PresentLine({
  present,
  now,
}: {
  readonly present: readonly Present[]
  readonly now: Instant
}): Raw {
  return (
    <div data-live="present" class={present.length > 0 ? 'kept-present' : undefined} role="status">
      {present.map((each) => (
        <p>{presentWords(each, now)}</p>
      ))}
    </div>
  )
}

/** “Ann Archer has this case open, and recorded something 2 minutes ago.” */
function presentWords({ name, recordedAt }: Pick<Present, 'name' | 'recordedAt'>, now: Instant): string {
  if (recordedAt === null) return `${name} has this case open.`
  const minutes = Math.floor(Math.max(0, now - recordedAt) / minute)
  const ago = minutes === 0 ? 'just now' : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago`
  return `${name} has this case open, and recorded something ${ago}.`
}
