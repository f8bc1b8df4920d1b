import type { Acting } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import { absencesIn } from '#store/diaries/absences.ts'
import type { PlaceNamed, StaffShown } from '#store/masters/names.ts'
import type { Store } from '#store/store.ts'
import { whereWords } from '../diary/words.ts'
import { shortMoment } from '../times.ts'

/** Where somebody can be spoken with, though they are not at their desk. */
const reachable: ReadonlySet<string> = new Set(['home-working', 'other-office'])

/** Who cannot be spoken with now, until when, and whom one may turn to meanwhile: to be told before a caller waits for them. */
export async function absentNow(
  store: Store,
  acting: Acting,
  { staff, teams }: { readonly staff: readonly StaffShown[]; readonly teams: readonly PlaceNamed[] },
): Promise<ReadonlyMap<string, string>> {
  const now = store.now()
  const read = await absencesIn(store, acting, { from: now, to: now + 1 })
  const going = (isRefused(read) ? [] : read).filter(
    ({ endedAt, where }) => endedAt === null && !reachable.has(where),
  )
  return new Map(
    going.map(({ staffId, where, toAt, alternativeStaffId, alternativeTeamId }) => {
      const until = `${whereWords(where).toLowerCase()} until ${shortMoment(toAt, now)}`
      const person = staff.find((each) => each.staffId === alternativeStaffId)?.name
      const instead = person ?? teams.find(({ id }) => id === alternativeTeamId)?.name
      return [staffId, instead === undefined ? until : `${until}, meanwhile ${instead}`]
    }),
  )
}
