import type { Day } from '#core/time/day.ts'
import { type Instant, minute } from '#core/time/instant.ts'
import { busynessOf, type Habit } from '../arrivals.ts'
import { clockOn } from '../office-time.ts'
import { type Queue, type Taken, takeCalls } from '../queue.ts'
import type { Random } from '../random.ts'
import { awayOn, stormOn } from '../seasons.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'

/** The year's calls, and when a caller was left to speak to the voicemail. */
export interface Calls {
  readonly cases: readonly Case[]
  readonly voicemailsAt: readonly Instant[]
}

/** Telephone calls, half hour by half hour, through a queue with the people who were there. */
export function calls(world: World): Calls {
  const random = world.random('calls')
  const cases: Case[] = []
  const voicemailsAt: Instant[] = []
  const plan = planOf(world)
  for (let day = world.year.begins; day <= world.year.ends; day++) {
    if (!world.calendar.isWorkingDay(day)) continue
    const offered = offeredOn(world, day, plan, random)
    for (const taken of takeCalls(offered, queueOn(world, day, plan, random), random)) {
      cases.push(callOf(world, taken, cases.length + 1, random))
      if (taken.how === 'voicemail') voicemailsAt.push(taken.at)
    }
  }
  return { cases, voicemailsAt }
}

interface Plan {
  /** Calls on a day of ordinary busyness. */
  readonly aDay: number
  readonly wholeDay: number
}

/** By half hour from eight in the morning: everybody rings at half past nine. */
const byHalfHour = [5, 8, 12, 14, 14.5, 13.5, 12.5, 11.5, 10, 9, 9, 10, 10.5, 10.5, 10, 9, 8, 6, 4, 3]
const asCalls: Habit = { closedDay: 0, fromHour: 8, byHour: [], storm: 1 }
const halfHour = 30 * minute

function planOf(world: World): Plan {
  const { aYear, opens, closes } = world.landlord.calls
  let days = 0
  for (let day = world.year.begins; day <= world.year.ends; day++) days += busynessOf(world, day, asCalls)
  let wholeDay = 0
  for (let hours = opens; hours < closes; hours += 0.5) wholeDay += shareAt(hours)
  return { aDay: (aYear * world.scale) / days, wholeDay }
}

function offeredOn(world: World, day: Day, plan: Plan, random: Random): readonly Instant[] {
  const { opens, closes } = world.landlord.calls
  const shut = world.office.isWorkingDay(day) ? 1 : 0.45
  const many = plan.aDay * busynessOf(world, day, asCalls) * shut * random.between(0.9, 1.1)
  const offered: Instant[] = []
  for (let hours = opens; hours < closes; hours += 0.5) {
    const from = clockOn(world, day, hours)
    const rung = random.poisson((many * shareAt(hours)) / plan.wholeDay)
    for (let i = 0; i < rung; i++) offered.push(from + random.between(0, halfHour))
  }
  return offered.sort((a, b) => a - b)
}

/** The rota is made for an ordinary day of the season; storms and illness are not on it. */
function queueOn(world: World, day: Day, plan: Plan, random: Random): Queue {
  const habits = world.landlord.calls
  const { opens, closes, talkSeconds, spare } = habits
  const opensAt = clockOn(world, day, opens)
  const expected = (plan.aDay * busynessOf(world, day, asCalls)) / (1 + stormOn(day))
  const shut = world.office.isWorkingDay(day) ? 0 : 0.6
  const away = Math.max(shut, awayOn(day) + (stormOn(day) > 0.7 ? 0.1 : 0)) + (random.chance(0.07) ? 0.15 : 0)
  const desks: number[] = []
  for (let hours = opens; hours < closes; hours += 0.5) {
    const need = (((expected * shareAt(hours)) / plan.wholeDay) * talkSeconds) / 1800
    const lunch = isLunchAt(hours) ? 0.72 : 1
    const there = (need + spare * Math.sqrt(need)) * (1.04 - away) * lunch
    desks.push(Math.max(1, Math.floor(there + random.next())))
  }
  const slot = (at: Instant) => Math.floor((at - opensAt) / halfHour)
  return {
    habits,
    desksAt: (at) => desks[slot(at)] ?? 0,
    nextChange: (at) => opensAt + (slot(at) + 1) * halfHour,
    closesAt: clockOn(world, day, closes),
    isLunch: (at) => isLunchAt(opens + slot(at) / 2),
  }
}

function shareAt(hours: number): number {
  return byHalfHour[(hours - 8) * 2] ?? 0
}

function isLunchAt(hours: number): boolean {
  return hours >= 12.5 && hours < 14
}

function callOf(world: World, taken: Taken, number: number, random: Random): Case {
  const call = openCase('call', `call-${String(number).padStart(5, '0')}`)
  const { calls: habits } = world.landlord
  call.tell('call-offered', taken.offeredAt, { queue: random.weighted(habits.queues) })
  if (taken.how !== 'answered') {
    call.tell(endings[taken.how], taken.at)
    return call
  }
  const by = `desk-${String(taken.desk + 1).padStart(2, '0')}`
  call.tell('call-answered', taken.at, { by })
  passOn(world, call, taken, random)
  call.tell('call-ended', taken.endedAt)
  return call
}

const endings = {
  abandoned: 'call-abandoned',
  'timed-out': 'call-timed-out',
  refused: 'call-refused',
  voicemail: 'call-went-to-voicemail',
} as const

/** Some callers are put through, some want a person who is out, and a few have something to sell. */
function passOn(world: World, call: Case, { at, endedAt }: Taken, random: Random): void {
  const { calls: habits, teams } = world.landlord
  const during = at + (endedAt - at) * random.between(0.2, 0.8)
  if (random.chance(0.09)) {
    const named = random.chance(0.97)
    const briefed = random.chance(0.95)
    call.tell('call-transferred', during, { to: random.pick(teams), named, briefed })
  } else if (random.chance(habits.wantedAway)) call.tell('wanted-person-was-away', during, offerOf(random))
  else if (random.chance(habits.screened / habits.aYear))
    call.tell('call-screened', during, { salesCall: random.chance(0.95) })
}

function offerOf(random: Random) {
  const { reachableAt, alternative } = { reachableAt: random.chance(0.5), alternative: random.chance(0.35) }
  return {
    reachableAt,
    alternative,
    messageTaken: reachableAt || alternative ? random.chance(0.2) : random.chance(0.9),
  }
}
