import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { type CaseShown, caseOf } from '../ledger/read-case.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { logAccess } from '../words/access-log.ts'

/** Somebody a letter goes to. */
export interface Recipient {
  readonly customerId: string
  readonly name: string
  readonly title: string | null
  readonly email: string | null
  readonly mobile: string | null
  /** Where letters go: their own address for letters, or their home. */
  readonly address: string | null
}

export interface LetterCustomer extends Recipient {
  readonly preferredChannel: string | null
  readonly copyToRepresentative: boolean
}

/** Who writes, and from where. */
export interface LetterWriter {
  readonly name: string
  readonly jobTitle: string | null
  readonly directDial: string | null
  readonly email: string | null
  readonly officeName: string | null
  readonly officeAddress: string | null
  readonly officeTelephone: string | null
}

/** What a letter in a case is made of. */
export interface LetterGround {
  readonly case: CaseShown
  /** Nobody where the case has no customer, or theirs was erased. */
  readonly customer?: LetterCustomer
  /** What they need in order to read us, such as `large-print`. */
  readonly needs: readonly string[]
  /** Who speaks for them and is to have a copy. */
  readonly copiesTo: readonly Recipient[]
  readonly writer: LetterWriter | undefined
  readonly receivedAt: Instant | null
  /** When the next promise in the case falls due: a date, or a moment. */
  readonly dueOn: Day | null
  readonly dueAt: Instant | null
}

/** Everything that is put into letters of a case, for whoever writes them; the reading is written down. */
export function readLetterGround(
  store: Store,
  acting: Acting,
  caseId: string,
): Promise<LetterGround | Refused> {
  return store.database.transact(acting, 'customers.read', (tx) => letterGroundIn(tx, store, caseId))
}

async function letterGroundIn(
  tx: Transaction,
  store: Store,
  caseId: string,
): Promise<LetterGround | Refused> {
  const { landlord, staffId = null } = tx.acting
  const row = await caseOf(tx, caseId)
  if (isRefused(row)) return row
  const { customer_id: id } = row
  const now = instantText(store.now())
  const [customer] = id === null ? [] : await tx.run(customerOfLetter, [landlord, id])
  const needs = id === null ? [] : await tx.run(needsOfLetter, [landlord, id, now])
  const copied =
    customer?.copyToRepresentative === true || needs.some(({ need }) => need === 'third-party-copied')
  const copiesTo = id === null || !copied ? [] : await tx.run(copiesOfLetter, [landlord, id, now])
  const [writer] = await tx.run(writerOfLetter, [landlord, staffId])
  const [times] = await tx.run(timesOfLetter, [landlord, caseId, receivedTypes])
  if (customer !== undefined)
    await logAccess(tx, {
      what: 'address',
      customerIds: [customer.customerId, ...copiesTo.map(({ customerId }) => customerId)],
      caseId,
      why: 'writing a letter',
    })
  return {
    case: row,
    ...(customer !== undefined && { customer }),
    needs: needs.map(({ need }) => need),
    copiesTo,
    writer,
    receivedAt: times?.receivedAt ?? null,
    dueOn: times?.dueOn ?? null,
    dueAt: times?.dueAt ?? null,
  }
}

const receivedTypes = [
  'contact-received',
  'complaint-received',
  'access-requested',
  'repair-reported',
  'asb-reported',
  'comment-received',
  'compliment-received',
]

const recipient = `c.customer_id as "customerId", n.name, n.title, d.email, d.mobile,
  coalesce(nullif(concat_ws(E'\\n', d.address, d.postcode), ''),
           (select concat_ws(E'\\n', h.address, h.postcode) from tenancy_customers tc
              join tenancies t on t.landlord = tc.landlord and t.tenancy_id = tc.tenancy_id
              join homes h on h.landlord = t.landlord and h.home_id = t.home_id
             where tc.landlord = c.landlord and tc.customer_id = c.customer_id and t.ended_on is null
             order by t.started_on desc nulls last limit 1)) as address`

const named = `join customer_names n on n.landlord = c.landlord and n.customer_id = c.customer_id
  left join contact_details d on d.landlord = c.landlord and d.customer_id = c.customer_id`

const customerOfLetter = statement<LetterCustomer>(
  'customer-of-letter',
  `select ${recipient}, c.preferred_channel as "preferredChannel", c.copy_to_representative as "copyToRepresentative"
     from customers c ${named} where c.landlord = $1 and c.customer_id = $2`,
)

const needsOfLetter = statement<{ readonly need: string }>(
  'needs-of-letter',
  `select distinct need from communication_needs
    where landlord = $1 and customer_id = $2
      and (ended_on is null or ended_on > ($3::timestamptz at time zone 'Europe/London')::date)
    order by need limit 50`,
)

// Authority to see a copy is authority that holds today.
const copiesOfLetter = statement<Recipient>(
  'copies-of-letter',
  `select distinct on (c.customer_id) ${recipient}
     from representatives r
     join customers c on c.landlord = r.landlord and c.customer_id = r.representative_id ${named}
    where r.landlord = $1 and r.customer_id = $2
      and coalesce(r.valid_from, '-infinity') <= ($3::timestamptz at time zone 'Europe/London')::date
      and coalesce(r.valid_until, 'infinity') >= ($3::timestamptz at time zone 'Europe/London')::date
    order by c.customer_id limit 5`,
)

const writerOfLetter = statement<LetterWriter>(
  'writer-of-letter',
  `select s.name, s.job_title as "jobTitle", s.direct_dial as "directDial", s.email, o.name as "officeName",
          nullif(concat_ws(E'\\n', o.address, o.postcode), '') as "officeAddress", o.telephone as "officeTelephone"
     from staff s
     left join lateral (
       select * from offices each where each.landlord = s.landlord
          and (each.office_id = s.office_id or (s.office_id is null and each.ended_on is null))
        order by each.office_id limit 1) o on true
    where s.landlord = $1 and s.staff_id = $2`,
)

const timesOfLetter = statement<{
  readonly receivedAt: Instant | null
  readonly dueOn: Day | null
  readonly dueAt: Instant | null
}>(
  'times-of-letter',
  `select (select max(e.occurred_at) from events e
            where e.landlord = $1 and e.case_id = $2 and e.type = any ($3::text[])) as "receivedAt",
          k.due_on as "dueOn", k.due_at as "dueAt"
     from (select 1) one
     left join lateral (select due_on, due_at from clocks
       where landlord = $1 and case_id = $2 and outcome = 'running' order by keeps_until limit 1) k on true`,
)
