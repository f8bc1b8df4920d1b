import { formatDay } from '#core/time/day.ts'
import { hour, type Instant, minute, second, utcDay } from '#core/time/instant.ts'
import { chanceFrom } from './chance.ts'

/** An event before it is written down. */
export interface MadeEvent {
  readonly type: string
  readonly at: Instant
  readonly data: Readonly<Record<string, string | number | boolean>>
}

export interface MadeCase {
  readonly case: string
  readonly kind: 'call' | 'enquiry' | 'repair'
  /** In the order in which they happened. */
  readonly events: readonly MadeEvent[]
}

/** What a case has on average, over the mix below. */
export const eventsACase = 3

/** The nth case that begins on or after an instant, the same whenever it is asked for. */
export function madeCase(n: number, startAt: Instant): MadeCase {
  const chance = chanceFrom(n)
  const share = chance()
  if (share < 0.45) return { case: `t${n}`, kind: 'call', events: call(startAt, chance) }
  if (share < 0.75) return { case: `e${n}`, kind: 'enquiry', events: email(startAt, chance) }
  if (share < 0.875) return { case: `l${n}`, kind: 'enquiry', events: letter(startAt, chance) }
  return { case: `r${n}`, kind: 'repair', events: repair(startAt, chance) }
}

type Chance = () => number

function call(at: Instant, chance: Chance): readonly MadeEvent[] {
  const waited = at + Math.ceil(-12 * Math.log(1 - chance())) * second
  const answered = chance() < 0.95
  const offered = { type: 'call-offered', at, data: { queue: 'main' } }
  const taken = answered
    ? { type: 'call-answered', at: waited, data: { by: staff(chance) } }
    : { type: 'call-abandoned', at: waited, data: {} }
  const endedAt = waited + Math.ceil((answered ? 300 : 0) * chance()) * second
  return [offered, taken, { type: 'call-ended', at: endedAt, data: {} }]
}

function email(at: Instant, chance: Chance): readonly MadeEvent[] {
  const acknowledgedAt = at + Math.ceil(chance() * 26 * 60) * minute
  return [
    { type: 'contact-received', at, data: { channel: 'e-mail', from: 'customer' } },
    { type: 'acknowledgement-sent', at: acknowledgedAt, data: { by: staff(chance) } },
    reply(acknowledgedAt + Math.ceil(chance() * 14 * 24 * 60) * minute, chance),
  ]
}

function letter(at: Instant, chance: Chance): readonly MadeEvent[] {
  const openedAt = at + Math.ceil(chance() * 6 * 60) * minute
  const saidAt = openedAt + Math.ceil(chance() * 12 * 24 * 60) * minute
  return [
    { type: 'contact-received', at, data: { channel: 'letter', from: 'customer' } },
    { type: 'contact-opened', at: openedAt, data: { dateStamped: true } },
    chance() < 0.3 ? holding(saidAt, chance) : acknowledged(saidAt, chance),
    reply(saidAt + Math.ceil(chance() * 10 * 24 * 60) * minute, chance),
  ]
}

function repair(at: Instant, chance: Chance): readonly MadeEvent[] {
  const priority = ['emergency', 'urgent', 'routine'][Math.floor(chance() * 3)] ?? 'routine'
  const completedAt = at + Math.ceil(chance() * 30 * 24) * hour
  return [
    { type: 'repair-reported', at, data: { priority } },
    { type: 'repair-completed', at: completedAt, data: { firstVisit: chance() < 0.8 } },
  ]
}

function acknowledged(at: Instant, chance: Chance): MadeEvent {
  return { type: 'acknowledgement-sent', at, data: { by: staff(chance) } }
}

function holding(at: Instant, chance: Chance): MadeEvent {
  const newDate = formatDay(Math.floor(at / utcDay) + 7)
  return { type: 'holding-reply-sent', at, data: { by: staff(chance), reason: 'survey-needed', newDate } }
}

function reply(at: Instant, chance: Chance): MadeEvent {
  return {
    type: 'reply-sent',
    at,
    data: { by: staff(chance), full: true, name: true, telephone: true, email: true },
  }
}

function staff(chance: Chance): string {
  return `s-${Math.floor(chance() * 80)}`
}
