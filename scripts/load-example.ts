import { readFileSync } from 'node:fs'
import type { Acting } from '#core/people/acting.ts'
import { systemActing } from '#core/people/acting.ts'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { isRefused } from '#core/refused.ts'
import { longDay } from '#core/time/day.ts'
import type { Door } from '#store/people/door.ts'
import { addLandlord, landlordNamed, landlordsOf } from '#store/landlords.ts'
import { listCases } from '#store/ledger/list-cases.ts'
import type { CaseToLoad } from '#store/loading/case-to-load.ts'
import { loadEvents } from '#store/loading/load-events.ts'
import type { Store } from '#store/store.ts'
import { activateTerms } from '#store/terms/activate.ts'
import { landlords } from '../examples/year/landlords.ts'
import type { Landlord } from '../examples/year/landlord.ts'
import { type World, worldOf } from '../examples/year/world.ts'
import { yearOf } from '../examples/year/year.ts'
import { recordDay } from '../examples/day/day.ts'
import { recordPerformance } from '../examples/performance/performance.ts'
import { addDemoStaff, demoContractor, demoStaffIds, isDemo } from './demo-staff.ts'

export interface Example {
  readonly store: Store
  readonly door: Door
  readonly say: (line: string) => void
  /** How much of a year’s traffic: less than 1 for a small demonstration. */
  readonly scale?: number
  /** The year ends yesterday, so that today’s work follows on; otherwise it is the one that is written to files. */
  readonly untilYesterday?: boolean
}

/**
 * Loads the five landlords with their example year into a database that is empty. A load that was cut off is taken up
 * where it was: each landlord’s year is there whole or not at all. Any other database is left as it is.
 */
export async function loadExample(example: Example): Promise<'loaded' | 'there' | 'not ours' | Refusal> {
  const { store } = example
  for (const each of await landlordsOf(store)) if (!(await isOurs(store, each))) return 'not ours'
  const waiting = [...landlords].reverse()
  const came = await Promise.all([one(example, waiting), one(example, waiting)])
  return came.find(isRefusal) ?? (came.includes('loaded') ? 'loaded' : 'there')
}

/** A landlord of the example’s, or one that a start which was cut off left half made. */
async function isOurs(
  store: Store,
  { landlord, slug }: { readonly landlord: number; readonly slug: string },
) {
  const acting = systemActing(landlord)
  if (!landlords.some(({ pack }) => pack === slug)) return false
  return (await isDemo(store, acting, slug)) || !(await hasCases(store, acting))
}

/** Takes one landlord after the other. Two of these at once keep the database and this process both at work. */
async function one(example: Example, waiting: Landlord[]): Promise<'loaded' | 'there' | Refusal> {
  let came: 'loaded' | 'there' = 'there'
  for (let landlord = waiting.pop(); landlord !== undefined; landlord = waiting.pop()) {
    const acting = await actingFor(example, landlord)
    if (isRefusal(acting)) return acting
    const world = worldFor(example, landlord)
    if (isRefusal(world)) return world
    if (!(await hasCases(example.store, acting))) {
      const failed = await loadYear(example, acting, world)
      if (failed !== undefined) return failed
      came = 'loaded'
    }
    const failed = await loadDay(example, acting, world)
    if (failed !== undefined) return failed
  }
  return came
}

/** Today’s work, so that there is something to do beside a year to look back on, and what measuring that year led to. */
async function loadDay(
  { store, door }: Example,
  acting: Acting,
  { landlord: { pack: slug }, year }: World,
): Promise<Refusal | undefined> {
  const staffIds = await demoStaffIds(store, acting, slug)
  if (isRefused(staffIds)) return staffIds
  const failed = await recordDay({ store, acting, staffIds, contractorId: demoContractor })
  return failed ?? recordPerformance({ store, acting, slug, staffIds, box: door.box, year })
}

/** The landlord with its terms and staff, made where it is missing. */
async function actingFor({ store, door }: Example, { pack: slug }: Landlord): Promise<Acting | Refusal> {
  const there = await landlordNamed(store, slug)
  const pack = readFileSync(`packs/${slug}/pack.yaml`, 'utf8')
  const name = /^landlord: (.*)$/m.exec(pack)?.[1] ?? slug
  const acting = there === undefined ? await addLandlord(store, { slug, name }) : systemActing(there.landlord)
  if (isRefused(acting)) return acting
  if (await isDemo(store, acting, slug)) return acting
  const holidays = JSON.parse(readFileSync('packs/holidays/bank-holidays.json', 'utf8')) as unknown
  const terms = await activateTerms(store, acting, { pack, holidays, why: 'the example year' })
  if (isRefused(terms) && terms.because !== 'already there') return terms
  return (await addDemoStaff(store, acting, { slug, door })) ?? acting
}

/** Each so many events a line says how far it is. */
const eventsALine = 50_000

function worldFor({ store, scale = 1, untilYesterday = false }: Example, landlord: Landlord) {
  return worldOf(landlord, 'kept', scale, untilYesterday ? store.now() : undefined)
}

async function loadYear(
  { store, say, untilYesterday = false }: Example,
  acting: Acting,
  world: World,
): Promise<Refusal | undefined> {
  const began = performance.now()
  const { landlord, zone, calendar } = world
  const year = yearOf(world)
  if (untilYesterday && world.year.ends < zone.dayOf(store.now()) - 1)
    say(
      `${landlord.pack}: bank holidays are known until ${longDay(calendar.knownUntil)}, so its year ends there`,
    )
  let next = eventsALine
  const onProgress = ({ events }: { readonly events: number }) => {
    if (events < next || events === year.length) return
    next += eventsALine
    say(`  ${landlord.pack}: ${inThousands(events)} of ${inThousands(year.length)} events`)
  }
  const options = { actor: 'import:example-year', inOneGo: true, onProgress }
  const loaded = await loadEvents(store, acting, [casesOf(year)], options)
  if (isRefused(loaded)) return loaded
  if (loaded.rejected > 0)
    return refuse(`${loaded.rejected} events of ${landlord.pack}’s example year were not taken in`)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  say(
    `${landlord.pack}: ${inThousands(loaded.events)} events in ${inThousands(loaded.cases)} cases, ${seconds} s`,
  )
  return undefined
}

function inThousands(many: number): string {
  return many.toLocaleString('en-GB')
}

function casesOf(year: ReturnType<typeof yearOf>): readonly CaseToLoad[] {
  const cases = new Map<string, CaseToLoad['events'][number][]>()
  for (const [index, told] of year.entries()) {
    const event = { ...told, line: index + 1 }
    const known = cases.get(told.case)
    if (known === undefined) cases.set(told.case, [event])
    else known.push(event)
  }
  return [...cases].map(([caseId, events]) => ({ caseId, events }))
}

async function hasCases(store: Store, acting: Acting): Promise<boolean> {
  const cases = await listCases(store, acting, { limit: 1 })
  return isRefused(cases) || cases.length > 0
}
