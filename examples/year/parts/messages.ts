import type { EventData } from '#core/ledger/event.ts'
import { type Day, dayFrom } from '#core/time/day.ts'
import { hour, type Instant, minute } from '#core/time/instant.ts'
import { afterHours, arrivals, atTheDesk } from '../arrivals.ts'
import type { MessageHabits } from '../landlord.ts'
import { deskHours, soonAfter } from '../office-time.ts'
import type { Random } from '../random.ts'
import { slownessOf } from '../seasons.ts'
import { type Case, openCase } from '../told.ts'
import { sameTimeOfYear } from '../year-span.ts'
import type { World } from '../world.ts'
import { bandOf } from './people.ts'

/** Voicemails: those left by callers whom nobody answered at lunch, and those of evenings and closed days. */
export function voicemails(world: World, unansweredAt: readonly Instant[]): readonly Case[] {
  const random = world.random('voicemail')
  const { voicemails: habits } = world.landlord
  const left = unansweredAt.filter(() => random.chance(0.6)).map((at) => at + random.between(20, 70) * 1000)
  const all = [...left, ...arrivals(world, random, habits.aYear, afterHours)].sort((a, b) => a - b)
  return all.map((at, index) => {
    const away = random.chance(0.08)
    const enquiry = openCase('enquiry', `voicemail-${String(index + 1).padStart(4, '0')}`)
    ringBack(world, enquiry, at, { channel: 'voicemail', ...(away && { away }) }, habits, random)
    return enquiry
  })
}

/** Messages that somebody took down for a colleague. */
export function messages(world: World): readonly Case[] {
  const random = world.random('message')
  const { messages: habits } = world.landlord
  return [...arrivals(world, random, habits.aYear, atTheDesk)].map((at, index) => {
    const enquiry = openCase('enquiry', `message-${String(index + 1).padStart(4, '0')}`)
    ringBack(world, enquiry, at, { channel: 'message', ...noted(world, at, random) }, habits, random)
    return enquiry
  })
}

/** Until September messages were taken down on slips of paper; since then a form asks for everything. */
function noted(world: World, at: Instant, random: Random): EventData {
  const onForm = world.zone.dayOf(at) >= formSince(world)
  const says = (share: number) => onForm || random.chance(share)
  return {
    nameNoted: says(0.99),
    telephoneNoted: says(0.96),
    addressNoted: says(0.86),
    subjectNoted: says(0.98),
    timeNoted: says(0.95),
  }
}

function formSince({ year }: World): Day {
  return sameTimeOfYear(dayFrom(2025, 9, 15), year)
}

/** Somebody rings back when they get to it: with the answer, or with when to expect one. */
function ringBack(
  world: World,
  enquiry: Case,
  at: Instant,
  data: EventData,
  { meanHours }: MessageHabits,
  random: Random,
): void {
  const answerNeeded = random.chance(0.94)
  enquiry.tell('contact-received', at, {
    ...data,
    ...(!answerNeeded && { answerNeeded }),
    ...bandOf(world, random),
  })
  const away = data['away'] === true ? 2.5 : 1
  const hours = random.erlang(2, meanHours) * slownessOf(world.zone.dayOf(at)) ** 2 * away
  const answeredAt = Math.max(deskHours(world, at, hours), at + 3 * minute)
  const close = (reason: string) =>
    enquiry.tell('enquiry-closed', soonAfter(world, answeredAt, 5), { reason })
  if (!answerNeeded) close('no-answer-needed')
  else if (random.chance(0.006)) close('wrong-person')
  else if (random.chance(0.985)) answer(world, enquiry, answeredAt, random)
}

function answer(world: World, enquiry: Case, at: Instant, random: Random): void {
  if (random.chance(0.1)) {
    enquiry.tell('reply-sent', at, {
      full: true,
      channel: 'e-mail',
      name: true,
      telephone: true,
      email: true,
    })
    return
  }
  const settled = random.chance(0.72)
  enquiry.tell('call-returned', at, { with: settled ? 'reply' : 'timescale' })
  if (!settled)
    enquiry.tell('call-returned', deskHours(world, at + hour, random.erlang(2, 14)), { with: 'reply' })
}
