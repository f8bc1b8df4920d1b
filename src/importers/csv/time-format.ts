import { daysInMonth } from '#core/time/civil.ts'
import { type Day, dayFrom } from '#core/time/day.ts'
import { isHeld } from '#core/time/range.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import { namesOf, type PartName, partsOfFormat } from './time-format-parts.ts'

/** A date, and what the clock on the wall showed, as a cell says them. */
export interface WrittenTime {
  readonly day: Day
  /** Since local midnight; not there where only a date was written. */
  readonly milliseconds?: number
  /** How far ahead of UTC, where the cell says so itself. */
  readonly offsetMinutes?: number
}

/** How one system writes its times. */
export interface TimeFormat {
  readonly written: string
  readonly hasTime: boolean | 'perhaps'
  readonly hasOffset: boolean | 'perhaps'
  read(text: string): WrittenTime | Refusal
}

/**
 * Makes the reader of a format such as `dd/MM/yyyy HH:mm` (the letters of Unicode's date patterns), or of `iso`:
 * ISO 8601 with T or a space, the time and the offset as far as they are written. One format a column and no
 * guessing: 03/04/2026 is a day in April or in March, and only the mapping knows.
 */
export function timeFormat(written: string): TimeFormat | Refusal {
  if (written === 'iso') return iso
  const parts = partsOfFormat(written)
  if ('refusal' in parts) return parts
  const pattern = new RegExp(`^${parts.map((part) => part.pattern).join('')}$`, 'i')
  const names = namesOf(parts)
  return {
    written,
    hasTime: names.includes('hours') || names.includes('hours of twelve'),
    hasOffset: names.includes('offset'),
    read(text) {
      const found = pattern.exec(text)
      if (found === null) return refuse(`“${shown(text)}” is not written as ${written}`)
      return timeOf(new Map(names.map((name, index) => [name, found[index + 1] ?? ''])), text)
    },
  }
}

type Written = ReadonlyMap<PartName, string>

function timeOf(written: Written, text: string): WrittenTime | Refusal {
  const year = Number(written.get('year'))
  const month = written.has('month')
    ? Number(written.get('month'))
    : monthNamed(written.get('month name') ?? '')
  const date = Number(written.get('date'))
  if (month < 1 || month > 12) return refuse(`“${shown(text)}” has no such month`)
  if (date < 1 || date > daysInMonth(year, month)) return refuse(`“${shown(text)}” is a day that never was`)
  const day = dayFrom(year, month, date)
  if (!isHeld(day)) return refuse(`the year of “${shown(text)}” is not from 1990 to 2100`)
  const milliseconds = sinceMidnight(written)
  const offsetMinutes = offsetOf(written.get('offset') ?? '')
  if (milliseconds === 'none such') return refuse(`“${shown(text)}” is a time that no clock shows`)
  if (offsetMinutes === 'none such') return refuse(`“${shown(text)}” has an offset that no place has`)
  return {
    day,
    ...(milliseconds !== undefined && { milliseconds }),
    ...(offsetMinutes !== undefined && { offsetMinutes }),
  }
}

function sinceMidnight(written: Written): number | undefined | 'none such' {
  const hours = hoursOf(written)
  if (hours === undefined) return undefined
  const minutes = Number(written.get('minutes') || 0)
  const seconds = Number(written.get('seconds') || 0)
  const thousandths = Number((written.get('fraction') ?? '').padEnd(3, '0').slice(0, 3))
  if (hours > 23 || minutes > 59 || seconds > 59) return 'none such'
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
}

function hoursOf(written: Written): number | undefined {
  const ofDay = written.get('hours')
  if (ofDay) return Number(ofDay)
  const ofTwelve = written.get('hours of twelve')
  if (!ofTwelve) return undefined
  const hours = Number(ofTwelve)
  if (hours < 1 || hours > 12) return 24
  return (hours % 12) + (written.get('half of day')?.toLowerCase() === 'pm' ? 12 : 0)
}

function offsetOf(text: string): number | undefined | 'none such' {
  if (text === '') return undefined
  if (text.toUpperCase() === 'Z') return 0
  const digits = text.replace(/\D/g, '').padEnd(4, '0')
  const hours = Number(digits.slice(0, 2))
  const minutes = Number(digits.slice(2))
  if (hours > 14 || minutes > 59) return 'none such'
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

function monthNamed(name: string): number {
  return monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const isoPattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i

const iso: TimeFormat = {
  written: 'iso',
  hasTime: 'perhaps',
  hasOffset: 'perhaps',
  read(text) {
    const found = isoPattern.exec(text)
    if (found === null)
      return refuse(`“${shown(text)}” is not a time of ISO 8601`, 'such as 2026-03-02 09:00:12')
    const names = ['year', 'month', 'date', 'hours', 'minutes', 'seconds', 'fraction', 'offset'] as const
    return timeOf(new Map(names.map((name, index) => [name, found[index + 1] ?? ''])), text)
  },
}
