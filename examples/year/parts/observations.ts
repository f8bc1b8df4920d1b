import type { Day } from '#core/time/day.ts'
import { minute } from '#core/time/instant.ts'
import { timeOn } from '../office-time.ts'
import { itemsAsked } from '../pack-asks.ts'
import type { Random } from '../random.ts'
import { seasonOf, stormOn } from '../seasons.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'

/** What observers saw: one case a form, with every item of the pack that their instrument judges. */
export function observations(world: World): readonly Case[] {
  return rounds.flatMap((round) => formsOf(world, round))
}

interface Round {
  readonly instrument: string
  /** How often in the year. */
  readonly times: number
  /** Forms filled each time, at a landlord of middling size. */
  readonly forms: number
  readonly places: 'offices' | 'queues' | 'homes' | 'files'
}

const rounds: readonly Round[] = [
  { instrument: 'mystery-shop', times: 4, forms: 8, places: 'offices' },
  { instrument: 'audit', times: 2, forms: 3, places: 'offices' },
  { instrument: 'call-monitoring', times: 12, forms: 10, places: 'queues' },
  { instrument: 'file-check', times: 12, forms: 4, places: 'files' },
  { instrument: 'readers-panel', times: 4, forms: 5, places: 'files' },
  { instrument: 'visit-form', times: 12, forms: 9, places: 'homes' },
  { instrument: 'survey', times: 12, forms: 11, places: 'homes' },
]

function formsOf(world: World, { instrument, times, forms, places }: Round): readonly Case[] {
  const items = itemsAsked(world).filter((asked) => asked.instruments.includes(instrument))
  const random = world.random(`observed by ${instrument}`)
  if (items.length === 0) return []
  const cases: Case[] = []
  for (let round = 0; round < times; round++) {
    const from =
      world.year.begins + Math.round(((world.year.ends - world.year.begins) * (round + 0.3)) / times)
    for (let i = 0; i < world.count(forms * world.landlord.observations); i++) {
      const day = world.office.firstWorkingDayOnOrAfter(from + random.whole(0, 9))
      const form = openCase('observation', `${instrument}-${String(cases.length + 1).padStart(3, '0')}`)
      const at = timeOn(world, day, 9.5, 16, random)
      const place = placeOf(world, places, random.whole(0, 8))
      const observer = `${instrument}-${random.whole(1, 6)}`
      for (const [index, { item }] of items.entries()) {
        const data = { instrument, item, answer: answerTo(world, item, day, random), place, observer }
        form.tell('observation-recorded', at + index * minute, data, { recordedAt: at + 20 * 60 * minute })
      }
      cases.push(form)
    }
  }
  return cases
}

function answerTo(world: World, item: string, day: Day, random: Random): string {
  if (random.chance(0.02)) return 'n-a'
  return random.chance(qualityOf(world, item, day)) ? 'yes' : 'no'
}

function placeOf(world: World, places: Round['places'], nth: number): string {
  const { offices, calls } = world.landlord
  if (places === 'offices') return offices[nth % offices.length] ?? 'office'
  if (places === 'queues') return calls.queues[nth % calls.queues.length]?.[0] ?? 'main'
  return places
}

/** Each item has a quality of its own: some are always right, most nearly, a few often not. Hard weeks show. */
function qualityOf(world: World, item: string, day: Day): number {
  const random = world.random(`quality of ${item}`)
  const own = random.weighted([
    [1, 0.55],
    [random.between(0.955, 0.995), 0.33],
    [random.between(0.86, 0.94), 0.12],
  ])
  return own === 1 ? 1 : own - stormOn(day) * 0.05 - Math.max(0, seasonOf(day) - 1) * 0.1
}
