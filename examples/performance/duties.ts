import { isLate } from '#core/duties/duty-now.ts'
import type { Acting } from '#core/people/acting.ts'
import { permissionsOf, type Role } from '#core/people/role.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { utcDay } from '#core/time/instant.ts'
import { evidenceOf } from '#store/duties/evidence.ts'
import { setDutyOwner } from '#store/duties/owners.ts'
import { type DutyShown, readDutyList } from '#store/duties/read-duties.ts'
import { recordEvidence } from '#store/duties/record-evidence.ts'
import { checkReturn } from '#store/returns/check.ts'
import { proposeReturn, type ReturnToPropose } from '#store/returns/propose.ts'
import { readReturns, type ReturnShown } from '#store/returns/read-returns.ts'
import { zoneOf } from '#store/terms/zone-of.ts'
import { keepTrainingInStep } from '#store/training/in-step.ts'
import { readTraining } from '#store/training/read-training.ts'
import { recordCourse, setJoined } from '#store/training/record-training.ts'
import type { PerformanceGround } from './ground.ts'

/**
 * Who answers for the landlord’s duties, evidence with a file, figures that were checked and one that waits for its check, and the
 * training of those who work in the demonstration.
 */
export async function recordDuties(ground: PerformanceGround): Promise<Refused | undefined> {
  const officer = actingAs(ground, 'performance officer')
  if (officer === undefined) return undefined
  for (const part of [owners, evidence, returns, training]) {
    const failed = await part(ground, officer)
    if (isRefused(failed)) return failed
  }
  return undefined
}

function actingAs({ acting, staffIds }: PerformanceGround, role: Role): Acting | undefined {
  const staffId = staffIds.get(role)
  if (staffId === undefined) return undefined
  return { landlord: acting.landlord, by: `staff:${staffId}`, staffId, may: permissionsOf([role]) }
}

/** The first duties are a person’s or a team’s; the last is nobody’s so far. */
async function owners({ store, staffIds }: PerformanceGround, officer: Acting) {
  const duties = await readDutyList(store, officer)
  if (isRefused(duties)) return duties
  const people = (['publisher', 'complaints officer', 'team leader', 'performance officer'] as const).flatMap(
    (role) => staffIds.get(role) ?? [],
  )
  for (const [index, { promise, owner }] of duties.slice(0, -1).entries()) {
    const staffId = people[index % people.length]
    if (owner !== undefined || staffId === undefined) continue
    const daysBefore = index % 2 === 0 ? 28 : 14
    const set = await setDutyOwner(store, officer, {
      concerns: 'duty',
      name: promise.id,
      staffId,
      teamId: null,
      daysBefore,
    })
    if (isRefused(set)) return set
  }
  return undefined
}

async function evidence({ store }: PerformanceGround, officer: Acting) {
  const zone = await zoneOf(store, officer)
  if (isRefused(zone)) return zone
  const duties = await readDutyList(store, officer)
  if (isRefused(duties)) return duties
  const now = store.now()
  const kept = duties.find(
    (duty: DutyShown) => duty.sort === 'every so often' && duty.owed !== undefined && !isLate(duty.owed, now),
  )
  if (kept === undefined) return undefined
  const promise = kept.promise.id
  const before = await evidenceOf(store, officer, promise)
  if (isRefused(before) || before.some(({ papers }) => papers.length > 0)) return before
  return recordEvidence(store, officer, {
    promise,
    doneOn: zone.dayOf(now) - 3,
    note: 'Done as planned. What came of it went to the board.',
    link: 'https://www.example.org/what-we-did',
    files: [
      {
        name: 'what-came-of-it.txt',
        content: new TextEncoder().encode('What we did, and what came of it.\n'),
      },
    ],
  })
}

/** Of what the year brought, so many months were checked here since. */
const monthsChecked = 3

/** Figures of the last months, typed in again by one and checked by another, as the page of returns asks; one waits for its check. */
async function returns(ground: PerformanceGround, officer: Acting) {
  const { store } = ground
  const checker = actingAs(ground, 'publisher')
  const last = await readReturns(store, officer)
  if (isRefused(last) || checker === undefined) return last
  let waits = last.waitingIn.length > 0
  for (let month = last.month; month > last.month - monthsChecked && month >= last.firstMonth; month--) {
    const shown = await readReturns(store, officer, { month })
    if (isRefused(shown)) return shown
    for (const typed of shown.lines.flatMap(toBeTyped)) {
      const note = 'As sent to us on the first of the month.'
      const proposed = await proposeReturn(store, officer, { ...typed, month, note })
      if (isRefused(proposed)) return proposed
      const checked = waits ? await checkReturn(store, checker, proposed) : undefined
      if (isRefused(checked)) return checked
      waits = true
    }
  }
  return undefined
}

/** What is missing, as it was the time before, and what nobody here has checked, as it is. */
function toBeTyped({
  needed: { name },
  state,
  checked,
  before,
  waiting,
}: ReturnShown): readonly Omit<ReturnToPropose, 'month'>[] {
  if (waiting.length > 0) return []
  const { value, source } = before ?? { value: 18, source: 'finance-system' }
  if (state === 'missing') return [{ name, value, source }]
  return checked
    .filter(({ isUnchecked }) => isUnchecked)
    .map((each) => ({ name, value: each.value, source: each.source, corrects: each.event }))
}

async function training({ store, acting, staffIds }: PerformanceGround, officer: Acting) {
  const inStep = await keepTrainingInStep(store, acting)
  if (isRefused(inStep)) return inStep
  const zone = await zoneOf(store, officer)
  if (isRefused(zone)) return zone
  const today = zone.dayOf(store.now())
  const shown = await readTraining(store, officer)
  if (isRefused(shown) || shown.promises.length === 0) return shown
  const own = shown.people.filter((person) => [...staffIds.values()].includes(person.staffId))
  if (own.some(({ record }) => (record?.courses.length ?? 0) > 0)) return undefined
  for (const [index, { staffId }] of own.entries()) {
    const joined = await setJoined(store, officer, {
      staffId,
      joinedOn: today - (index === 1 ? 380 : 200 + 10 * index),
    })
    if (isRefused(joined)) return joined
  }
  const staffIdsThere = own.filter((_, index) => index !== 1).map(({ staffId }) => staffId)
  if (staffIdsThere.length === 0) return undefined
  return recordCourse(store, officer, {
    staffIds: staffIdsThere,
    course: 'customer-care',
    doneOn: zone.dayOf(store.now() - 30 * utcDay),
    note: 'A day at the main office.',
    files: [{ name: 'who-was-there.txt', content: new TextEncoder().encode('Everybody signed.\n') }],
  })
}
