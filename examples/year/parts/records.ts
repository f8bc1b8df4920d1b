import type { Day } from '#core/time/day.ts'
import { hour } from '#core/time/instant.ts'
import type { Length } from '#core/time/length.ts'
import { timeOn, workingDayBy } from '../office-time.ts'
import { type AskedDuty, dutiesAsked, settingsAsked } from '../pack-asks.ts'
import { staffId } from '../papers.ts'
import type { Random } from '../random.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'

/** Evidence that duties were done as they came round; a few were forgotten for a while. */
export function duties(world: World): readonly Case[] {
  return dutiesAsked(world).map((asked) => {
    const random = world.random(`duty ${asked.duty}`)
    const obligation = openCase('obligation', `duty-${asked.duty}`)
    obligation.tell('duty-begun', timeOn(world, world.year.ledgerOpensOn, 9, 12, random), {
      duty: asked.duty,
    })
    for (const day of asked.times === undefined
      ? doneOn(world, asked, random)
      : oneAMonth(world, asked, random)) {
      const at = timeOn(world, workingDayBy(world, day), 9.5, 16.5, random)
      obligation.tell(
        'evidence-recorded',
        at,
        { duty: asked.duty },
        { recordedAt: at + random.between(0, 40) * hour },
      )
    }
    return obligation
  })
}

function doneOn(world: World, { duty, every }: AskedDuty, random: Random): readonly Day[] {
  const days: Day[] = []
  const length = daysIn(every)
  let late = daysLate(world, duty)
  let from = world.year.ledgerOpensOn
  while (from <= world.year.ends && days.length < 400) {
    const spare = Math.min(length * 0.3, 70)
    // What comes round once in several years came round in this one.
    const day =
      length > 400
        ? world.year.ledgerOpensOn + random.whole(120, 430)
        : from + Math.round(length - random.between(4, spare))
    const forgotten = late > 0 && day >= world.year.begins + 60
    from = forgotten ? from + length + late : day
    if (forgotten) late = 0
    days.push(from)
    if (length > 400) break
  }
  return days
}

/** Counted monthly; a month that was forgotten stays forgotten. */
function oneAMonth(world: World, { duty }: AskedDuty, random: Random): readonly Day[] {
  const forgotten = daysLate(world, duty) > 0 ? world.year.begins + 260 : 0
  const days: Day[] = []
  for (let day = world.year.ledgerOpensOn + 12; day <= world.year.ends; day += 30.44)
    days.push(Math.round(day) + random.whole(0, 6))
  return days.filter((day) => Math.abs(day - forgotten) > 15)
}

function daysLate(world: World, duty: string): number {
  return world.landlord.mishaps.forgotten.find(([name]) => name === duty)?.[1] ?? 0
}

function daysIn({ unit, amount }: Length): number {
  if (unit === 'months') return Math.floor(amount * 30.4)
  return unit === 'days' ? amount : 1
}

/** Arrangements that somebody looks at every quarter; for contractors and policies, one by one. */
export function settings(world: World): readonly Case[] {
  return settingsAsked(world).flatMap((setting) => {
    const many = /contract|policy/.test(setting) ? 7 : 1
    return Array.from({ length: many }, (_, index) => {
      const random = world.random(`setting ${setting} ${index}`)
      const record = openCase('setting', many === 1 ? setting : `${setting}-${index + 1}`)
      // The last of several took until the autumn.
      const lags = many > 1 && index === many - 1
      for (let quarter = 0; quarter < 4; quarter++) {
        const day = world.office.firstWorkingDayOnOrAfter(
          world.year.begins + quarter * 91 + random.whole(5, 30),
        )
        const inPlace = !(lags && quarter < 2)
        record.tell('setting-confirmed', timeOn(world, day, 9.5, 16, random), {
          setting,
          inPlace,
          by: staffId(world, random),
        })
      }
      return record
    })
  })
}

/** Figures typed in from other systems. */
export function returns(world: World): readonly Case[] {
  const random = world.random('returns')
  return world.landlord.returns.map(({ name, source, values }) => {
    const record = openCase('return', `return-${name}`)
    for (const [day, value] of values) {
      const author = staffId(world, random)
      const checker = staffId(world, random)
      record.tell('return-recorded', timeOn(world, workingDayBy(world, day), 10, 16, random), {
        name,
        value,
        source,
        author,
        checker,
      })
    }
    return record
  })
}
