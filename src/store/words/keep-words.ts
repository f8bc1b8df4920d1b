import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import { dayText, instantText } from '../types.ts'
import { mostCharacters } from './text.ts'

/** Something said or written, to be put into the drawer. */
export interface WordsToKeep {
  /** note, message, letter …: how long it is kept goes by this. */
  readonly kind: string
  readonly text: string
  readonly customerId?: string
  readonly caseId?: string
  /** When it was written; now, where it is not said. */
  readonly at?: Instant
  /** Kept until the end of this day, whatever the rule for its kind. */
  readonly keepUntil?: Day
}

/**
 * Puts words into the drawer and gives their id, by which facts refer to them. What the text is was checked at the
 * door (`textFault`); what no database can keep (a NUL, half a character) is left out.
 */
export async function keepWords(
  tx: Transaction,
  { kind, text, customerId, caseId, at, keepUntil }: WordsToKeep,
): Promise<string> {
  const kept = text.replaceAll('\0', '').toWellFormed()
  if (kept.length > mostCharacters) throw new Error(`words of ${kept.length} characters came past the door`)
  const id = newId()
  const { landlord, by } = tx.acting
  const until = dayText(keepUntil)
  await tx.run(insertWords, [landlord, id, kind, customerId, caseId, kept, instantText(at), by, until])
  return id
}

const insertWords = statement(
  'insert-words',
  `insert into words (landlord, words_id, kind, customer_id, case_id, text, written_at, written_by, keep_until)
   values ($1, $2, $3, $4, $5, $6, coalesce($7::timestamptz, now()), $8, $9)`,
)
