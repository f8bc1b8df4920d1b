import type { ItemAnswer } from '#core/observations/results.ts'
import { permissionsOf, type Role } from '#core/people/role.ts'
import type { Acting } from '#core/people/acting.ts'
import { parseDay } from '#core/time/day.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { readFigures } from '#store/ledger/figures.ts'
import type { FilledIn } from '#store/observations/record-sheet.ts'
import { addProgramme, type ProgrammeToAdd } from '#store/observations/programmes.ts'
import { done } from '../databases.ts'
import { type House, openHouse } from '../people/people.ts'

/** A day as programmes have it. */
export function day(text: string): number {
  const found = parseDay(text)
  if (found === undefined) throw new Error(`${text} is no day`)
  return found
}

/** A house where calls were answered on 2 March by two people, with those who observe. */
export interface ObservedHouse {
  readonly house: House
  readonly officer: Acting
  readonly leader: Acting
  readonly observer: Acting
  /** Whoever answered the calls with odd numbers. */
  readonly answerer: Acting
  close(): Promise<void>
}

export const calls = 12

/** Opens one, of the landlord whose staff are to say who they are when they answer (LHH-07). */
export async function openObserved(): Promise<ObservedHouse> {
  const house = await openHouse(undefined, 'longhurst-and-havelok')
  const as = async (name: string, role: Role): Promise<Acting> => {
    const { staffId } = await house.person(name, role)
    const { landlord } = house.landlord
    return { landlord, by: `staff:${staffId}`, staffId, may: permissionsOf([role]) }
  }
  const officer = await as('Olive Perf', 'performance officer')
  const leader = await as('Lena Lead', 'team leader')
  const observer = await as('Oscar Secret', 'observer')
  const answerer = await as('Ann Swer', 'contact officer')
  const { store, landlord } = house
  for (let n = 1; n <= calls; n++) {
    const caseId = `call-${n}`
    const at = (minutes: number) => `2026-03-02T08:${String(minutes).padStart(2, '0')}:00Z`
    const offered = { type: 'call-offered', at: at(n), data: { queue: 'income' } }
    done(await openCase(store, landlord, { kind: 'call', caseId, act: offered }))
    const by = n % 2 === 1 ? answerer.staffId : leader.staffId
    done(await recordAct(store, landlord, caseId, { type: 'call-answered', at: at(n + 1), data: { by } }))
  }
  return { house, officer, leader, observer, answerer, close: () => house.close() }
}

/** A programme of call monitoring for “you are told our name”, in March. */
export async function monitoring(
  { house, officer }: ObservedHouse,
  more: Partial<ProgrammeToAdd> = {},
): Promise<string> {
  const { programmeId } = done(
    await addProgramme(house.store, officer, {
      name: 'Calls, quarterly',
      instrument: 'call-monitoring',
      commissionedBy: 'landlord',
      items: ['gave-their-name', 'respectful'],
      places: [],
      dutyPromise: 'LHH-46',
      firstOn: day('2026-03-01'),
      lastOn: day('2026-03-31'),
      wanted: 6,
      ...more,
    }),
  )
  return programmeId
}

/** A form filled in on 2 March. */
export function filledIn(answers: Readonly<Record<string, ItemAnswer>>, note = ''): FilledIn {
  return { answers: new Map(Object.entries(answers)), at: Date.parse('2026-03-02T08:30Z'), note }
}

/** How many were counted of a promise in March, and how many kept it. */
export async function figureOf({ house, officer }: ObservedHouse, promise: string) {
  const measured = done(
    await readFigures(house.store, officer, {
      from: day('2026-03-01'),
      to: day('2026-03-31'),
      by: 'month',
      promise,
    }),
  )
  const found = measured.promises.find((each) => each.promise.id === promise)?.whole
  return { kept: found?.kept, counted: found?.counted }
}
