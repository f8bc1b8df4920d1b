import type { ReturnValue } from '#core/duties/returns-due.ts'
import type { Instant } from '#core/time/instant.ts'
import { monthOf } from '#core/time/period.ts'
import type { Zone } from '#core/time/zone.ts'
import type { Transaction } from '../database.ts'
import { eventName } from '../duties/event-name.ts'
import type { DutyOwner } from '../duties/owners.ts'
import { firstFact, recordsOf } from '../ledger/figures.ts'
import { statement } from '../statement.ts'
import { uncheckedReturns } from './unchecked.ts'

/** A figure that stands in the ledger and counts: it was checked, or came with a landlord’s past. */
export interface CheckedReturn extends ReturnValue {
  readonly caseId: string
  /** By what a correction calls it. */
  readonly event: string
  readonly at: Instant
  readonly source: string
  readonly author: string
  readonly checker: string
  /** It counts though nobody here has checked it: it came with a landlord’s past. */
  readonly isUnchecked: boolean
}

/** A figure that was typed in and waits for somebody else to check it. */
export interface WaitingReturn extends ReturnValue {
  readonly returnId: string
  readonly source: string
  readonly wordsId: string | null
  /** The fact that it is to put right. */
  readonly corrects: string | null
  readonly authorId: string
  readonly proposedAt: Instant
}

/** Every figure that counts as it stands now, corrections put in. */
export async function checkedReturns(
  tx: Transaction,
  zone: Zone,
  asOf: Instant,
): Promise<readonly CheckedReturn[]> {
  const [known] = await tx.run(firstFact, [tx.acting.landlord])
  if (known === undefined || known.first_at === null) return []
  const { records } = await recordsOf(tx, known.first_at, asOf)
  const isUnchecked = await uncheckedReturns(tx)
  return records.flatMap((record) => {
    const { type, id, at, case: caseId, data } = record
    const { name, value } = data
    if (type !== 'return-recorded' || typeof name !== 'string' || typeof value !== 'number') return []
    return {
      name,
      value,
      month: monthOf(zone.dayOf(at)),
      caseId,
      event: eventName({ id, type, at }),
      at,
      source: textOf(data['source']),
      author: textOf(data['author']),
      checker: textOf(data['checker']),
      isUnchecked: isUnchecked(record),
    }
  })
}

/** Every figure that waits for its check. */
export function waitingReturns(tx: Transaction): Promise<readonly WaitingReturn[]> {
  return tx.run(waitingRows, [tx.acting.landlord])
}

/** Every how many months a return comes, where that was set. */
export function everyOf(owners: ReadonlyMap<string, DutyOwner>): ReadonlyMap<string, number> {
  return new Map([...owners.values()].map(({ name, everyMonths }) => [name, everyMonths ?? 1]))
}

/** A field that holds somebody’s id or a code, as text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const waitingRows = statement<WaitingReturn>(
  'returns-waiting',
  `select return_id as "returnId", name, month, value, source, words_id as "wordsId", corrects, author_id as "authorId",
          proposed_at as "proposedAt"
     from returns where landlord = $1 and state = 'proposed' order by name, month, proposed_at, return_id limit 10000`,
)
