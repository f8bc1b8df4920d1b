import { type Acting, systemActing } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { utcDay } from '#core/time/instant.ts'
import { digestOfSecret, newSecret, parseToken, tokenText } from '../people/token.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { absencesBetween, type AbsenceShown } from './absences.ts'
import { appointmentsBetween, type AppointmentShown } from './read-appointments.ts'

/** What a calendar program is given: no name, no address of anybody’s. */
export interface FeedRead {
  readonly staffId: string
  readonly appointments: readonly FeedAppointment[]
  readonly absences: readonly AbsenceShown[]
}

export interface FeedAppointment extends AppointmentShown {
  /** The first half of the home’s postcode. */
  readonly area: string | null
}

const daysBack = 30
const daysAhead = 180

/** Makes the address of one’s own diary anew: the one before leads nowhere from now on. Its secret is shown this once. */
export function makeFeed(store: Store, acting: Acting): Promise<{ readonly token: string } | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const { landlord, staffId } = acting
    if (staffId === undefined) return refused('not allowed', 'only a member of staff has a diary')
    const secret = newSecret()
    await tx.run(putFeed, [landlord, staffId, digestOfSecret(secret), instantText(store.now())])
    return { token: tokenText({ landlord, secret }) }
  })
}

/** Ends the address of one’s own diary. */
export function endFeed(store: Store, acting: Acting): Promise<true | Refused> {
  return store.database.transact<true>(acting, 'cases.read', async (tx) => {
    await tx.run(removeFeed, [acting.landlord, acting.staffId ?? ''])
    return true
  })
}

/** Whether one’s own diary has an address, and since when. */
export function feedSince(
  store: Store,
  acting: Acting,
): Promise<{ readonly madeAt: number | undefined } | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const [found] = await tx.run(feedOf, [acting.landlord, acting.staffId ?? ''])
    return { madeAt: found?.madeAt }
  })
}

/** The diary to which an address leads; nothing where it leads nowhere, or its owner works here no more. */
export async function readFeed(store: Store, text: unknown): Promise<FeedRead | undefined> {
  const token = parseToken(text)
  if (token === undefined) return undefined
  const acting = { ...systemActing(token.landlord, 'calendar'), may: new Set(['cases.read'] as const) }
  const found = await store.database.transact(acting, 'cases.read', async (tx) => {
    const [owner] = await tx.run(feedBySecret, [token.landlord, digestOfSecret(token.secret)])
    if (owner === undefined) return undefined
    const { staffId, contractorId } = owner
    const seeing = contractorId === null ? tx : { ...tx, acting: { ...acting, contractorId } }
    const period = { from: store.now() - daysBack * utcDay, to: store.now() + daysAhead * utcDay }
    const appointments = await appointmentsBetween(seeing, { ...period, staffId })
    const areas = await tx.run(areasOf, [token.landlord, appointments.flatMap(({ homeId }) => homeId ?? [])])
    const areaOf = new Map(areas.map(({ homeId, area }) => [homeId, area]))
    const absences = await absencesBetween(tx, period)
    return {
      staffId,
      appointments: appointments.map((each) => ({ ...each, area: areaOf.get(each.homeId ?? '') ?? null })),
      absences: absences.filter((each) => each.staffId === staffId),
    }
  })
  return isRefused(found) ? undefined : found
}

const putFeed = statement(
  'put-calendar-feed',
  `insert into calendar_feeds (landlord, staff_id, digest, made_at) values ($1, $2, $3, $4)
   on conflict (landlord, staff_id) do update set digest = excluded.digest, made_at = excluded.made_at`,
)

const removeFeed = statement(
  'remove-calendar-feed',
  'delete from calendar_feeds where landlord = $1 and staff_id = $2',
)

const feedOf = statement<{ readonly madeAt: number }>(
  'calendar-feed-of',
  'select made_at as "madeAt" from calendar_feeds where landlord = $1 and staff_id = $2',
)

const feedBySecret = statement<{ readonly staffId: string; readonly contractorId: string | null }>(
  'calendar-feed-by-secret',
  `select f.staff_id as "staffId", s.contractor_id as "contractorId"
     from calendar_feeds f join staff s on s.landlord = f.landlord and s.staff_id = f.staff_id
    where f.landlord = $1 and f.digest = $2 and s.active`,
)

const areasOf = statement<{ readonly homeId: string; readonly area: string }>(
  'areas-of-homes',
  `select home_id as "homeId", split_part(postcode, ' ', 1) as area from homes
    where landlord = $1 and home_id = any($2::text[]) and postcode is not null`,
)
