import { monthNames } from '#core/time/day.ts'
import type { SpeechRule } from './speech-numbers.ts'

const shortMonths: ReadonlyMap<string, string> = new Map(
  monthNames.flatMap((month) => [
    [month.slice(0, 3), month],
    [month.slice(0, 4), month],
    [month, month],
  ]),
)
const monthWord = `(${[...shortMonths.keys()].sort((a, b) => b.length - a.length).join('|')})`
const days: Readonly<Record<string, string>> = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Tues: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Thur: 'Thursday',
  Thurs: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
  Sun: 'Sunday',
}
const dayWord = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?'

/** Dates and times of day, as they are said in Britain. */
export const dateRules: readonly SpeechRule[] = [
  {
    finds: /\b(\d{4})-(\d\d)-(\d\d)\b/g,
    says: ([found, year = '', month = '', date = '']) => dateSaid(found, date, Number(month), year),
  },
  {
    finds: /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g,
    says: ([found, date = '', month = '', year = '']) => dateSaid(found, date, Number(month), year),
  },
  {
    finds: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${monthWord}\\b\\.?(?: (\\d{4})\\b)?`, 'g'),
    says: ([found, date = '', month = '', year]) =>
      dateSaid(found, date, monthNames.indexOf(shortMonths.get(month) ?? '') + 1, year),
  },
  {
    finds: new RegExp(`\\b${monthWord}\\.? (\\d{4})\\b`, 'g'),
    says: ([, month = '', year = '']) => `${shortMonths.get(month) ?? month} ${yearSaid(year)}`,
  },
  {
    finds: new RegExp(`\\b(${dayWord})\\.?\\s?[–-]\\s?(${dayWord})\\b\\.?`, 'g'),
    says: ([, from = '', to = '']) => `${days[from] ?? from} to ${days[to] ?? to}`,
  },
  {
    finds: /(?<=\d\s?(?:[ap]m)?)\s?[–-]\s?(?=\d{1,2}(?:[.:]\d\d)?\s?[ap]m\b)/gi,
    says: () => ' to ',
  },
  {
    finds: /\b(\d{1,2})[.:](\d\d)\s?([ap])\.?m\b\.?/gi,
    says: ([found, hour = '', minute = '', half = '']) => {
      const stop = found.endsWith('.') && !/\.m\.$/i.test(found) ? '.' : ''
      return `${clock(Number(hour), minute, half.toLowerCase())}${stop}`
    },
  },
  {
    finds: /\b(\d{1,2})\s?([ap])\.?m\b/gi,
    says: ([, hour = '', half = '']) => clock(Number(hour), '00', half.toLowerCase()),
  },
  {
    finds: /(?<=\d\d?:\d\d)\s?[–-]\s?(?=\d\d?:\d\d)/g,
    says: () => ' to ',
  },
  {
    finds: /\b([01]?\d|2[0-4]):([0-5]\d)\b(?!:)/g,
    says: ([, hour = '', minute = '']) => timeOfDay(Number(hour), minute),
  },
]

function dateSaid(found: string, date: string, month: number, year: string | undefined): string {
  const name = monthNames[month - 1]
  const day = Number(date)
  if (name === undefined || day < 1 || day > 31) return found
  const end = year === undefined ? '' : ` ${yearSaid(year)}`
  return `the ${day}${ordinal(day)} of ${name}${end}`
}

/** Years before 2000 are said in two halves. */
function yearSaid(year: string): string {
  if (!/^1[1-9]\d\d$/.test(year)) return year
  const [hundreds, rest] = [year.slice(0, 2), year.slice(2)]
  if (rest === '00') return `${hundreds} hundred`
  return `${hundreds} ${rest.startsWith('0') ? `oh ${rest.slice(1)}` : rest}`
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}

function timeOfDay(hour: number, minute: string): string {
  if (minute === '00' && hour === 12) return '12 noon'
  if (minute === '00' && (hour === 0 || hour === 24)) return 'midnight'
  return clock(hour % 12 === 0 ? 12 : hour % 12, minute, hour % 24 < 12 ? 'a' : 'p')
}

function clock(hour: number, minute: string, half: string): string {
  const minutes = minute === '00' ? '' : ` ${minute.startsWith('0') ? `oh ${minute.slice(1)}` : minute}`
  return `${hour}${minutes} ${half} m`
}
