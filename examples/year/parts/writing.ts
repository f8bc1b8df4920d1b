import { type Instant, minute } from '#core/time/instant.ts'
import { endingOf, type Manner, tellEnding } from '../answering.ts'
import { arrivals, byPost, type Habit, online } from '../arrivals.ts'
import type { WritingHabits } from '../landlord.ts'
import { deskTime } from '../office-time.ts'
import type { Random } from '../random.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'
import { acknowledge, askFurther, changeUrgency, giveWord, openMail, type Written } from './mail-room.ts'
import { passedOn } from './passed-on.ts'
import { bandOf, writerOf } from './people.ts'

/** Letters, e-mails, texts and web forms, from coming in to being answered. */
export function writing(world: World): readonly Case[] {
  const { letters, eMails, texts, webForms } = world.landlord
  return [
    ...through(world, 'letter', letters, byPost),
    ...through(world, 'e-mail', eMails, online),
    ...through(world, 'text', texts, online),
    ...through(world, 'web', webForms, online),
  ]
}

function through(
  world: World,
  channel: Written['channel'],
  habits: WritingHabits,
  habit: Habit,
): readonly Case[] {
  const random = world.random(channel)
  return [...arrivals(world, random, habits.aYear, habit)].map((at, index) => {
    const enquiry = openCase('enquiry', `${channel}-${String(index + 1).padStart(4, '0')}`)
    receive({ world, enquiry, channel, habits, at, random })
    return enquiry
  })
}

function receive(written: Written): void {
  const { world, enquiry, channel, habits, at, random } = written
  const answerNeeded = random.chance(0.965)
  const urgent = answerNeeded && random.chance(habits.urgent)
  const data = { channel, from: writerOf(random), urgent, ...(!answerNeeded && { answerNeeded }) }
  const recordedAt = typedIn(world, channel, at, random)
  enquiry.tell('contact-received', at, { ...data, ...bandOf(world, random) }, { recordedAt })
  if (answerNeeded) deal(written, urgent)
  else {
    const read = deskTime(world, at, random.exponential(0.6), random)
    openMail(written, read, false)
    enquiry.tell('enquiry-closed', read + minute, { reason: 'no-answer-needed' })
  }
}

function deal(written: Written, urgent: boolean): void {
  const { world, enquiry, channel, at, random } = written
  const passed = random.chance(0.16) ? passedOn(world, at, random) : undefined
  const manner = mannerOf(written)
  const ending = endingOf(world, at, manner, (urgent ? 0.3 : 1) * (passed?.pace ?? 1), random)
  openMail(written, ending.at, passed !== undefined)
  acknowledge(written, ending.at)
  passed?.tell(enquiry, urgent, ending.at)
  askFurther(written, ending.at)
  changeUrgency(written, ending.at, urgent)
  if (channel === 'letter' && random.chance(0.975))
    enquiry.tell('note-kept', at + 2 * minute, { of: 'letter', where: true })
  tellEnding(world, enquiry, ending, manner.channel, random)
  if (ending.how === 'reply') giveWord(written, ending.at)
}

function mannerOf({ channel, habits: { meanDays, putOff } }: Written): Manner {
  return { channel: channel === 'web' ? 'e-mail' : channel, meanDays, putOff, putOffFrom: 8.4 }
}

/** Letters are typed in when somebody gets to them; the rest records itself. */
function typedIn(world: World, channel: Written['channel'], at: Instant, random: Random): Instant {
  return channel === 'letter' ? deskTime(world, at, random.weighted(daysToTypeIn), random) : at
}

const daysToTypeIn = [
  [0, 0.72],
  [1, 0.19],
  [2, 0.07],
  [4, 0.02],
] as const
