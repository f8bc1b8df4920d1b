import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Database, type DatabaseOptions, openDatabase } from './database.ts'
import { type TermsBook, openTerms } from './terms/terms-book.ts'

/** Where every landlord's facts, words and clocks are kept. Each function of the store takes it first, and then who acts. */
export interface Store {
  readonly database: Database
  readonly vocabulary: Vocabulary
  /** What the time is; tests set it. */
  readonly now: () => Instant
  /** By what each landlord's clocks are counted, read once. */
  readonly terms: TermsBook
}

export interface StoreOptions extends DatabaseOptions {
  /** The events of every kind, from whoever knows the kinds. */
  readonly vocabulary: Vocabulary
  readonly now?: () => Instant
}

/** Opens the store on a database that has been brought up to date (`migrate`). */
export function openStore({ vocabulary, now = Date.now, ...options }: StoreOptions): Store {
  return { database: openDatabase(options), vocabulary, now, terms: openTerms() }
}
