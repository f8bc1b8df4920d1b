import { timeOn } from '../office-time.ts'
import { coursesAsked } from '../pack-asks.ts'
import { staffNamed } from '../papers.ts'
import type { Random } from '../random.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'

/** Who works there and what they were trained in: once a year each, and soon after joining. */
export function training(world: World): readonly Case[] {
  const random = world.random('training')
  const { staff } = world.landlord
  const courses = coursesAsked(world)
  const inPost = Array.from({ length: staff }, (_, index) =>
    recordOf(world, index + 1, world.year.ledgerOpensOn, courses, random),
  )
  const joiners = Array.from({ length: Math.ceil(staff * 0.12) }, (_, index) =>
    recordOf(
      world,
      staff + index + 1,
      random.whole(world.year.begins, world.year.ends - 60),
      courses,
      random,
    ),
  )
  return [...inPost, ...joiners]
}

function recordOf(world: World, nth: number, from: number, courses: readonly string[], random: Random): Case {
  const record = openCase('training', staffNamed(nth))
  const on = (day: number) => timeOn(world, world.office.firstWorkingDayOnOrAfter(day), 9.2, 16, random)
  record.tell('staff-joined', on(from))
  const inPost = from === world.year.ledgerOpensOn
  for (const course of courses) {
    const after = inPost ? random.whole(20, 85) : random.whole(10, 80)
    const late = random.chance(0.05) ? 45 : 0
    record.tell('training-completed', on(from + after + late), { course })
    if (from + after + 330 < world.year.ends)
      record.tell('training-completed', on(from + after + random.whole(280, 350)), { course })
  }
  if (inPost && random.chance(0.07))
    record.tell('staff-left', on(random.whole(world.year.begins + 40, world.year.ends)))
  return record
}
