import type { Acting } from '#core/people/acting.ts'
import { type PromiseOfEdition, promisesOf } from '#core/promises/edition.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type Instant, utcDay } from '#core/time/instant.ts'
import { type Restriction, restrictionsOf } from '../casework/restrictions.ts'
import { clockColumns, type ClockRow } from '../ledger/clock-row.ts'
import { asItStands, type CaseShown, caseColumns } from '../ledger/read-case.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { byCase, type DueCase } from '../today/due-groups.ts'

/** Something that happened with a customer: a contact from them, or something sent to them. */
export interface Passed {
  readonly caseId: string
  readonly kind: string
  readonly type: string
  readonly at: Instant
  readonly channel: string | null
}

/** What there is about a customer beside who they are: facts alone. */
export interface CustomerFile {
  readonly asOf: Instant
  readonly promises: readonly PromiseOfEdition[]
  readonly due: readonly DueCase[]
  readonly cases: readonly CaseShown[]
  readonly contacts: readonly Passed[]
  readonly sent: readonly Passed[]
  /** In which ways they may not get in touch for now, by the cases in which it was said. */
  readonly restrictions: readonly Restriction[]
}

/** The most rows of each part of the page. */
export const mostOfPart = 20

/** Reads what there is about a customer, each part the latest first and bounded. */
export function readCustomerFile(
  store: Store,
  acting: Acting,
  customerId: string,
): Promise<CustomerFile | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const asOf = store.now()
    const whose = [acting.landlord, customerId, acting.contractorId ?? null, mostOfPart]
    const clocks = await tx.run(dueOfCustomer, whose)
    const passed = await tx.run(passedWith, [...whose, contacts, sent])
    return {
      asOf,
      promises: promisesOf(terms.editions),
      due: byCase(clocks.map((clock) => asItStands(clock, asOf))),
      cases: await tx.run(casesOfCustomer, whose),
      contacts: passed.filter(({ type }) => contacts.includes(type)),
      sent: passed.filter(({ type }) => sent.includes(type)),
      restrictions: await restrictionsOf(tx, [customerId], Math.floor(asOf / utcDay)),
    }
  })
}

/** By which somebody gets in touch. */
const contacts: readonly string[] = [
  'contact-received',
  'call-offered',
  'visitor-arrived',
  'complaint-received',
  'repair-reported',
  'asb-reported',
  'access-requested',
  'format-requested',
  'appointment-requested',
  'compliment-received',
  'comment-received',
]

/** By which something reaches them. */
const sent: readonly string[] = [
  'acknowledgement-sent',
  'reply-sent',
  'holding-reply-sent',
  'complaint-acknowledged',
  'complaint-extended',
  'complaint-answered',
  'feedback-answered',
  'format-sent',
  'access-given',
  'access-refused',
  'customer-told',
  'progress-told',
]

const dueOfCustomer = statement<ClockRow>(
  'due-of-customer',
  `select ${clockColumns} from clocks k
    where landlord = $1 and ended_at is null and ($3::text is null or contractor_id = $3)
      and case_id in (select case_id from cases where landlord = $1 and customer_id = $2 and is_open)
    order by keeps_until, case_id, promise, n limit $4 * 3`,
)

const casesOfCustomer = statement<CaseShown>(
  'cases-of-customer-latest',
  `select ${caseColumns} from cases
    where landlord = $1 and customer_id = $2 and ($3::text is null or contractor_id = $3)
    order by is_open desc, last_at desc nulls last, case_id desc limit $4`,
)

/** The latest of each sort, in the cases in which something happened last. */
const passedWith = statement<Passed>(
  'passed-with-customer',
  `with recent as materialized (
     select case_id, kind from cases
      where landlord = $1 and customer_id = $2 and ($3::text is null or contractor_id = $3)
      order by last_at desc nulls last, case_id desc limit 200),
   passed as (
     select e.case_id, r.kind, e.type, e.occurred_at, e.data ->> 'channel' as channel,
            row_number() over (partition by e.type = any ($5::text[]) order by e.occurred_at desc, e.case_id) as place
       from recent r join events e on e.landlord = $1 and e.case_id = r.case_id
      where e.type = any ($5::text[] || $6::text[]))
   select case_id as "caseId", kind, type, occurred_at as at, channel from passed
    where place <= $4 order by occurred_at desc, case_id`,
)
