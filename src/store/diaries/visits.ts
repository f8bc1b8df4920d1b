import type { Acting } from '#core/people/acting.ts'
import { promisesOf } from '#core/promises/edition.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { hour, type Instant } from '#core/time/instant.ts'
import { type ClockRow, clocksOfCases } from '../ledger/clock-row.ts'
import { asItStands } from '../ledger/read-case.ts'
import { statement } from '../statement.ts'
import type { Transaction } from '../database.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { instantText } from '../types.ts'
import { contractorRefused } from './no-contractor.ts'

/** A visitor as reception sees them. */
export interface VisitShown {
  readonly caseId: string
  readonly officeId: string | null
  readonly customerId: string | null
  readonly arrivedAt: Instant
  readonly appointmentAt: Instant | null
  readonly appointmentCase: string | null
  readonly wants: string | null
  readonly isPrivate: boolean
  readonly advisedAt: Instant | null
  readonly advisedMinutes: number | null
  readonly nobodyAt: Instant | null
  readonly seenAt: Instant | null
  readonly seenBy: string | null
  readonly roomId: string | null
  readonly leftAt: Instant | null
  readonly version: number
  /** Their promised times, as they stand. */
  readonly clocks: readonly PromisedClock[]
}

/** A clock with what was promised, in the landlord’s own words. */
export type PromisedClock = ClockRow & { readonly says: string }

/** Who came since so long ago and has not left is in the building; before that, somebody forgot to say so. */
const inTheBuilding = 14 * hour

/** Who is at an office now, the first to come first; without an office, at any of them. */
export function visitorsNow(
  store: Store,
  acting: Acting,
  { officeId }: { readonly officeId?: string | undefined } = {},
): Promise<readonly VisitShown[] | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const refusal = contractorRefused(acting)
    if (refusal !== undefined) return refusal
    const since = instantText(store.now() - inTheBuilding)
    const rows = await tx.run(visitsGoingOn, [acting.landlord, since, officeId ?? null])
    return withClocks(tx, store, rows)
  })
}

/** One visit. */
export function visitOfCase(store: Store, acting: Acting, caseId: string): Promise<VisitShown | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const [row] = await tx.run(visitOfOneCase, [acting.landlord, caseId])
    if (row === undefined || contractorRefused(acting) !== undefined)
      return refused('not found', 'there is no such visit', 'look at who is waiting')
    const [shown] = await withClocks(tx, store, [row])
    return shown ?? { ...row, clocks: [] }
  })
}

async function withClocks(
  tx: Transaction,
  store: Store,
  rows: readonly Omit<VisitShown, 'clocks'>[],
): Promise<readonly VisitShown[]> {
  if (rows.length === 0) return []
  const clocks = await tx.run(clocksOfCases, [tx.acting.landlord, rows.map(({ caseId }) => caseId)])
  const terms = await termsNow(tx, store)
  const promises = isRefused(terms) ? [] : promisesOf(terms.editions)
  const says = new Map(promises.map(({ promise }) => [promise.id, promise.promise]))
  const byCase = Map.groupBy(clocks, ({ case_id }) => case_id)
  return rows.map((row) => ({
    ...row,
    clocks: (byCase.get(row.caseId) ?? []).map((clock) => ({
      ...asItStands(clock, store.now()),
      says: says.get(clock.promise) ?? clock.promise,
    })),
  }))
}

/** What tells whether anything about visitors has changed; when it does, pages are told. */
export function visitsStamp(store: Store, acting: Acting): Promise<string | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const refusal = contractorRefused(acting)
    if (refusal !== undefined) return refusal
    const since = instantText(store.now() - inTheBuilding)
    const [found] = await tx.run(stampOfVisits, [acting.landlord, since])
    return found?.stamp ?? ''
  })
}

/** Remembers at which office’s reception the member of staff who asks works. */
export function rememberDesk(store: Store, acting: Acting, officeId: string): Promise<true | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const { landlord, staffId } = acting
    if (staffId === undefined) return refused('not allowed', 'only a member of staff has a desk')
    const put = await tx.run(putDesk, [landlord, staffId, officeId])
    return put.length > 0 ? true : refused('not found', 'there is no such office', 'choose one', '/office')
  })
}

/** The office at whose reception whoever asks works: as they chose, or where they belong. */
export function deskOf(
  store: Store,
  acting: Acting,
): Promise<{ readonly officeId: string | undefined } | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const [found] = await tx.run(deskOfStaff, [acting.landlord, acting.staffId ?? ''])
    return { officeId: found?.officeId ?? undefined }
  })
}

const columns = `v.case_id as "caseId", v.office_id as "officeId", v.customer_id as "customerId", v.arrived_at as "arrivedAt",
  v.appointment_at as "appointmentAt", v.appointment_case as "appointmentCase", v.wants, v.is_private as "isPrivate",
  v.advised_at as "advisedAt", v.advised_minutes as "advisedMinutes", v.nobody_at as "nobodyAt", v.seen_at as "seenAt",
  v.seen_by as "seenBy", v.room_id as "roomId", v.left_at as "leftAt", c.version`

const visitsGoingOn = statement<Omit<VisitShown, 'clocks'>>(
  'visits-going-on',
  `select ${columns} from visits v join cases c on c.landlord = v.landlord and c.case_id = v.case_id
    where v.landlord = $1 and v.left_at is null and v.arrived_at > $2
      and ($3::text is null or v.office_id is null or v.office_id = $3)
    order by v.arrived_at, v.case_id limit 200`,
)

const visitOfOneCase = statement<Omit<VisitShown, 'clocks'>>(
  'visit-of-case',
  `select ${columns} from visits v join cases c on c.landlord = v.landlord and c.case_id = v.case_id
    where v.landlord = $1 and v.case_id = $2`,
)

const stampOfVisits = statement<{ readonly stamp: string }>(
  'stamp-of-visits',
  `select count(*) || ' ' || coalesce(sum(c.version), 0) || ' ' || coalesce(max(v.arrived_at)::text, '') as stamp
     from visits v join cases c on c.landlord = v.landlord and c.case_id = v.case_id
    where v.landlord = $1 and v.left_at is null and v.arrived_at > $2`,
)

const putDesk = statement<{ readonly put: true }>(
  'put-desk',
  `insert into desks (landlord, staff_id, office_id)
   select $1, $2, office_id from offices where landlord = $1 and office_id = $3
   on conflict (landlord, staff_id) do update set office_id = excluded.office_id returning true as put`,
)

const deskOfStaff = statement<{ readonly officeId: string | null }>(
  'desk-of-staff',
  `select coalesce((select office_id from desks where landlord = $1 and staff_id = $2),
                   (select office_id from staff where landlord = $1 and staff_id = $2)) as "officeId"`,
)
