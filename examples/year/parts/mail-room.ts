import { formatDay } from '#core/time/day.ts'
import { hour, type Instant, minute, second } from '#core/time/instant.ts'
import type { WritingHabits } from '../landlord.ts'
import { clockOn, deskTime } from '../office-time.ts'
import { shownOn } from '../papers.ts'
import type { Random } from '../random.ts'
import type { Case } from '../told.ts'
import type { World } from '../world.ts'

/** Something that came in writing. */
export interface Written {
  readonly world: World
  readonly enquiry: Case
  readonly channel: 'letter' | 'e-mail' | 'text' | 'web'
  readonly habits: WritingHabits
  readonly at: Instant
  readonly random: Random
}

/** Opened and stamped, or found in the inbox; what comes after hours waits for the morning. */
export function openMail(written: Written, before: Instant, forColleague: boolean): void {
  const { world, enquiry, channel, at, random } = written
  if (channel !== 'letter' && channel !== 'e-mail') return
  const day = world.zone.dayOf(at)
  const from = world.office.isWorkingDay(day) ? Math.max(at, clockOn(world, day, 9)) : at
  const soon = from + random.between(5, 40) * minute
  const inTime = random.chance(0.955) && world.office.openTime('office')?.isOpen(soon) === true
  const openedAt = inTime ? soon : deskTime(world, at, 1, random)
  const stamped = channel === 'letter' ? { dateStamped: random.chance(0.985) } : {}
  const data = { ...stamped, ...(forColleague && { forColleague }) }
  enquiry.tell('contact-opened', Math.min(openedAt, before - 2 * minute), data)
}

/** A machine's acknowledgement goes out at once, a person's when they get to it; none where the answer came first. */
export function acknowledge({ world, enquiry, channel, habits, at, random }: Written, before: Instant): void {
  const by = channel === 'web' ? 'e-mail' : channel
  if (habits.machine && !world.landlord.mishaps.mailDown.includes(world.zone.dayOf(at)))
    enquiry.tell('acknowledgement-sent', at + random.between(2, 50) * second, { by: 'system', channel: by })
  if (habits.acknowledged === 0) return
  const days = random.chance(habits.acknowledged) ? 0 : random.weighted(daysToAcknowledge)
  const sentAt = deskTime(world, at, days, random)
  if (sentAt < before) enquiry.tell('acknowledgement-sent', sentAt, shownOn(world, by, sentAt, random))
}

/** Now and then the answer needs somebody else's, with a date by which to have it. */
export function askFurther({ world, enquiry, at, random }: Written, before: Instant): void {
  if (before - at < 60 * hour || !random.chance(0.12)) return
  const askedAt = deskTime(world, at, 1, random)
  const cameAt = deskTime(world, askedAt, 2, random)
  const of = random.pick(['contractor', 'council', 'customer', 'another-team'])
  const dated = random.chance(0.97) ? { for: dayIn(world, askedAt, 3) } : {}
  if (askedAt < before) enquiry.tell('information-requested', askedAt, { of, ...dated })
  if (cameAt < before) enquiry.tell('information-received', cameAt)
}

/** Staff think again about how urgent it is. */
export function changeUrgency(
  { world, enquiry, at, random }: Written,
  before: Instant,
  urgent: boolean,
): void {
  if (!random.chance(0.02)) return
  const changedAt = deskTime(world, at, random.whole(0, 1), random)
  if (changedAt >= before) return
  enquiry.tell('urgency-changed', changedAt, { urgent: !urgent })
}

/** With some answers goes our word that something will be done. */
export function giveWord({ world, enquiry, random }: Written, at: Instant): void {
  if (!random.chance(0.15)) return
  enquiry.tell('commitment-made', at + minute, { by: dayIn(world, at, 10) })
  if (random.chance(0.93)) enquiry.tell('commitment-kept', deskTime(world, at, random.erlang(3, 6), random))
}

function dayIn(world: World, at: Instant, workingDays: number): string {
  return formatDay(world.office.addWorkingDays(world.zone.dayOf(at), workingDays))
}

const daysToAcknowledge = [
  [1, 0.65],
  [2, 0.2],
  [3, 0.1],
  [9, 0.05],
] as const
