import { type Day, formatDay, partsOf } from '#core/time/day.ts'
import type { EventData } from '#core/ledger/event.ts'
import { clockOn, timeOn } from '../office-time.ts'
import { type AskedNotice, noticesAsked } from '../pack-asks.ts'
import type { Random } from '../random.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'

/** What customers are shown, where, in which edition; and leaflets, of which one forgot its date. */
export function publications(world: World): readonly Case[] {
  const random = world.random('publications')
  const notices = noticesAsked(world).map((asked) => {
    const notice = openCase('publication', `${asked.what}-${asked.where}`)
    show(world, notice, asked, random)
    return notice
  })
  return [...notices, ...leaflets(world, random)]
}

/** Shown from when Kept was set up, renewed before it is out of date, and taken down where that went wrong. */
function show(world: World, notice: Case, { what, where, currentFor }: AskedNotice, random: Random): void {
  const form = forms.get(where) ?? where
  const mishap = world.landlord.mishaps.takenDown.find((each) => each.what === what && each.where === where)
  const make = (day: Day) => {
    const data: EventData = { what, where, edition: editionOn(day), form, datedOn: formatDay(day) }
    notice.tell('publication-made', timeOn(world, day, 9.5, 15, random), data)
  }
  const first = world.year.ledgerOpensOn + random.whole(0, 55)
  make(first)
  if (currentFor !== undefined) {
    const renewed =
      first +
      (currentFor.unit === 'months' ? currentFor.amount * 30 : currentFor.amount) -
      random.whole(5, 60)
    if (renewed <= world.year.ends && !(mishap !== undefined && mishap.from > renewed - 60)) make(renewed)
  }
  if (mishap === undefined) return
  notice.tell('publication-withdrawn', clockOn(world, mishap.from, 9.25), { what, where })
  if (mishap.to < world.year.ends) make(mishap.to + 1)
}

function leaflets(world: World, random: Random): readonly Case[] {
  return subjects.map((subject, index) => {
    const leaflet = openCase('publication', `leaflet-${subject}`)
    const day = world.office.firstWorkingDayOnOrAfter(world.year.begins + index * 31 + random.whole(0, 20))
    const dated = index === 7 ? {} : { datedOn: formatDay(day) }
    const data = {
      what: `leaflet-${subject}`,
      where: 'office',
      form: 'leaflet',
      edition: editionOn(day),
      ...dated,
    }
    leaflet.tell('publication-made', timeOn(world, day, 9.5, 15, random), data)
    return leaflet
  })
}

function editionOn(day: Day): string {
  const { year, month } = partsOf(day)
  return `${year}-${String(month).padStart(2, '0')}`
}

const forms: ReadonlyMap<string, string> = new Map([
  ['website', 'page'],
  ['office', 'poster'],
])

const subjects = [
  'repairs',
  'rent',
  'moving',
  'complaints',
  'damp',
  'gas',
  'neighbours',
  'benefits',
  'exchange',
  'safety',
  'gardens',
]
