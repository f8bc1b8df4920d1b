import type { CaseEvent } from '#core/ledger/event.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import type { Transaction } from '../database.ts'
import { type CaseRow, lockCases } from '../ledger/case-row.ts'
import { readTold } from '../ledger/recompute.ts'
import { toldBy, write } from '../ledger/write.ts'
import type { Store } from '../store.ts'
import type { CaseToLoad, RejectedEvents } from './case-to-load.ts'
import { mostEventsACase } from './keepable.ts'
import type { Preparing } from './prepare.ts'

/** What adding to cases came to. */
export interface Appended {
  readonly events: number
  /** Events on record already under the same type and id. */
  readonly again: number
  readonly rejected: readonly RejectedEvents[]
}

/** Adds events to cases that are there, each as if it had been recorded by itself; what is on record by its id is not added. */
export async function appendToCases(
  tx: Transaction,
  store: Store,
  cases: readonly CaseToLoad[],
  { actor }: Preparing,
): Promise<Appended> {
  let added = 0
  let again = 0
  const rejected: RejectedEvents[] = []
  for (const { caseId, events } of cases) {
    const [row] = await tx.run(lockCases, [tx.acting.landlord, [caseId]])
    if (row === undefined) throw new Error(`the case ${caseId} was there, and then was not`)
    const known = namesOf((await readTold(tx, [caseId])).get(caseId) ?? [])
    const fresh = events.filter((event) => !known.has(nameOf(event)))
    again += events.length - fresh.length
    const because = faultOf(row, fresh)
    if (because !== undefined) rejected.push({ caseId, events: fresh, because })
    else if (fresh.length > 0) {
      await write(
        tx,
        store,
        row,
        fresh.map((event) => toldBy(actor, event)),
      )
      added += fresh.length
    }
  }
  return { events: added, again, rejected }
}

function faultOf({ kind, version }: CaseRow, events: readonly CaseEvent[]): Refusal | undefined {
  const other = events.find((event) => event.kind !== kind)
  if (other !== undefined)
    return refuse(
      `the case on record is of the kind ${kind}, not ${other.kind}`,
      'give the other one an id of its own',
    )
  if (version + events.length > mostEventsACase)
    return refuse(
      `the case would have over ${mostEventsACase} events`,
      'give each thing that happens a case of its own',
    )
  return undefined
}

/** Two events of one type and id are one that was told twice; one without an id cannot be told from another. */
function nameOf({ type, id }: CaseEvent): string {
  return id === undefined ? '' : `${type} ${id}`
}

function namesOf(events: readonly CaseEvent[]): ReadonlySet<string> {
  return new Set(events.filter(({ id }) => id !== undefined).map(nameOf))
}
