import type { Acting } from '#core/people/acting.ts'
import { type Role, roles } from '#core/people/role.ts'
import type { Edition } from '#core/promises/edition.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import { formatDay } from '#core/time/day.ts'
import { type Step, recordSteps } from '#store/ledger/append.ts'
import type { MasterDefinition } from '#store/masters/definition.ts'
import { alerts } from '#store/masters/kinds/alerts.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { homes } from '#store/masters/kinds/homes.ts'
import { needs } from '#store/masters/kinds/needs.ts'
import { offices as officeKind } from '#store/masters/kinds/offices.ts'
import { rooms as roomKind } from '#store/masters/kinds/rooms.ts'
import { staff } from '#store/masters/kinds/staff.ts'
import { teams as teamKind } from '#store/masters/kinds/teams.ts'
import { tenancies } from '#store/masters/kinds/tenancies.ts'
import { readMaster } from '#store/masters/reading.ts'
import { addMaster, changeMaster } from '#store/masters/writing.ts'
import { readCase } from '#store/ledger/read-case.ts'
import type { Store } from '#store/store.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { type Random, randomNamed } from '../year/random.ts'
import { appointments } from './appointments.ts'
import { type Household, households } from './household.ts'
import { jobs, offices, rooms, teams } from './staff.ts'
import { type Matter, matters, type Told } from './work.ts'

/** Where the day is recorded, and who of the demonstration has which role. */
export interface DayGround {
  readonly store: Store
  readonly acting: Acting
  readonly staffIds: ReadonlyMap<Role, string>
  readonly contractorId: string
}

const howManyHouseholds = 48
const householdsAMatter = 3

/**
 * Records what a landlord has in hand today, once: where an earlier start was cut off, it goes on. Gives why it could not, if
 * it could not.
 */
export async function recordDay(ground: DayGround): Promise<Refused | undefined> {
  const { store, acting } = ground
  const promises = await readPromises(store, acting)
  if (isRefused(promises)) return promises
  const edition = promises[0]?.edition
  if (edition === undefined) return undefined
  const random = randomNamed(`day ${edition.pack.id}`)
  const last = referenceOf(edition, appointments.length - 1, 'appointment')
  if (!isRefused(await readCase(store, acting, last))) return undefined
  const living = households(random, howManyHouseholds)
  return (
    (await recordPlaces(ground)) ??
    (await recordHouseholds(ground, living, edition)) ??
    (await recordWork(ground, living, { random, edition }))
  )
}

async function recordPlaces({ store, acting, staffIds }: DayGround): Promise<Refused | undefined> {
  for (const { id, values } of offices) {
    const added = await add(store, acting, officeKind, { id, values })
    if (isRefused(added)) return added
  }
  for (const room of rooms) {
    const added = await add(store, acting, roomKind, room)
    if (isRefused(added)) return added
  }
  for (const [id, name] of Object.entries(teams)) {
    const added = await add(store, acting, teamKind, { id, values: { name, office: 'main' } })
    if (isRefused(added)) return added
  }
  for (const role of Object.keys(roles) as Role[]) {
    const given = await giveJob(store, acting, staffIds.get(role) ?? '', role)
    if (isRefused(given)) return given
  }
  return undefined
}

async function giveJob(store: Store, acting: Acting, staffId: string, role: Role) {
  const row = await readMaster(store, acting, staff, { id: staffId })
  if (isRefused(row)) return row
  const values = { ...row.values, ...jobs[role], office: 'main' }
  return changeMaster(store, acting, staff, { id: staffId, expected: row.version, values })
}

async function recordHouseholds(
  { store, acting }: DayGround,
  living: readonly Household[],
  { calendar }: Edition,
): Promise<Refused | undefined> {
  const today = formatDay(calendar.zone.dayOf(store.now()))
  const inAYear = formatDay(calendar.zone.dayOf(store.now()) + 365)
  for (const each of living) {
    const { homeId, customerId, address, postcode, kind, bedrooms } = each
    const toAdd: readonly (readonly [MasterDefinition, string, Readonly<Record<string, unknown>>])[] = [
      [homes, homeId, { address, postcode, kind, bedrooms, office: 'main' }],
      [customers, customerId, customerValues(each)],
      [
        tenancies,
        `tenancy-${homeId}`,
        { home: homeId, customers: [customerId], kind: each.tenure, startedOn: each.since },
      ],
      ...(each.need === undefined
        ? []
        : [[needs, `need-${customerId}`, { customer: customerId, need: each.need }] as const]),
      ...(each.alert === undefined
        ? []
        : [
            [
              alerts,
              `alert-${customerId}`,
              { customer: customerId, alert: each.alert, setOn: today, reviewOn: inAYear },
            ] as const,
          ]),
    ]
    for (const [definition, id, values] of toAdd) {
      const added = await add(store, acting, definition, { id, values })
      if (isRefused(added)) return added
    }
  }
  return undefined
}

function customerValues({ name, title, born, mobile, email, since, preferredChannel }: Household) {
  const way = preferredChannel === undefined ? {} : { preferredChannel }
  return { kind: 'person', name, title, dateOfBirth: born, mobile, email, since, ...way }
}

/** What an earlier start that was cut off has added is there already. */
async function add(
  store: Store,
  acting: Acting,
  definition: MasterDefinition,
  toAdd: { readonly id: string; readonly values: unknown },
) {
  const added = await addMaster(store, acting, definition, toAdd)
  return isRefused(added) && added.because === 'already there' ? toAdd : added
}

interface Drawing {
  readonly random: Random
  readonly edition: Edition
}

async function recordWork(
  ground: DayGround,
  living: readonly Household[],
  { random, edition }: Drawing,
): Promise<Refused | undefined> {
  for (const [index, matter] of matters.entries())
    for (let many = 0; many < householdsAMatter; many++) {
      // Each household is a day or two earlier or later, so that not everything falls due at once.
      const later = many === 0 ? 0 : random.whole(0, 2)
      const number = index * householdsAMatter + many
      const caseId = referenceOf(edition, number, 'matter')
      const household = householdAt(living, number)
      const failed = await record(ground, stepsOf(ground, matter, { caseId, household, later, edition }))
      if (failed !== undefined) return failed
    }
  for (const [index, each] of appointments.entries()) {
    const caseId = referenceOf(edition, index, 'appointment')
    const household = householdAt(living, index * 9)
    const failed = await record(ground, appointmentSteps(ground, each, { caseId, household, edition }))
    if (failed !== undefined) return failed
  }
  return undefined
}

/** One after the other, and from the first again: nobody has everything at once. */
function householdAt(living: readonly Household[], place: number): Household {
  const found = living[place % living.length]
  if (found === undefined) throw new Error('nobody lives there')
  return found
}

async function record(
  { store, acting }: DayGround,
  steps: readonly [Step, ...Step[]],
): Promise<Refused | undefined> {
  const done = await recordSteps(store, acting, steps)
  return isRefused(done) && done.because !== 'already there' ? done : undefined
}

/** The same reference for the same matter each time, in the shape that references have. */
function referenceOf({ pack }: Edition, index: number, what: string): string {
  const random = randomNamed(`reference ${pack.id} ${what} ${index}`)
  const letters = Array.from({ length: 10 }, () =>
    '23456789BCDFGHJKMNPQRSTVWXYZ'.charAt(random.whole(0, 26)),
  ).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

interface Whose {
  readonly caseId: string
  readonly household: Household
  readonly edition: Edition
  readonly later?: number
}

function stepsOf(
  { store, staffIds, contractorId }: DayGround,
  { kind, team, holder, acts }: Matter,
  { caseId, household, edition, later = 0 }: Whose,
): readonly [Step, ...Step[]] {
  const [first, ...others] = acts
  const staffId = holder === undefined ? undefined : staffIds.get(holder)
  const act = (told: Told) => actOf(told, { store, edition, later, staffId })
  const about = { customer: household.customerId, home: household.homeId }
  const opening = act(first)
  const assigned = {
    team,
    ...(staffId !== undefined && { holder: staffId }),
    ...(kind === 'repair' && { contractor: contractorId }),
  }
  return [
    { open: { kind, caseId, act: { ...opening, data: { ...opening.data, ...about } } } },
    ...others.map((told) => ({ in: caseId, act: act(told) })),
    { in: caseId, act: { type: 'case-assigned', at: opening.at, data: assigned } },
  ]
}

interface Telling {
  readonly store: Store
  readonly edition: Edition
  readonly later: number
  readonly staffId: string | undefined
}

function actOf(
  { type, daysAgo, hour, data, words, dates = {} }: Told,
  { store, edition, later, staffId }: Telling,
) {
  const { zone } = edition.calendar
  const now = store.now()
  const at = Math.min(now - 60_000, zone.instantOf(workingDay(edition, now, later - daysAgo), hour * 60 + 7))
  const given = Object.fromEntries(
    Object.entries(dates).map(([name, days]) => [name, formatDay(workingDay(edition, now, days))]),
  )
  const by = staffId === undefined || type.endsWith('-received') ? {} : { by: staffId }
  const investigator =
    type === 'complaint-acknowledged' && staffId !== undefined ? { investigator: staffId } : {}
  return {
    type,
    at: new Date(at).toISOString(),
    data: { ...by, ...investigator, ...data, ...given },
    ...(words !== undefined && { words: [words] }),
  }
}

function appointmentSteps(
  { store, staffIds }: DayGround,
  { inDays, minute, place, reason }: (typeof appointments)[number],
  { caseId, household, edition }: Whose,
): readonly [Step, ...Step[]] {
  const { zone } = edition.calendar
  const on = workingDay(edition, store.now(), inDays)
  const staffId = staffIds.get('case officer') ?? ''
  const about = { customer: household.customerId, home: household.homeId }
  const asked = new Date(zone.instantOf(workingDay(edition, store.now(), -3), 690)).toISOString()
  const booked = {
    for: new Date(zone.instantOf(on, minute)).toISOString(),
    place,
    staff: [staffId],
    homeOffered: true,
  }
  return [
    {
      open: {
        kind: 'appointment',
        caseId,
        act: { type: 'appointment-requested', at: asked, data: { reason, place, ...about } },
      },
    },
    { in: caseId, act: { type: 'appointment-booked', at: asked, data: booked } },
    { in: caseId, act: { type: 'case-assigned', at: asked, data: { team: 'housing', holder: staffId } } },
  ]
}

/** The working day so many from today, before it where the number is negative. */
function workingDay({ calendar }: Edition, now: number, days: number): Day {
  let day = calendar.zone.dayOf(now)
  for (let left = Math.abs(days); left > 0; ) {
    day += Math.sign(days)
    if (calendar.whyClosed(day) === undefined) left -= 1
  }
  return day
}
