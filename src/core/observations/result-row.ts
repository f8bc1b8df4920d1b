import { type Refused, refused } from '#core/refused.ts'
import { suggest } from '#core/suggest.ts'
import { type Day, parseDay } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import type { ObservedItem } from './observed-item.ts'
import type { ItemAnswer } from './results.ts'

/** The columns of a file of results, each with the ways it may be headed. */
const headings = {
  item: ['item', 'question', 'clause', 'standard', 'promise'],
  answer: ['answer', 'result', 'response'],
  place: ['place', 'where', 'office', 'queue', 'team', 'location', 'site'],
  when: ['when', 'date', 'visited', 'called', 'dateandtime', 'visitdate'],
} as const

export type ResultColumns = Readonly<Record<keyof typeof headings, number | undefined>>

/** Which column of a file holds what; refused where one that is needed is missing. */
export function resultColumns(found: readonly string[]): ResultColumns | Refused {
  const plainly = found.map(plain)
  const place = (names: readonly string[]) => {
    const at = plainly.findIndex((heading) => names.includes(heading))
    return at === -1 ? undefined : at
  }
  const columns = {
    item: place(headings.item),
    answer: place(headings.answer),
    place: place(headings.place),
    when: place(headings.when),
  }
  const missing = (['item', 'answer', 'when'] as const).find((name) => columns[name] === undefined)
  if (missing === undefined) return columns
  return refused(
    'not valid',
    `no column is headed ${missing}`,
    'head the columns item, answer, place and when',
    '/file',
  )
}

/** What a row is read against. */
export interface ResultGround {
  readonly items: readonly ObservedItem[]
  /** The places of the programme by their codes, with what they are called. */
  readonly places: ReadonlyMap<string, string>
  readonly zone: Zone
  readonly firstOn: Day
  readonly lastOn: Day
  readonly now: Instant
}

/** A row that can be counted. */
export interface ResultRow {
  readonly item: string
  readonly answer: ItemAnswer
  readonly place: string | undefined
  readonly at: Instant
}

/** Reads one row; refused with the reason where it cannot be counted. */
export function readResultRow(
  cells: readonly string[],
  columns: ResultColumns,
  ground: ResultGround,
): ResultRow | Refused {
  const cell = (column: number | undefined) =>
    column === undefined ? '' : (cells[column] ?? '').replaceAll('\u00a0', ' ').trim()
  const item = itemMeant(cell(columns.item), ground.items)
  if (typeof item !== 'string') return item
  const answer = answers.get(plain(cell(columns.answer)))
  if (answer === undefined)
    return refused('not valid', `“${cell(columns.answer).slice(0, 60)}” is no answer`, 'write yes, no or n/a')
  const place = placeMeant(cell(columns.place), ground.places)
  if (typeof place === 'object') return place
  const at = momentMeant(cell(columns.when), ground)
  return typeof at === 'number' ? { item, answer, place, at } : at
}

const answers: ReadonlyMap<string, ItemAnswer> = new Map([
  ...['yes', 'y', 'true', 'met', 'pass', '1'].map((word) => [word, 'yes'] as const),
  ...['no', 'n', 'false', 'notmet', 'fail', '0'].map((word) => [word, 'no'] as const),
  ...['na', 'notapplicable'].map((word) => [word, 'n-a'] as const),
])

/** The item by its own name, the number of a clause, or the promise’s words. */
function itemMeant(text: string, items: readonly ObservedItem[]): string | Refused {
  const meant = plain(text)
  const found = items.find(
    ({ item, promises, says }) =>
      plain(item) === meant || promises.some((id) => plain(id) === meant) || plain(says) === meant,
  )
  if (found !== undefined) return found.item
  const near = suggest(
    text,
    items.flatMap(({ item, promises }) => [item, ...promises]),
  )
  const fix = near === undefined ? 'use the items of this programme' : `did you mean ${near}?`
  return refused('not valid', `“${text.slice(0, 60)}” is no item of this programme`, fix)
}

/** The code of a place named by its code or by what it is called. Of a programme without places none is needed. */
function placeMeant(text: string, places: ReadonlyMap<string, string>): string | undefined | Refused {
  if (places.size === 0) return text === '' ? undefined : text.slice(0, 200)
  const meant = plain(text)
  const found = [...places].find(([code, name]) => plain(code) === meant || plain(name) === meant)
  if (found !== undefined) return found[0]
  const near = suggest(text, [...places.values(), ...places.keys()])
  const fix = near === undefined ? 'use the places of this programme' : `did you mean ${near}?`
  return refused('not valid', `“${text.slice(0, 60)}” is no place of this programme`, fix)
}

/** A date alone is taken at noon: the day counts, and noon is on it in every zone here. */
function momentMeant(text: string, { zone, firstOn, lastOn, now }: ResultGround): Instant | Refused {
  const parts = /^(\S+?)(?:[T ]+(\d{1,2})[:.](\d{2})(?::\d{2})?)?$/.exec(text)
  const day = dayMeant(parts?.[1] ?? '')
  const minutes = parts?.[2] === undefined ? 720 : Number(parts[2]) * 60 + Number(parts[3])
  if (day === undefined || minutes >= 1_440)
    return refused(
      'not valid',
      `“${text.slice(0, 60)}” is no date`,
      'write it as 20/03/2026 or 2026-03-20 14:30',
    )
  if (day < firstOn || day > lastOn)
    return refused(
      'not valid',
      `${text.slice(0, 60)} is not within the round`,
      'check the date, or the days of the round',
    )
  const at = zone.instantOf(day, minutes)
  if (at <= now) return at
  // Of today noon may still be to come.
  return parts?.[2] === undefined && zone.dayOf(now) === day
    ? now
    : refused('not valid', `${text.slice(0, 60)} is still to come`, 'check the date')
}

function dayMeant(text: string): Day | undefined {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  if (parts === null) return text.length === 10 ? parseDay(text) : undefined
  const [, date = '', month = '', year = ''] = parts
  return parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
