import { type Day, dayOfWeek, formatDay } from '#core/time/day.ts'
import { hour, minute } from '#core/time/instant.ts'
import { clockOn, timeOn } from '../office-time.ts'
import { staffNamed } from '../papers.ts'
import type { Random } from '../random.ts'
import { awayOn } from '../seasons.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'

/** Diaries and rotas, where the pack asks for them: who is away, what callers hear, who covers lunch. */
export function diaries(world: World): readonly Case[] {
  const asked = world.pack.promises.some(
    ({ measure, clauses }) =>
      measure === 'rule' && clauses.appliesTo?.some(({ event }) => event === 'absence-started'),
  )
  if (!asked) return []
  const random = world.random('diaries')
  const own = Array.from({ length: world.landlord.staff }, (_, index) => diaryOf(world, index + 1, random))
  return [...own, ...world.landlord.teams.map((team) => rotasOf(world, team, random))]
}

function diaryOf(world: World, nth: number, random: Random): Case {
  const diary = openCase('diary', `diary-${staffNamed(nth).slice('staff-'.length)}`)
  const share = (day: Day) =>
    diary.tell('diary-shared', timeOn(world, world.office.firstWorkingDayOnOrAfter(day), 9, 12, random))
  // One of them keeps it on paper until somebody notices.
  const onPaper = nth === 9
  if (!onPaper) share(world.year.ledgerOpensOn + random.whole(0, 40))
  let day = world.year.begins + random.whole(0, 30)
  for (let i = 0; i < 12 && day < world.year.ends - 15; i++) {
    const from = world.office.firstWorkingDayOnOrAfter(day)
    const back = world.office.addWorkingDays(from, random.weighted(daysAway))
    goAway(world, diary, from, back, random)
    day = back + Math.round(random.erlang(2, 45) / (1 + awayOn(back) * 2)) + 2
  }
  if (onPaper) share(world.year.begins + 120)
  return diary
}

/** An absence: the greeting says until when, or somebody listens every day; the e-mail names a colleague. */
function goAway(world: World, diary: Case, from: Day, back: Day, random: Random): void {
  const startAt = clockOn(world, from, 8.5)
  const backAt = clockOn(world, back, 9)
  const set = random.chance(0.96)
  const alternative = random.chance(0.97) ? { alternative: true } : {}
  if (set) diary.tell('out-of-office-set', startAt - 15 * hour, alternative)
  const where = random.pick(['leave', 'training', 'site', 'conference'])
  diary.tell('absence-started', startAt, { where, until: formatDay(back) })
  if (random.chance(0.9)) greet(diary, startAt, random)
  else listen(world, diary, from, back, random)
  diary.tell('absence-ended', backAt)
  const endedAt = backAt + (random.chance(0.96) ? random.between(5, 90) : 2900) * minute
  if (set) diary.tell('out-of-office-ended', endedAt)
}

function listen(world: World, diary: Case, from: Day, back: Day, random: Random): void {
  for (let day = from; day < back; day++)
    if (random.chance(0.88)) diary.tell('voicemail-checked', timeOn(world, day, 10, 16, random))
}

/** Changed from elsewhere within the hour after leaving. */
function greet(diary: Case, startAt: number, random: Random): void {
  const says = (share: number) => random.chance(share)
  diary.tell('greeting-changed', startAt + random.between(5, 50) * minute, {
    name: says(0.995),
    date: says(0.98),
    back: says(0.975),
    alternative: says(0.955),
  })
}

function rotasOf(world: World, team: string, random: Random): Case {
  const rotas = openCase('diary', `rota-${team}`)
  for (let day = world.year.begins; day <= world.year.ends; day++) {
    if (dayOfWeek(day) !== 1) continue
    const at = timeOn(world, world.office.addWorkingDays(day, -1), 14, 16.5, random)
    rotas.tell('rota-set', at, { rota: 'duty', receptionTold: random.chance(0.985) })
    rotas.tell('rota-set', at + 5 * minute, { rota: 'lunch-cover', groupPickUp: true })
  }
  return rotas
}

const daysAway = [
  [1, 5],
  [2, 2],
  [5, 4],
  [10, 1.5],
] as const
