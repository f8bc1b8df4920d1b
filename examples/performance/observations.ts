import type { ObservedBy } from '#core/observations/instrument.ts'
import { itemsJudgedBy } from '#core/observations/observed-item.ts'
import { promisesInForce } from '#core/observations/promises-in-force.ts'
import type { ItemAnswer } from '#core/observations/results.ts'
import type { Role } from '#core/people/role.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { utcDay } from '#core/time/instant.ts'
import { officesOf } from '#store/masters/names.ts'
import { drawCases } from '#store/observations/draw.ts'
import { addPlaces } from '#store/observations/give.ts'
import { listSheets } from '#store/observations/list-sheets.ts'
import { addProgramme, listProgrammes } from '#store/observations/programmes.ts'
import { sendSheet } from '#store/observations/send-sheet.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import type { PerformanceGround } from './ground.ts'

/** Two programmes that are half done: calls listened to, drawn at random, and offices looked at in secret. */
export async function recordObservations(ground: PerformanceGround): Promise<Refused | undefined> {
  const { store, acting } = ground
  const there = await listProgrammes(store, acting)
  if (isRefused(there)) return there
  for (const plan of plans) {
    const isThere = there.some(({ programme }) => programme.name === plan.name)
    const failed = isThere ? undefined : await recordPlan(ground, plan)
    if (failed !== undefined) return failed
  }
  return undefined
}

interface Plan {
  readonly name: string
  readonly instruments: readonly ObservedBy[]
  readonly by: 'landlord' | 'residents'
  /** Of which kind of case; without one, it is at places. */
  readonly kind?: string
  readonly daysBefore: number
  readonly daysAfter: number
  readonly wanted: number
  readonly sent: number
}

const plans: readonly Plan[] = [
  {
    name: 'Calls listened to this quarter',
    instruments: ['call-monitoring', 'mystery-shop'],
    by: 'landlord',
    kind: 'call',
    daysBefore: 60,
    daysAfter: 30,
    wanted: 12,
    sent: 7,
  },
  {
    name: 'Offices visited in secret',
    instruments: ['mystery-shop', 'audit'],
    by: 'residents',
    daysBefore: 80,
    daysAfter: 10,
    wanted: 6,
    sent: 4,
  },
]

async function recordPlan(ground: PerformanceGround, plan: Plan): Promise<Refused | undefined> {
  const { store, acting } = ground
  const form = await formOf(ground, plan)
  if (form === undefined || isRefused(form)) return form
  const today = Math.floor(store.now() / utcDay)
  const days = { firstOn: today - plan.daysBefore, lastOn: today + plan.daysAfter, wanted: plan.wanted }
  const offices = (await officesOf(store, acting)).map(({ id }) => id).slice(0, 2)
  const places = offices.length > 0 ? offices : ['head-office']
  const { name, by: commissionedBy } = plan
  const added = await addProgramme(store, acting, { name, commissionedBy, ...form, places, ...days })
  if (isRefused(added)) return added
  const { programmeId } = added
  const giving = { programmeId, observers: observersIn(ground) }
  const conditions = { kind: plan.kind ?? '', from: today - plan.daysBefore, to: today }
  const drawn =
    plan.kind === undefined
      ? undefined
      : await drawCases(store, acting, { ...giving, conditions, wanted: plan.wanted, seed: 2026 })
  // Where no call came in so far there is nothing to draw from.
  if (drawn === undefined || isRefused(drawn)) {
    const each = Math.ceil(plan.wanted / places.length)
    const atPlaces = await addPlaces(store, acting, { ...giving, places, each })
    if (isRefused(atPlaces)) return atPlaces
  }
  return sendSome(ground, programmeId, plan.sent)
}

/** How it is observed and what is judged: the first way that this landlord’s pack knows. */
async function formOf({ store, acting }: PerformanceGround, { instruments }: Plan) {
  const promises = await readPromises(store, acting)
  if (isRefused(promises)) return promises
  const editions = [...new Set(promises.map(({ edition }) => edition))].toSorted((a, b) => a.from - b.from)
  const inForce = promisesInForce(editions, store.now())
  return instruments
    .map((instrument) => ({
      instrument,
      items: itemsJudgedBy(inForce, instrument)
        .slice(0, 5)
        .map(({ item }) => item),
    }))
    .find(({ items }) => items.length > 0)
}

async function sendSome(
  { store, acting }: PerformanceGround,
  programmeId: string,
  many: number,
): Promise<Refused | undefined> {
  const found = await listSheets(store, acting, { programmeId })
  if (isRefused(found)) return found
  for (const [index, { sheetId, place: at }] of found.sheets.slice(0, many).entries()) {
    const answers = new Map(
      found.programme.items.map(({ item }, n): [string, ItemAnswer] => [item, answerOf(index * 7 + n * 3)]),
    )
    const [first] = found.programme.places
    const where = at === null && first !== undefined ? { place: first } : {}
    const filledIn = {
      answers,
      at: store.now() - (index + 1) * 3 * utcDay,
      note: notes[index] ?? '',
      ...where,
    }
    const sent = await sendSheet(store, acting, { sheetId, filledIn })
    if (isRefused(sent)) return sent
  }
  return undefined
}

/** Most is as it should be. */
function answerOf(n: number): ItemAnswer {
  if (n % 11 === 5) return 'n-a'
  return n % 6 === 3 ? 'no' : 'yes'
}

const notes: readonly string[] = ['A warm voice, and no hurry.', '', 'I had to ask for the name.']

function observersIn({ staffIds }: PerformanceGround): readonly string[] {
  const roles: readonly Role[] = ['observer', 'team leader']
  return roles.flatMap((role) => staffIds.get(role) ?? [])
}
