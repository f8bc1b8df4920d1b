import type { PromiseOfEdition } from '#core/promises/edition.ts'
import { codeInLine } from '../acts/field-words.ts'

/** What each promise says, by id, in the landlord’s own words. */
export function wordsOfPromises(promises: readonly PromiseOfEdition[]): ReadonlyMap<string, string> {
  return new Map(promises.map(({ promise }) => [promise.id, promise.promise]))
}

/** The kind of a case as a row says it: “antisocial behaviour”. */
export function kindWords(kind: string): string {
  return codeInLine(kind)
}

/** An event as a sentence ends with it: “contact received”. */
export function eventWords(type: string): string {
  return codeInLine(type)
}

/** “1 case”, “2 cases”. */
export function counted(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`
}
