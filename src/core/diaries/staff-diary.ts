import { instantOf } from '#core/ledger/bounds.ts'
import type { CaseEvent, FieldValue } from '#core/ledger/event.ts'
import type { Instant } from '#core/time/instant.ts'
import { idIn } from './appointment.ts'

/** How things stand with one member of staff: away or not, what callers hear, and whom they may turn to meanwhile. */
export interface StaffDiary {
  readonly staffId: string
  readonly awaySince: Instant | undefined
  readonly where: string | undefined
  readonly backAt: Instant | undefined
  readonly checkedAt: Instant | undefined
  readonly greetingAt: Instant | undefined
  /** The greeting gives the name, the date, when they are back and whom to ring instead. */
  readonly isGreetingWhole: boolean
  readonly replySince: Instant | undefined
  readonly sharedAt: Instant | undefined
}

/** The events of a diary that change it. */
export const diaryEvents: ReadonlySet<string> = new Set([
  'absence-started',
  'absence-ended',
  'voicemail-checked',
  'greeting-changed',
  'out-of-office-set',
  'out-of-office-ended',
  'diary-shared',
])

/** Reads it from the diary’s own effective events, in order; nothing where they do not say whose it is. */
export function staffDiaryOf(events: readonly CaseEvent[]): StaffDiary | undefined {
  const own = events.filter(({ type }) => diaryEvents.has(type))
  const staffId = own.reduce<string | undefined>((found, { data }) => idIn(data['by']) ?? found, undefined)
  if (staffId === undefined) return undefined
  const away = lastUnless(own, 'absence-started', 'absence-ended')
  const greeting = own.findLast(({ type }) => type === 'greeting-changed')
  return {
    staffId,
    awaySince: away?.at,
    where: idIn(away?.data['where']),
    backAt: instantOf(away?.data['until']),
    checkedAt: own.findLast(({ type }) => type === 'voicemail-checked')?.at,
    greetingAt: greeting?.at,
    isGreetingWhole: greetingParts.every((part) => isGiven(greeting?.data[part])),
    replySince: lastUnless(own, 'out-of-office-set', 'out-of-office-ended')?.at,
    sharedAt: own.findLast(({ type }) => type === 'diary-shared')?.at,
  }
}

const greetingParts = ['name', 'date', 'back', 'alternative']

function isGiven(value: FieldValue | undefined): boolean {
  return value !== undefined && value !== null && value !== false
}

/** The latest of its kind, where nothing has ended it since. */
function lastUnless(events: readonly CaseEvent[], begins: string, ends: string): CaseEvent | undefined {
  const last = events.findLast(({ type }) => type === begins || type === ends)
  return last?.type === begins ? last : undefined
}
