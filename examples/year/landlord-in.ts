import { addMonths } from '#core/time/day.ts'
import type { Landlord, Mishaps, Spell } from './landlord.ts'
import { exampleYear, sameTimeOfYear, type YearSpan } from './year-span.ts'

/**
 * A landlord whose mishaps, closings and returns, dated in the example year, lie in another: what goes wrong does so
 * at the same time of the year, and figures come in as long after it began.
 */
export function landlordIn(landlord: Landlord, year: YearSpan): Landlord {
  const later = year.begins - exampleYear.begins
  return {
    ...landlord,
    shut: landlord.shut.flatMap((spell) => yearsAround.map((years) => sameDates(spell, year, years))),
    returns: landlord.returns.map((each) => ({
      ...each,
      values: each.values.map(([day, value]) => [day + later, value] as const),
    })),
    mishaps: mishapsIn(landlord.mishaps, year),
  }
}

/** Between the years nobody is in, whatever day it is; and work of one year reaches into those beside it. */
const yearsAround = [-1, 0, 1]

function sameDates(spell: Spell, { begins }: YearSpan, years: number): Spell {
  const later = 12 * (years + Math.round((begins - exampleYear.begins) / 365.25))
  return { ...spell, from: addMonths(spell.from, later), to: addMonths(spell.to, later) }
}

function mishapsIn(mishaps: Mishaps, year: YearSpan): Mishaps {
  const { mailDown, template, takenDown } = mishaps
  return {
    ...mishaps,
    mailDown: mailDown.map((day) => sameTimeOfYear(day, year)),
    ...(template !== undefined && { template: sameSpell(template, year) }),
    takenDown: takenDown.map((each) => sameSpell(each, year)),
  }
}

function sameSpell<S extends Spell>(spell: S, year: YearSpan): S {
  const from = sameTimeOfYear(spell.from, year)
  return { ...spell, from, to: from + spell.to - spell.from }
}
