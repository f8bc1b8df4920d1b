import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type Statement, statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { instantText } from '../types.ts'
import { daysAt, mostDue } from './read-today.ts'

/**
 * A short text that changes when what `readToday` shows would change, in one statement. Where somebody waits it changes
 * with each minute, since the page says how long they have waited.
 */
export function todayStamp(store: Store, acting: Acting): Promise<string | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const asOf = store.now()
    const zone = terms.editions.at(-1)?.calendar.zone
    if (zone === undefined) throw new Error('terms have at least one edition')
    const { dayBegins, weekEnds } = daysAt(zone, asOf)
    const times = [asOf, weekEnds, dayBegins].map((at) => instantText(at))
    const { landlord, contractorId, staffId = '' } = acting
    const [stamp] =
      contractorId === undefined
        ? await tx.run(stampOfStaff, [landlord, staffId, ...times, mostDue])
        : await tx.run(stampOfContractor, [landlord, contractorId, ...times, mostDue])
    return stamp?.stamp ?? ''
  })
}

/** The same of a team’s page. */
export function teamStamp(store: Store, acting: Acting, teamId: string): Promise<string | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    if (acting.contractorId !== undefined) return ''
    const at = instantText(store.now())
    const [stamp] = await tx.run(stampOfTeam, [acting.landlord, teamId, at, null, null, mostOfTeam])
    return stamp?.stamp ?? ''
  })
}

/** The most clocks on the page of a team. */
export const mostOfTeam = 500

const mine = clocksIn('and holder_id = $2')
const unassigned = clocksIn(
  'and team_id = (select team_id from staff where landlord = $1 and staff_id = $2) and holder_id is null',
).replace('keeps_until < $4::timestamptz', 'true')

const calls = `select string_agg(case_id || version, ',' order by case_id) from (
    select case_id, version from cases
     where landlord = $1 and kind = 'call' and is_open and last_at >= $3::timestamptz - interval '4 hours' limit 200) c`
const visitors = `select string_agg(case_id, ',' order by case_id) || to_char($3::timestamptz, 'HH24:MI') from visits
    where landlord = $1 and left_at is null and seen_at is null and arrived_at >= $5::timestamptz`
const booked = `select string_agg(concat_ws(' ', s.case_id, a.for_at, a.state), ',' order by s.for_at, s.case_id)
    from appointment_staff s join appointments a on a.landlord = s.landlord and a.case_id = s.case_id
    where s.landlord = $1 and s.staff_id = $2 and s.for_at >= $5::timestamptz and s.for_at < $5::timestamptz + interval '25 hours'`
const messages = `select string_agg(case_id || ' ' || version, ',' order by case_id) from (
    select case_id, version from cases where landlord = $1 and holder_id = $2 and kind = 'enquiry' and is_open limit 200) c`
const notices = `select count(*)::text from notices where landlord = $1 and staff_id = $2 and seen_at is null`

const stampOfStaff = stampFrom('stamp-of-staff', [
  mine,
  unassigned,
  calls,
  visitors,
  booked,
  messages,
  notices,
])
const stampOfContractor = stampFrom('stamp-of-contractor', [
  clocksIn('and contractor_id = $2'),
  'select $5::timestamptz::text',
])
const stampOfTeam = stampFrom('stamp-of-team', [
  clocksIn('and team_id = $2').replace('$4::timestamptz', `coalesce($4::timestamptz, 'infinity')`),
  'select $5::text',
])

/** How each clock of a list stands; the passing of its due time counts as a change. */
function clocksIn(whose: string): string {
  return `select string_agg(concat_ws(' ', case_id, promise, n, keeps_until, outcome, holder_id, keeps_until < $3::timestamptz), ','
      order by keeps_until, case_id, promise, n)
    from (select case_id, promise, n, keeps_until, outcome, holder_id from clocks
           where landlord = $1 and ended_at is null ${whose} and keeps_until < $4::timestamptz
           order by keeps_until, case_id, promise, n limit $6) c`
}

function stampFrom(name: string, parts: readonly string[]): Statement<{ readonly stamp: string }> {
  return statement(
    name,
    `select md5(concat_ws('|', ${parts.map((part) => `coalesce((${part}), '-')`).join(', ')})) as stamp`,
  )
}
