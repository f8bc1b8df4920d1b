import { formatDay } from '#core/time/day.ts'
import { timeOn } from '../office-time.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'

/** Programmes of planned works, each with dates of its own; one of them asks residents too late. */
export function plannedWorks(world: World): readonly Case[] {
  const random = world.random('planned works')
  const many = world.landlord.plannedWorks
  return Array.from({ length: many }, (_, index) => {
    const works = openCase('planned-works', `programme-${index + 1}`)
    const day = (after: number) =>
      world.office.addWorkingDays(world.year.begins, Math.round((index * 150) / many) + after)
    const at = (after: number) => timeOn(world, day(after), 9.5, 16, random)
    works.tell('programme-announced', at(3), {
      programme: names[index % names.length] as string,
      consultBy: formatDay(day(25)),
      informBy: formatDay(day(45)),
    })
    const late = index === 2
    if (!(late && many > 4)) works.tell('consultation-held', at(late ? 29 : 18))
    works.tell('residents-informed', at(41))
    works.tell('works-started', at(55))
    if (late && many > 4) works.tell('consultation-held', at(58))
    works.tell('works-finished', at(95))
    return works
  })
}

const names = ['roofs', 'windows', 'kitchens', 'heating', 'lifts', 'entrances'] as const
