import type { Instant } from '#core/time/instant.ts'
import type { ToldEvent } from '#store/case-page/entries.ts'
import type { Names } from '#store/case-page/names-in.ts'
import { actorWords } from './who-words.ts'

/** From when somebody had the case, and who gave it to them. */
export interface Had {
  readonly from: Instant
  readonly who: string
  readonly by: string
}

/** Who has a case, in words: a person of a team, a team, a contractor, or nobody. */
export function whoWords({ team, holder, contractor }: Whose, names: Names): string {
  const nameOf = (id: string | null | undefined) =>
    id === null || id === undefined ? undefined : (names.get(id) ?? id)
  const parts = [nameOf(holder), nameOf(team)].filter((part) => part !== undefined)
  const ours = parts.join(', ')
  const theirs = nameOf(contractor)
  if (theirs === undefined) return ours === '' ? 'Nobody' : ours
  return ours === '' ? `${theirs} (contractor)` : `${ours}; the job is ${theirs}’s`
}

interface Whose {
  readonly team?: string | null | undefined
  readonly holder?: string | null | undefined
  readonly contractor?: string | null | undefined
}

/** Everybody who had the case, the latest first. A referral with its assignment is one handing over. */
export function whoHadIt(told: readonly ToldEvent[], names: Names): readonly Had[] {
  const handings = told
    .filter(
      ({ told: { type }, standing }) =>
        isHanding(type) && (standing === 'counts' || standing === 'corrected'),
    )
    .toSorted((a, b) => a.at - b.at || a.told.sequence - b.told.sequence)
  return handings
    .filter(({ told: { type }, at }, place) => type !== 'referred' || handings[place + 1]?.at !== at)
    .map(({ told: event, at, data }) => ({
      from: at,
      who: whoWords(
        { team: text(data['team']), holder: text(data['holder']), contractor: text(data['contractor']) },
        names,
      ),
      by: actorWords(event.actor, names),
    }))
    .toReversed()
}

function isHanding(type: string): boolean {
  return type === 'case-assigned' || type === 'referred'
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
