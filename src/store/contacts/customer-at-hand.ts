import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { type ClockRow, clockColumns } from '../ledger/clock-row.ts'
import { asItStands } from '../ledger/read-case.ts'
import { customers } from '../masters/kinds/customers.ts'
import { noSuchMaster } from '../masters/reading.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText } from '../types.ts'
import { logAccess } from '../words/access-log.ts'
import { type PersonAtHand, personsAtHand } from './persons.ts'
import { subjectsOf } from './subjects.ts'

/** A customer with whom one is speaking: what they need, what is open, and what they were promised. */
export interface CustomerAtHand extends PersonAtHand {
  readonly cases: readonly OpenCase[]
  readonly speakers: readonly Speaker[]
}

export interface OpenCase {
  readonly caseId: string
  readonly kind: string
  /** What it is about, where one may read that. */
  readonly subject: string | undefined
  readonly openedAt: Instant
  readonly lastAt: Instant | null
  readonly holderId: string | null
  readonly teamId: string | null
  readonly clocks: readonly ClockRow[]
}

/** Somebody who may speak for the customer, and how far. */
export interface Speaker {
  readonly customerId: string
  readonly name: string
  readonly kind: string
  readonly scope: string
  /** It holds today. */
  readonly holds: boolean
}

/** As many as anybody chooses from; the others are on the customer’s page. */
const mostCases = 6

/** Reads all of it at once: one line in the log of who read what. */
export function customerAtHand(
  store: Store,
  acting: Acting,
  { customerId, why }: { readonly customerId: string; readonly why: string },
): Promise<CustomerAtHand | Refused> {
  return store.database.transact(acting, 'customers.read', async (tx) => {
    const now = store.now()
    const [person] = await personsAtHand(tx, [customerId], now)
    if (person === undefined) return noSuchMaster(customers, customerId)
    const today = dayText(Math.floor(now / 86_400_000))
    const speakers = await tx.run(speakersFor, [acting.landlord, customerId, today])
    const { cases, wordsIds } = await openCasesOf(tx, customerId, now)
    const customerIds = [customerId, ...speakers.map((speaker) => speaker.customerId)]
    await logAccess(tx, { what: 'customer', customerIds, wordsIds, why })
    return { ...person, speakers, cases }
  })
}

interface OpenCases {
  readonly cases: readonly OpenCase[]
  /** What was read of them besides facts. */
  readonly wordsIds: readonly string[]
}

async function openCasesOf(tx: Transaction, customerId: string, now: Instant): Promise<OpenCases> {
  const { landlord } = tx.acting
  const cases = await tx.run(openCases, [landlord, customerId, mostCases])
  if (cases.length === 0) return { cases: [], wordsIds: [] }
  const caseIds = cases.map(({ caseId }) => caseId)
  const clocks = await tx.run(openClocks, [landlord, caseIds])
  const subjects = await subjectsOf(tx, caseIds)
  const shown = cases.map((each) => ({
    ...each,
    subject: subjects.find(({ caseId }) => caseId === each.caseId)?.subject,
    clocks: clocks
      .filter(({ case_id }) => case_id === each.caseId)
      .slice(0, 5)
      .map((clock) => asItStands(clock, now)),
  }))
  return { cases: shown, wordsIds: subjects.map(({ wordsId }) => wordsId) }
}

const openCases = statement<Omit<OpenCase, 'clocks' | 'subject'>>(
  'open-cases-of-customer',
  `select case_id as "caseId", kind, coalesce(first_at, opened_at) as "openedAt", last_at as "lastAt",
          holder_id as "holderId", team_id as "teamId"
     from cases where landlord = $1 and customer_id = $2 and is_open and merged_into is null
    order by last_at desc nulls last, case_id limit $3`,
)

const openClocks = statement<ClockRow>(
  'open-clocks-of-cases',
  `select ${clockColumns} from clocks
    where landlord = $1 and case_id = any ($2::text[]) and ended_at is null
    order by case_id, keeps_until, promise, n limit 100`,
)

const speakersFor = statement<Speaker>(
  'speakers-for-customer',
  `select r.representative_id as "customerId", n.name, r.kind, r.scope,
          coalesce(r.valid_from <= $3::date, true) and coalesce(r.valid_until >= $3::date, true) as holds
     from representatives r
     join customer_names n on n.landlord = $1 and n.customer_id = r.representative_id
    where r.landlord = $1 and r.customer_id = $2
    order by holds desc, n.name, r.authority_id limit 10`,
)
