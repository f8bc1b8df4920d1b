import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import { type WeekDay, weekDayName } from '#core/time/day.ts'

/** Some days of the week, such as the working week. */
export type WeekDays = ReadonlySet<WeekDay>

const weekDays: readonly WeekDay[] = [1, 2, 3, 4, 5, 6, 7]
const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Reads days of the week: `Mon-Fri`, `Mon Wed Fri`, `Mon-Thu, Sat`. A spell may run over the week's end: `Sat-Mon`. */
export function parseWeekDays(text: string): WeekDays | Refusal {
  if (text.length > longestText) return refuse('this list of days is too long', 'write days such as Mon-Fri')
  const tokens = closeDashes(text)
    .split(/[\s,]+/)
    .filter((token) => token !== '')
  if (tokens.length === 0) return refuse('no day of the week is given', 'write days such as Mon-Fri')
  const days = new Set<WeekDay>()
  for (const token of tokens) {
    const spell = parseSpell(token)
    if (isRefusal(spell)) return spell
    for (const day of spell) days.add(day)
  }
  return days
}

/** Takes out the spaces round dashes: `Mon - Fri` is one spell. */
export function closeDashes(text: string): string {
  return text.replace(/\s*[-–]\s*/g, '-')
}

/** One day, or one spell of days, in order. */
function parseSpell(token: string): readonly WeekDay[] | Refusal {
  const ends = token.split('-')
  if (ends.length > 2)
    return refuse(`“${token}” is not a day or a spell of days`, 'write days such as Mon-Fri')
  const first = parseWeekDay(ends[0] as string)
  const last = ends[1] === undefined ? first : parseWeekDay(ends[1])
  if (isRefusal(first)) return first
  if (isRefusal(last)) return last
  const days = [first]
  for (let day = first; day !== last && days.length < 7; ) {
    day = ((day % 7) + 1) as WeekDay
    days.push(day)
  }
  return days
}

function parseWeekDay(text: string): WeekDay | Refusal {
  const place = names.indexOf(text)
  if (place >= 0) return (place + 1) as WeekDay
  return refuse(`“${text}” is not a day of the week`, meantBy(text))
}

/** Full names are offered as their first three letters. */
function meantBy(text: string): string {
  const meant = suggest(text, [...names, ...weekDays.map(weekDayName)])
  return meant === undefined ? `write one of ${names.join(', ')}` : `did you mean ${meant.slice(0, 3)}?`
}

/** The short name of a day of the week, as packs write it. */
export function shortName(weekDay: WeekDay): string {
  return names[weekDay - 1] as string
}

const longestText = 200
