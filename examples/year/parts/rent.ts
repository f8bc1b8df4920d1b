import { type Day, dayOfWeek } from '#core/time/day.ts'
import { type Instant, minute } from '#core/time/instant.ts'
import { clockOn, deskTime, timeOn } from '../office-time.ts'
import { staffId } from '../papers.ts'
import type { Random } from '../random.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'
import { type Arrears, chase, noArrears } from './arrears.ts'

/** Rent accounts, week by week: charged on Monday, paid or not, looked at on Tuesday. */
export function rentAccounts(world: World): readonly Case[] {
  const random = world.random('rent')
  return Array.from({ length: world.count(world.landlord.rentAccounts) }, (_, index) => {
    const account = openCase('rent-account', `rent-${String(index + 1).padStart(4, '0')}`)
    keep(world, account, payerOf(random), random)
    return account
  })
}

/** Accounts were taken over on the Monday of the week in which the year begins. */
function takenOverOn({ year }: World): Day {
  return year.begins - dayOfWeek(year.begins) + 1
}

interface Payer {
  readonly pays: 'weekly' | 'by-benefit' | 'monthly'
  /** How likely a payment is not to come. */
  readonly misses: number
  readonly weeklyRentPence: number
  readonly owedPence: number
  /** Which week of the four, for those who pay four at a time. */
  readonly payWeek: number
}

function payerOf(random: Random): Payer {
  const weeklyRentPence = random.whole(92, 168) * 100
  const struggling = random.chance(0.2)
  const pays = random.weighted([
    ['weekly', 5],
    ['by-benefit', 3],
    ['monthly', 2],
  ] as const)
  const payWeek = random.whole(0, 3)
  const ahead = pays === 'weekly' ? 0 : payWeek
  return {
    pays,
    payWeek,
    misses: struggling ? random.between(0.1, 0.24) : random.between(0, 0.012),
    weeklyRentPence,
    owedPence: Math.round(
      weeklyRentPence * ((struggling ? random.between(0.4, 8) : random.between(-0.8, 0.7)) - ahead),
    ),
  }
}

interface Standing {
  owed: number
  arrears: Arrears
  statementDueOn: Day
  /** Who pays four weeks at a time pays on this Monday and every fourth after it. */
  readonly paysFrom: Day
}

function keep(world: World, account: Case, payer: Payer, random: Random): void {
  const takenOver = takenOverOn(world)
  const begins = random.chance(0.93) ? takenOver : takenOver + 7 * random.whole(3, 40)
  const ends = random.chance(0.05) ? begins + 7 * random.whole(8, 45) : world.year.ends
  const standing: Standing = {
    owed: begins === takenOver ? payer.owedPence : 0,
    arrears: noArrears,
    statementDueOn: begins + random.whole(20, 80),
    paysFrom: begins === takenOver ? begins + 7 * payer.payWeek : begins,
  }
  account.tell('account-opened', clockOn(world, begins, 0.1))
  for (let monday = begins; monday <= Math.min(ends, world.year.ends); monday += 7)
    keepWeek(world, account, payer, standing, monday, random)
  if (ends < world.year.ends) account.tell('account-closed', clockOn(world, ends + 2, 12))
}

function keepWeek(
  world: World,
  account: Case,
  payer: Payer,
  standing: Standing,
  monday: Day,
  random: Random,
): void {
  account.tell('rent-charged', clockOn(world, monday, 0.5), { pence: payer.weeklyRentPence })
  standing.owed += payer.weeklyRentPence
  const paid = paidIn(payer, standing, monday, random)
  if (paid > 0)
    account.tell('rent-received', timeOn(world, monday, 6, 20, random), { pence: paid, by: 'customer' })
  standing.owed -= paid
  const checkedOn = checkDay(world, monday, random)
  if (checkedOn === undefined) return
  const at = timeOn(world, checkedOn, 9.2, 10.5, random)
  const { weeklyRentPence } = payer
  account.tell('balance-read', at, { pence: standing.owed, weeklyRentPence, by: staffId(world, random) })
  standing.arrears = chase(world, account, standing.arrears, standing.owed / weeklyRentPence, at, random)
  if (checkedOn >= standing.statementDueOn) sendStatement(world, account, standing, at, random)
}

/** Payers catch up with a little of what they owe; some pay four weeks at a time, ahead. */
function paidIn(payer: Payer, { owed, arrears, paysFrom }: Standing, monday: Day, random: Random): number {
  const { weeklyRentPence: rent, pays } = payer
  const weeks = pays === 'weekly' ? 1 : 4
  const isPayWeek = weeks === 1 || (monday >= paysFrom && (monday - paysFrom) % 28 === 0)
  if (!isPayWeek || random.chance(arrears.agreed ? payer.misses * 0.3 : payer.misses)) return 0
  const due = rent * weeks
  const behind = owed - rent
  const extra = behind > 0 ? Math.min(behind, Math.round(rent * (arrears.agreed ? 0.3 : 0.16) * weeks)) : 0
  return due + extra
}

/** The weekly check is on Tuesday; where the office is shut it waits, and once a year somebody forgets. */
function checkDay(world: World, monday: Day, random: Random): Day | undefined {
  if (random.chance(0.0008)) return undefined
  return world.office.firstWorkingDayOnOrAfter(monday + 1)
}

function sendStatement(world: World, account: Case, standing: Standing, at: Instant, random: Random): void {
  const late = random.chance(0.02)
  const sentAt = late
    ? deskTime(world, at, random.whole(15, 25), random)
    : at + random.between(20, 300) * minute
  account.tell('statement-sent', sentAt, { channel: 'letter' })
  standing.statementDueOn = world.zone.dayOf(sentAt) + 82
}
