import { formatDay } from '#core/time/day.ts'
import { type Instant, minute } from '#core/time/instant.ts'
import { clockOn, deskTime, timeOn, workingDayBy } from '../office-time.ts'
import { overriding } from '../pack-asks.ts'
import type { Random } from '../random.ts'
import type { Case } from '../told.ts'
import type { World } from '../world.ts'

/** How far an account in arrears has come. */
export interface Arrears {
  /** Two weeks' rent was found to be owed, and has not been paid since. */
  readonly owing: boolean
  /** Five weeks' as well. */
  readonly deep: boolean
  readonly agreed: boolean
  readonly advised: boolean
  readonly noticeAt: Instant | undefined
  readonly atCourt: boolean
}

export const noArrears: Arrears = {
  owing: false,
  deep: false,
  agreed: false,
  advised: false,
  noticeAt: undefined,
  atCourt: false,
}

/** What the weekly check leads to, by how many weeks' rent are owed. */
export function chase(
  world: World,
  account: Case,
  arrears: Arrears,
  weeks: number,
  at: Instant,
  random: Random,
): Arrears {
  if (arrears.owing && weeks <= 0.2) {
    account.tell('arrears-cleared', at + minute)
    return noArrears
  }
  if (arrears.owing) return press(world, account, arrears, weeks, at, random)
  return weeks > 2 ? beginChasing(world, account, at, random) : arrears
}

function press(
  world: World,
  account: Case,
  arrears: Arrears,
  weeks: number,
  at: Instant,
  random: Random,
): Arrears {
  const { agreed, deep, noticeAt, atCourt } = arrears
  if (agreed && weeks > 4 && random.chance(0.05)) {
    account.tell('agreement-broken', at + 2 * minute)
    return { ...arrears, agreed: false }
  }
  if (!deep && weeks > 5) return goDeeper(world, account, arrears, at, random)
  if (deep && noticeAt === undefined && !agreed && random.chance(0.35))
    return serveNotice(world, account, arrears, at, random)
  if (noticeAt !== undefined && !atCourt && weeks > 5.5 && at - noticeAt > sixWeeks)
    return goToCourt(world, account, arrears, at, random)
  return agreed || !random.chance(0.09) ? arrears : offerAgain(account, arrears, at, random)
}

const sixWeeks = 42 * 24 * 60 * minute

/** Two weeks owed: somebody gets in touch the same day, nearly always, and offers to pay it off in parts. */
function beginChasing(world: World, account: Case, at: Instant, random: Random): Arrears {
  account.tell('arrears-passed', at + minute, { weeks: 2 })
  const contactedAt = deskTime(world, at + minute, random.chance(0.95) ? 0 : random.whole(1, 3), random)
  account.tell('arrears-contacted', contactedAt, { channel: random.pick(['telephone', 'text', 'letter']) })
  const supported = random.chance(0.7)
  if (supported) account.tell('support-offered', contactedAt + 5 * minute)
  const offered = random.chance(0.85)
  if (offered) account.tell('agreement-offered', contactedAt + 6 * minute)
  const agreed = offered && random.chance(0.8)
  if (agreed) account.tell('agreement-made', deskTime(world, contactedAt, random.whole(0, 3), random))
  return { ...noArrears, owing: true, agreed }
}

/** Whoever has no agreement is asked again now and then. */
function offerAgain(account: Case, arrears: Arrears, at: Instant, random: Random): Arrears {
  account.tell('agreement-offered', at + 20 * minute)
  const agreed = random.chance(0.7)
  if (agreed) account.tell('agreement-made', at + 30 * minute)
  return { ...arrears, agreed }
}

function goDeeper(world: World, account: Case, arrears: Arrears, at: Instant, random: Random): Arrears {
  account.tell('arrears-passed', at + minute, { weeks: 5 })
  account.tell('arrears-contacted', deskTime(world, at + minute, random.chance(0.96) ? 0 : 1, random))
  const advised = random.chance(0.93)
  if (advised) account.tell('debt-advice-offered', deskTime(world, at, 1, random))
  return { ...arrears, deep: true, advised }
}

function serveNotice(world: World, account: Case, arrears: Arrears, at: Instant, random: Random): Arrears {
  const reason =
    !arrears.advised && random.chance(0.6) ? overriding(world, 'notice-served', 'has-an-adviser') : {}
  const noticeAt = deskTime(world, at, 2, random)
  account.tell('notice-served', noticeAt, reason)
  return { ...arrears, noticeAt }
}

/** Court comes last, after help was offered; the customer has the papers ten days before. */
function goToCourt(world: World, account: Case, arrears: Arrears, at: Instant, random: Random): Arrears {
  if (random.chance(0.97)) account.tell('support-offered', at + 30 * minute)
  account.tell('court-application-made', deskTime(world, at, 1, random))
  const listedAt = deskTime(world, at, 8, random)
  const hearingOn = world.office.addWorkingDays(world.zone.dayOf(listedAt), random.whole(24, 34))
  const time = random.pick(['10:00', '10:30', '11:30', '14:00'])
  account.tell('hearing-listed', listedAt, { on: formatDay(hearingOn), time, venue: 'county-court' })
  const early = random.chance(0.93) ? random.whole(11, 18) : random.whole(5, 9)
  const sentAt = timeOn(world, workingDayBy(world, hearingOn - early), 10, 16, random)
  const benefit = random.chance(0.5) ? { benefitStatus: true } : {}
  const order = random.chance(0.97) ? { order: true } : {}
  account.tell('court-pack-sent', sentAt, { statement: true, hearing: true, ...order, ...benefit })
  account.tell('hearing-held', clockOn(world, hearingOn, 10.5))
  return { ...arrears, atCourt: true }
}
