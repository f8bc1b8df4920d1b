import { type Day, longDay } from '#core/time/day.ts'
import { utcDay } from '#core/time/instant.ts'
import type { Document } from './document.ts'

/** Who publishes a document, its date and its edition, as they stand below its title; nothing that needs a translation. */
export function headLines(document: Document): readonly string[] {
  const { publisher, datedOn, version, language } = document
  const date = datedOn === undefined ? '' : dateIn(language, datedOn)
  return [publisher, date, version ?? ''].filter((line) => line !== '')
}

/** A date as it is written in a language: “20 March 2026”, “20 mars 2026”. */
function dateIn(language: string, day: Day): string {
  if (isEnglish(language)) return longDay(day).replace(/^\S+ /, '')
  return new Intl.DateTimeFormat([language, 'en-GB'], {
    dateStyle: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  }).format(day * utcDay)
}

/** Whether a text is in English, of whatever country. */
export function isEnglish(language: string): boolean {
  return /^en(-|$)/i.test(language)
}
