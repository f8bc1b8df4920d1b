import { type Refusal, refuse } from '#core/refusal.ts'
import { parseDay } from '#core/time/day.ts'
import { parseInstant } from '#core/time/instant.ts'
import { longestText } from './bounds.ts'
import { shown } from './shown.ts'

const exampleInstant = '"2026-03-02T09:00:12+00:00"'
const exampleDate = '"2026-03-02"'
const dateShape = /^\d{4}-\d\d-\d\d$/
const localShape = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.]\d+)?)?$/
const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d([.]\d+)?)?(Z|[+-]\d\d(:\d\d)?)$/

/** Says why this is no instant that a field may hold. */
export function explainInstant(name: string, value: unknown): Refusal {
  const write = `write it as ${exampleInstant}`
  if (typeof value !== 'string' || value.length > longestText)
    return refuse(`${name} is ${shown(value)}, but must be a time in quotation marks`, write)
  if (parseInstant(value) !== undefined) return outOfBounds(name, value)
  if (localShape.test(value)) return noOffset(name, value)
  if (dateShape.test(value)) return refuse(`${name} is a date without a time: ${shown(value)}`, write)
  if (instantShape.test(value)) return noSuch(name, value)
  return refuse(`${name} is not a time we can read: ${shown(value)}`, write)
}

/** Says why this is neither a date nor an instant that a field may hold. */
export function explainDateOrInstant(name: string, value: unknown): Refusal {
  const write = `write a date as ${exampleDate} or a time as ${exampleInstant}`
  if (typeof value !== 'string' || value.length > longestText)
    return refuse(`${name} is ${shown(value)}, but must be a date or a time in quotation marks`, write)
  if (parseDay(value) !== undefined || parseInstant(value) !== undefined) return outOfBounds(name, value)
  if (localShape.test(value)) return noOffset(name, value)
  if (dateShape.test(value) || instantShape.test(value)) return noSuch(name, value)
  return refuse(`${name} is not a date or a time we can read: ${shown(value)}`, write)
}

function outOfBounds(name: string, value: string): Refusal {
  return refuse(`${name} is not between 1990 and 2100: ${shown(value)}`, 'check the year')
}

function noOffset(name: string, value: string): Refusal {
  const stem = value.replace(' ', 'T')
  return refuse(
    `${name} does not say how far it is from UTC: ${shown(value)}`,
    `write "${stem}+00:00", or "${stem}+01:00" in summer time`,
  )
}

function noSuch(name: string, value: string): Refusal {
  return refuse(`${name} is a day or time that does not exist: ${shown(value)}`, 'check the calendar')
}
