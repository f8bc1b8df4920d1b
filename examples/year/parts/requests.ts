import { hour, type Instant, minute } from '#core/time/instant.ts'
import { arrivals, atTheDesk, online } from '../arrivals.ts'
import { deskTime } from '../office-time.ts'
import type { Random } from '../random.ts'
import { slownessOf } from '../seasons.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'

/** Customers who ask to see their own file. */
export function accessRequests(world: World): readonly Case[] {
  const random = world.random('access requests')
  return [...arrivals(world, random, world.landlord.accessRequests, online)].map((at, index) => {
    const request = openCase('access-request', `access-${String(index + 1).padStart(3, '0')}`)
    giveAccess(world, request, at, random)
    return request
  })
}

function giveAccess(world: World, request: Case, at: Instant, random: Random): void {
  request.tell('access-requested', at)
  const confirmedAt = deskTime(world, at, random.erlang(2, 1.5), random)
  if (random.chance(0.98)) request.tell('identity-confirmed', confirmedAt)
  const days = random.erlang(4, 5.2) * slownessOf(world.zone.dayOf(at))
  const givenAt = Math.max(deskTime(world, at, days, random), confirmedAt + hour)
  if (random.chance(0.05)) request.tell('access-refused', givenAt, { reason: 'of-another-person' })
  else request.tell('access-given', givenAt)
}

/** Papers in other forms and languages, and interpreters. */
export function formats(world: World): readonly Case[] {
  const random = world.random('formats')
  return [...arrivals(world, random, world.landlord.formats, atTheDesk)].map((at, index) => {
    const request = openCase('accessible-format', `format-${String(index + 1).padStart(3, '0')}`)
    const reason = random.chance(0.03)
    if (random.chance(0.3)) interpret(world, request, at, random)
    else send(world, request, at, reason, random)
    return request
  })
}

function interpret(world: World, request: Case, at: Instant, random: Random): void {
  const bsl = random.chance(0.2)
  request.tell(
    'interpreter-requested',
    at,
    bsl ? { language: 'bsl', bsl } : { language: random.pick(languages) },
  )
  if (random.chance(0.97))
    request.tell('interpreter-provided', deskTime(world, at, random.whole(1, 6), random))
}

function send(world: World, request: Case, at: Instant, refused: boolean, random: Random): void {
  const format = random.pick([
    'large-print',
    'large-print',
    'braille',
    'audio',
    'cd',
    'translation',
    'easy-read',
  ])
  const language = format === 'translation' ? { language: random.pick(languages) } : {}
  request.tell('format-requested', at, { format, ...language })
  if (!refused) request.tell('format-sent', deskTime(world, at, random.erlang(3, 6), random))
}

/** Praise and comments. */
export function feedback(world: World): readonly Case[] {
  const random = world.random('feedback')
  return [...arrivals(world, random, world.landlord.feedback, online)].map((at, index) => {
    const given = openCase('feedback', `feedback-${String(index + 1).padStart(3, '0')}`)
    given.tell(random.chance(0.6) ? 'compliment-received' : 'comment-received', at, { channel: 'web' })
    const answeredAt = deskTime(world, at, random.erlang(2, 3), random)
    if (random.chance(0.95)) given.tell('feedback-answered', answeredAt + minute)
    if (random.chance(0.06))
      given.tell('improvement-made', deskTime(world, answeredAt, random.whole(10, 40), random), {
        improvement: 'clearer-letter',
      })
    return given
  })
}

const languages = ['pl', 'ro', 'ur', 'cy', 'ar', 'pt'] as const
