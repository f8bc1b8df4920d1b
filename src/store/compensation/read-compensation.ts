import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { EventRow } from '../ledger/event-row.ts'
import { eventOf } from '../ledger/event-row.ts'
import { textIn } from '../ledger/case-facts.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

export type CompensationState = 'found' | 'offered' | 'accepted' | 'declined' | 'paid'

/** One case of compensation, as far as it has come. */
export interface CompensationRow {
  readonly caseId: string
  readonly customerId: string | null
  /** The promise that was not kept, and in which case; history may leave them out. */
  readonly promise: string | undefined
  readonly ofCase: string | undefined
  readonly state: CompensationState
  readonly foundAt: Instant
  /** When it came to its state. */
  readonly stateAt: Instant
  /** What was offered, or paid where it was. */
  readonly pence: number | undefined
  readonly reason: string | undefined
}

/** More than this in a year are told to be so, and not shown. */
const most = 2_000

/** Everything owed, offered and paid in cases in which something happened since, the latest first. */
export function readCompensation(
  store: Store,
  acting: Acting,
  { since, ofCase }: { readonly since?: Instant; readonly ofCase?: string } = {},
): Promise<readonly CompensationRow[] | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    if (acting.contractorId !== undefined) return []
    const rows =
      ofCase === undefined
        ? await tx.run(compensationSince, [acting.landlord, instantText(since) ?? '-infinity', most])
        : await tx.run(compensationOfCase, [acting.landlord, ofCase])
    const byCase = Map.groupBy(rows, ({ case_id }) => case_id)
    return [...byCase.values()].flatMap((events) => {
      const [first] = events
      const effective = effectiveEvents(events.map(eventOf), store.now()).events
      const row = first && compensationIn(effective)
      return row === undefined
        ? []
        : [{ caseId: first?.case_id ?? '', customerId: first?.customer_id ?? null, ...row }]
    })
  })
}

const stateAfter: ReadonlyMap<string, CompensationState> = new Map([
  ['entitlement-found', 'found'],
  ['compensation-offered', 'offered'],
  ['compensation-accepted', 'accepted'],
  ['compensation-declined', 'declined'],
  ['compensation-paid', 'paid'],
])

function compensationIn(events: readonly CaseEvent[]) {
  const told = events.filter(({ type }) => stateAfter.has(type))
  const [first] = told
  const last = told.at(-1)
  if (first === undefined || last === undefined) return undefined
  const found = told.find(({ type }) => type === 'entitlement-found')
  const amount = told.findLast(({ data }) => typeof data['pence'] === 'number')
  return {
    promise: textIn(found, 'promise'),
    ofCase: textIn(found, 'case'),
    state: stateAfter.get(last.type) ?? 'found',
    foundAt: first.at,
    stateAt: last.at,
    pence: amount === undefined ? undefined : Number(amount.data['pence']),
    reason: textIn(last, 'reason'),
  }
}

type Row = EventRow & { readonly customer_id: string | null }

const columns = `e.case_id, e.sequence, e.kind, e.type, e.event_id, e.occurred_at, e.recorded_at, e.actor, e.data, c.customer_id`

const compensationSince = statement<Row>(
  'compensation-since',
  `with latest as (select case_id, customer_id, last_at from cases
      where landlord = $1 and kind = 'compensation' and merged_into is null and last_at >= $2
      order by last_at desc, case_id desc limit $3)
   select ${columns} from latest c join events e on e.landlord = $1 and e.case_id = c.case_id
    order by c.last_at desc, c.case_id desc, e.sequence`,
)

const compensationOfCase = statement<Row>(
  'compensation-of-case',
  `select ${columns} from cases c join events e on e.landlord = c.landlord and e.case_id = c.case_id
    where c.landlord = $1 and c.case_id in (
      select case_id from events where landlord = $1 and type = 'entitlement-found' and data ->> 'case' = $2)
    order by c.case_id, e.sequence`,
)
