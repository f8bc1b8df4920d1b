import type { ObservedItem } from '#core/observations/observed-item.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Transaction } from '../database.ts'
import { recordDutyDone } from '../duties/duty-done.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText, instantText } from '../types.ts'
import { itemsNow } from './items-now.ts'
import { openRound, programmeRound } from './programme-rows.ts'

/** When a round is, and how many observations it is to have. */
export interface RoundToBegin {
  readonly firstOn: Day
  readonly lastOn: Day
  readonly wanted: number
}

/** The most observations of one round. */
const mostWanted = 5_000
/** A round of more days is a programme of its own. */
const mostDays = 1_100

/**
 * Begins the next round of a programme whose last one is closed. It judges the same items as the last, or those that are named: in the
 * words of the edition in force now.
 */
export async function beginRound(
  store: Store,
  acting: Acting,
  asked: RoundToBegin & { readonly programmeId: string; readonly items?: readonly string[] },
): Promise<{ readonly round: number } | Refused> {
  const fault = roundFault(asked)
  if (fault !== undefined) return fault
  return store.database.transact(acting, 'returns.write', async (tx) => {
    await tx.run(lockProgramme, [acting.landlord, asked.programmeId])
    const found = await programmeRound(tx, asked.programmeId)
    if (isRefused(found)) return found
    if (found.round.closedAt === null)
      return refused('not valid', 'the round before is not closed', 'close it first')
    const { programme } = found
    if (programme.endedAt !== null)
      return refused('not valid', 'this programme was ended', 'set up another programme')
    const names = asked.items ?? programme.items.map(({ item }) => item)
    const items = await itemsNow(tx, store, { instrument: programme.instrument, items: names })
    if (isRefused(items)) return items
    const round = found.round.round + 1
    await insertRound(tx, { ...asked, round, items })
    return { round }
  })
}

/** Ends a programme whose last round is closed: it comes round no more, and what it found stays. */
export function endProgramme(
  store: Store,
  acting: Acting,
  { programmeId }: { readonly programmeId: string },
): Promise<{ readonly programmeId: string } | Refused> {
  return store.database.transact(acting, 'returns.write', async (tx) => {
    await tx.run(lockProgramme, [acting.landlord, programmeId])
    const found = await programmeRound(tx, programmeId)
    if (isRefused(found)) return found
    if (found.round.closedAt === null)
      return refused('not valid', 'a round of it is still open', 'close the round first')
    await tx.run(endRow, [acting.landlord, programmeId, instantText(store.now())])
    return { programmeId }
  })
}

/**
 * Closes the latest round: no sheet of it can be sent any more. With `evidence`, it is recorded that the duty of the pack was
 * done, with what shows it.
 */
export function closeRound(
  store: Store,
  acting: Acting,
  asked: { readonly programmeId: string; readonly evidence?: { readonly note: string } },
): Promise<{ readonly evidenceCase: string | null } | Refused> {
  return store.database.transact(acting, 'returns.write', async (tx) => {
    await tx.run(lockProgramme, [acting.landlord, asked.programmeId])
    const found = await openRound(tx, asked.programmeId)
    if (isRefused(found)) return found
    const { programme, round } = found
    const evidenceCase =
      asked.evidence === undefined ? null : await recordEvidence(tx, store, programme, asked.evidence)
    if (isRefused(evidenceCase)) return evidenceCase
    const { landlord, by } = acting
    const at = instantText(store.now())
    await tx.run(closeRow, [landlord, programme.programmeId, round.round, at, by, evidenceCase])
    await tx.run(dropDraftsOfRound, [landlord, programme.programmeId, round.round])
    return { evidenceCase }
  })
}

/** Why a round cannot be as it was asked for. */
export function roundFault({ firstOn, lastOn, wanted }: RoundToBegin): Refused | undefined {
  if (lastOn < firstOn)
    return refused('not valid', 'the last day comes before the first', 'choose a later day', '/last-on')
  if (lastOn - firstOn > mostDays)
    return refused(
      'not valid',
      'a round is three years long at the most',
      'choose an earlier day',
      '/last-on',
    )
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > mostWanted)
    return refused('not valid', `how many is a whole number from 1 to ${mostWanted}`, 'write one', '/wanted')
  return undefined
}

interface RoundToWrite extends RoundToBegin {
  readonly programmeId: string
  readonly round: number
  readonly items: readonly ObservedItem[]
}

/** Writes a round of a programme. */
export async function insertRound(
  tx: Transaction,
  { programmeId, round, firstOn, lastOn, wanted, items }: RoundToWrite,
): Promise<void> {
  await tx.run(insertRoundRow, [
    tx.acting.landlord,
    programmeId,
    round,
    dayText(firstOn),
    dayText(lastOn),
    wanted,
    JSON.stringify(items),
  ])
}

async function recordEvidence(
  tx: Transaction,
  store: Store,
  { duty, dutyPromise }: { readonly duty: string | null; readonly dutyPromise: string | null },
  { note }: { readonly note: string },
): Promise<string | Refused> {
  if (duty === null)
    return refused('not valid', 'this programme shows no duty', 'close the round without evidence')
  return recordDutyDone(tx, store, { duty, promise: dutyPromise, note })
}

/** Two writers of one programme come one after the other. */
export const lockProgramme = statement(
  'lock-observation-programme',
  'select 1 from observation_programmes where landlord = $1 and programme_id = $2 for update',
)

const insertRoundRow = statement(
  'insert-observation-round',
  `insert into observation_rounds (landlord, programme_id, round, first_on, last_on, wanted, items)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)

const endRow = statement(
  'end-observation-programme',
  `update observation_programmes set ended_at = $3 where landlord = $1 and programme_id = $2 and ended_at is null`,
)

const closeRow = statement(
  'close-observation-round',
  `update observation_rounds set closed_at = $4, closed_by = $5, evidence_case = $6
    where landlord = $1 and programme_id = $2 and round = $3`,
)

// What was filled in and never sent is of no use any more, and it is words.
const dropDraftsOfRound = statement(
  'drop-observation-drafts-of-round',
  `delete from observation_drafts d using observation_sheets s
    where d.landlord = $1 and s.landlord = $1 and s.sheet_id = d.sheet_id and s.programme_id = $2 and s.round = $3`,
)
