import type { Raw } from '#http/html/raw.ts'
import type { SessionShown } from '#store/people/my-sessions.ts'
import { momentText } from '../times.ts'

/** A session in words: which browser, since when, and when it was last seen. */
export function SessionWords({
  session: { browser, madeAt, seenAt },
}: {
  readonly session: SessionShown
}): Raw {
  return (
    <div>
      <p>
        <strong>{browser}</strong>
      </p>
      <p class="small">{`Signed in ${momentText(madeAt)}, last seen ${momentText(seenAt)}`}</p>
    </div>
  )
}
