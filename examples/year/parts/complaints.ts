import type { EventData } from '#core/ledger/event.ts'
import { formatDay } from '#core/time/day.ts'
import { hour, type Instant, minute } from '#core/time/instant.ts'
import { arrivals, atTheDesk, byPost, online } from '../arrivals.ts'
import { deskTime, timeOn } from '../office-time.ts'
import { staffId } from '../papers.ts'
import type { Random } from '../random.ts'
import { slownessOf, stormOn } from '../seasons.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'
import { bandOf } from './people.ts'

/** Complaints by every road, from coming in to what was learnt. */
export function complaints(world: World): readonly Case[] {
  const random = world.random('complaints')
  const { aYear } = world.landlord.complaints
  const comings = roads.flatMap(({ share, habit, channels }) =>
    [...arrivals(world, random, aYear * share, habit)].map((at) => ({
      at,
      channel: random.weighted(channels),
    })),
  )
  return comings
    .sort((a, b) => a.at - b.at)
    .map(({ at, channel }, index) => {
      const complaint = openCase('complaint', `complaint-${String(index + 1).padStart(4, '0')}`)
      follow(world, complaint, at, channel, random)
      return complaint
    })
}

const roads = [
  {
    share: 0.42,
    habit: online,
    channels: [
      ['e-mail', 7],
      ['web', 3],
    ],
  },
  { share: 0.2, habit: byPost, channels: [['letter', 1]] },
  {
    share: 0.38,
    habit: atTheDesk,
    channels: [
      ['telephone', 8],
      ['reception', 2],
    ],
  },
] as const

function follow(world: World, complaint: Case, at: Instant, channel: string, random: Random): void {
  const { complaints: habits } = world.landlord
  const about = random.weighted(stormOn(world.zone.dayOf(at)) > 0.3 ? stormSubjects : subjects)
  const late = channel === 'letter' ? deskTime(world, at, random.whole(0, 2), random) : at
  const complainant = { complainant: random.weighted(complainants) }
  const data = { channel, ...(random.chance(0.995) && { about }), ...complainant, ...bandOf(world, random) }
  complaint.tell('complaint-received', at, data, { recordedAt: late })
  const soon = random.chance(habits.acknowledgedSameDay)
  const ackAt = deskTime(
    world,
    at,
    soon
      ? 0
      : random.weighted([
          [1, 6],
          [2, 3],
          [3, 1.5],
          [5, 0.5],
        ]),
    random,
  )
  if (about === 'neighbour' && random.chance(0.95)) {
    complaint.tell('complaint-redirected', ackAt, { to: 'antisocial-behaviour' })
    finish(complaint, ackAt + 10 * minute, { reason: 'redirected' }, random)
    return
  }
  if (random.chance(0.02)) {
    finish(complaint, deskTime(world, ackAt, 2, random), { reason: 'withdrawn' }, random)
    return
  }
  const answered = stage(world, complaint, at, ackAt, 1, random)
  if (answered === undefined) return
  if (random.chance(habits.escalated)) escalate(world, complaint, answered, random)
  else close(world, complaint, answered, random)
}

/** One stage: who looks into it and until when, perhaps that it takes longer, then the decision. */
function stage(
  world: World,
  complaint: Case,
  from: Instant,
  ackAt: Instant,
  number: number,
  random: Random,
): Instant | undefined {
  const { complaints: habits } = world.landlord
  const fromDay = world.zone.dayOf(from)
  const slow = random.chance(0.1) ? 1.9 : 1
  const days = random.erlang(4, habits.meanDays) * slow * slownessOf(fromDay)
  const decisionOn = world.calendar.addWorkingDays(fromDay, 10)
  const answeredAt = Math.max(deskTime(world, from, days, random), ackAt + 30 * minute)
  const named = random.chance(0.985) ? { investigator: staffId(world, random) } : {}
  const dated = random.chance(0.98) ? { decisionOn: formatDay(decisionOn) } : {}
  if (ackAt < answeredAt - hour && random.chance(0.985))
    complaint.tell('complaint-acknowledged', ackAt, { ...named, ...dated })
  if (world.zone.dayOf(answeredAt) > decisionOn && random.chance(habits.told)) {
    const toldDay = world.office.addWorkingDays(decisionOn, -random.whole(0, 3))
    const newDate = formatDay(world.office.addWorkingDays(world.zone.dayOf(answeredAt), random.whole(0, 3)))
    const toldAt = timeOn(world, Math.min(toldDay, decisionOn), 10, 16.5, random)
    if (toldAt > ackAt) complaint.tell('complaint-extended', toldAt, { newDate, reason: random.pick(delays) })
  }
  if (random.chance(0.004)) return undefined
  const outcome = random.weighted([
    ['upheld', 4],
    ['partly', 3],
    ['not', 3],
  ])
  complaint.tell('complaint-answered', answeredAt, {
    stage: number,
    outcome,
    ...(random.chance(0.993) && { reason: true }),
    ...(random.chance(0.985) && { howToEscalate: true }),
    ...(outcome !== 'not' && { apology: random.chance(0.985), putRight: random.chance(0.955) }),
  })
  return answeredAt
}

function escalate(world: World, complaint: Case, answeredAt: Instant, random: Random): void {
  const at = answeredAt + random.between(20, 300) * hour
  complaint.tell('complaint-escalated', at, { stage: 2 })
  const again = stage(world, complaint, at, deskTime(world, at, 1, random), 2, random)
  if (again !== undefined) close(world, complaint, again, random)
}

function close(world: World, complaint: Case, answeredAt: Instant, random: Random): void {
  const closedAt = deskTime(world, answeredAt, random.whole(3, 12), random)
  finish(complaint, closedAt, { satisfied: random.chance(0.62), reason: 'answered' }, random)
  if (random.chance(0.95)) complaint.tell('satisfaction-invited', closedAt + random.between(5, 60) * minute)
}

/** What was learnt is written down before it is closed, nearly always. */
function finish(complaint: Case, at: Instant, data: EventData, random: Random): void {
  if (random.chance(0.965)) {
    const lesson = random.pick(lessons)
    complaint.tell('learning-recorded', at - minute, { cause: causes[lesson], lesson })
  }
  complaint.tell('complaint-closed', at, data)
}

const subjects = [
  ['repair', 40],
  ['information', 12],
  ['behaviour', 9],
  ['application', 8],
  ['standard', 14],
  ['charges', 10],
  ['neighbour', 7],
] as const
const stormSubjects = [
  ['repair', 70],
  ['information', 14],
  ['standard', 10],
  ['neighbour', 6],
] as const
const complainants = [
  ['tenant', 70],
  ['leaseholder', 9],
  ['applicant', 6],
  ['owner', 3],
  ['representative', 5],
  ['councillor', 2.5],
  ['mp', 1],
  ['solicitor', 1],
  ['advice-bureau', 1.5],
  ['association', 1],
] as const
const delays = ['awaiting-contractor', 'needs-inspection', 'investigator-away', 'more-to-look-into'] as const
/** Why it went wrong, by what will be done differently. */
const causes: Readonly<Record<(typeof lessons)[number], string>> = {
  'tell-earlier': 'communication',
  'check-contractor': 'workmanship',
  'explain-charges': 'information',
  'train-staff': 'behaviour',
  'nothing-new': 'nothing-went-wrong',
}

const lessons = ['tell-earlier', 'check-contractor', 'explain-charges', 'train-staff', 'nothing-new'] as const
