import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'

/** How far a translation is. */
export type TranslationState = 'wanted' | 'in hand' | 'to be checked' | 'published' | 'withdrawn'

/** A translation as lists show it, without what it says. */
export interface TranslationShown {
  readonly translationId: string
  /** What is translated: `leaflet`, `report:…`, `page:complaints`. */
  readonly document: string
  readonly language: string
  readonly state: TranslationState
  readonly title: string | null
  readonly translator: string | null
  readonly byProgram: boolean
  readonly sourceVersion: string | null
  readonly revision: number
  readonly wantedAt: Instant
  readonly wantedBy: string
  readonly writtenAt: Instant | null
  readonly writtenBy: string | null
  readonly sentBy: string | null
  /** The version that anybody may read. */
  readonly shownVersion: number | null
  readonly shownSource: string | null
}

/** A translation with what it says, and what the document said that it was made from. */
export interface TranslationRow extends TranslationShown {
  readonly text: string | null
  readonly sourceText: string | null
}

/** A translation, to be changed by nobody else meanwhile. */
export async function lockTranslation(
  tx: Transaction,
  translationId: string,
): Promise<TranslationRow | Refused> {
  const [row] = await tx.run(lockedById, [tx.acting.landlord, translationId])
  return row ?? noSuchTranslation()
}

/** What is another landlord’s is not there either. */
export function noSuchTranslation(): Refused {
  return refused('not found', 'there is no such translation', 'look for it in the list of translations')
}

export const translationColumns = `t.translation_id as "translationId", t.document, t.language, t.state, t.title, t.translator,
  t.by_program as "byProgram", t.source_version as "sourceVersion", t.revision, t.wanted_at as "wantedAt",
  t.wanted_by as "wantedBy", t.written_at as "writtenAt", t.written_by as "writtenBy", t.sent_by as "sentBy",
  t.shown_version as "shownVersion",
  (select v.source_version from translation_versions v
    where v.landlord = t.landlord and v.translation_id = t.translation_id and v.version = t.shown_version) as "shownSource"`

const lockedById = statement<TranslationRow>(
  'translation-locked',
  `select ${translationColumns}, t.text, t.source_text as "sourceText" from translations t
    where t.landlord = $1 and t.translation_id = $2 for update of t`,
)
