import type { EventData } from '#core/ledger/event.ts'
import type { EventRef } from '#core/promises/event-ref.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import type { Length } from '#core/time/length.ts'
import type { World } from './world.ts'

/** A yes-or-no item that observers judge, and with which instruments. */
export interface AskedItem {
  readonly item: string
  readonly instruments: readonly string[]
}

/** The items the pack's checks need observed. */
export function itemsAsked({ pack }: World): readonly AskedItem[] {
  return pack.promises.flatMap(({ measure, clauses }) => (measure === 'check' ? [clauses] : []))
}

export interface AskedQuestion {
  readonly survey: string
  readonly question: string
  /** The answers that keep the promise. */
  readonly good: readonly string[]
}

/** The survey questions the pack counts answers to. */
export function questionsAsked({ pack }: World): readonly AskedQuestion[] {
  return pack.promises.flatMap(({ measure, clauses }) => {
    if (measure !== 'survey' || clauses.question === undefined) return []
    return [{ survey: clauses.survey, question: clauses.question, good: clauses.keptBy ?? [] }]
  })
}

export interface AskedDuty {
  readonly duty: string
  readonly every: Length
  /** How many are due in each such length, where it is more than one. */
  readonly times: number | undefined
}

/** The duties of the whole landlord that come round. */
export function dutiesAsked({ pack }: World): readonly AskedDuty[] {
  return pack.promises.flatMap(({ measure, clauses }) => {
    if (measure !== 'recurring' || clauses.duty === undefined || clauses.every === undefined) return []
    return [{ duty: clauses.duty, every: clauses.every.length, times: clauses.times }]
  })
}

/** The courses that the pack wants every member of staff to take. */
export function coursesAsked({ pack }: World): readonly string[] {
  const refs = pack.promises.flatMap(({ measure, clauses }) =>
    measure === 'recurring' ? (clauses.doneBy ?? []) : [],
  )
  const courses = refs
    .filter(({ event }) => event === 'training-completed')
    .flatMap((ref) => valuesOf(ref, 'course'))
  return courses.length === 0 ? ['customer-care'] : unique(courses)
}

export interface AskedNotice {
  readonly what: string
  readonly where: string
  readonly currentFor: Length | undefined
}

/** What must be shown, in each of its places. */
export function noticesAsked({ pack }: World): readonly AskedNotice[] {
  const asked = pack.promises.flatMap(({ measure, clauses }) => {
    if (measure !== 'published') return []
    return clauses.where.map((where) => ({
      what: clauses.what,
      where,
      currentFor: clauses.currentFor?.length,
    }))
  })
  return asked.filter((notice, index) => index === asked.findIndex((other) => isSame(notice, other)))
}

/** The arrangements that the pack wants looked at. */
export function settingsAsked({ pack }: World): readonly string[] {
  const refs = pack.promises.flatMap(({ measure, clauses }) =>
    measure === 'rule' ? (clauses.appliesTo ?? []) : [],
  )
  return unique(
    refs.filter(({ event }) => event === 'setting-confirmed').flatMap((ref) => valuesOf(ref, 'setting')),
  )
}

/** A reason on record for doing otherwise, for every promise of the pack about such acts that a reason satisfies. */
export function overriding({ pack }: World, act: string, reason: string): EventData {
  const ids = pack.promises.filter((promise) => takesReasons(promise, act)).map(({ id }) => id)
  return ids.length === 0 ? {} : { overrides: Object.fromEntries(ids.map((id) => [id, reason])) }
}

function takesReasons({ measure, clauses }: PackPromise, act: string): boolean {
  if (measure !== 'rule' || clauses.reasonIsEnough !== true) return false
  return (clauses.appliesTo ?? []).some(({ event }) => event === act)
}

function valuesOf({ when }: EventRef, field: string): readonly string[] {
  return when.flatMap((each) =>
    each.field === field && 'values' in each.test ? each.test.values.map(String) : [],
  )
}

function isSame(one: AskedNotice, other: AskedNotice): boolean {
  return one.what === other.what && one.where === other.where
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}
