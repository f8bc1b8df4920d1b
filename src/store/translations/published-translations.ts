import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { documentKey, sourceVersionIn } from './source-version.ts'

/** A translation that anybody may read, as a link to it needs. */
export interface TranslationLink {
  readonly translationId: string
  readonly language: string
  readonly title: string
  readonly version: number
  readonly publishedAt: Instant
  /** The same as the date printed on it. */
  readonly publishedOn: Day
  readonly byProgram: boolean
  /** Which version of the document it says the same as: “edition 2026-01”. */
  readonly sourceVersion: string
  /** The document has changed since. */
  readonly isOutOfDate: boolean
}

/** The same with what it says, in the notation of letters. */
export interface PublishedTranslation extends TranslationLink {
  readonly document: string
  readonly text: string
  readonly translator: string | null
}

/** A document has as many at the most as there are languages. */
const mostLanguages = 200

/** The published translations of a document: `leaflet`, `report:…`, `page:complaints`. */
export function translationsOf(
  store: Store,
  acting: Acting,
  { document }: { readonly document: string },
): Promise<readonly TranslationLink[] | Refused> {
  return store.database.transact(acting, 'published.read', async (tx) => {
    const rows = await tx.run(publishedOf, [acting.landlord, documentKey(document), mostLanguages])
    if (rows.length === 0) return []
    const now = await sourceVersionIn(tx, store, document)
    return rows.map((row) => ({ ...row, isOutOfDate: row.sourceVersion !== now }))
  })
}

/** A document in a language, as it was published. */
export function publishedTranslation(
  store: Store,
  acting: Acting,
  { document, language }: { readonly document: string; readonly language: string },
): Promise<PublishedTranslation | Refused> {
  return store.database.transact(acting, 'published.read', async (tx) => {
    const [row] = await tx.run(publishedIn, [acting.landlord, documentKey(document), language])
    if (row === undefined)
      return refused('not found', 'this is not published in that language', 'ask us for a translation')
    return { ...row, isOutOfDate: row.sourceVersion !== (await sourceVersionIn(tx, store, document)) }
  })
}

const columns = `t.translation_id as "translationId", t.language, v.title, v.version, v.published_at as "publishedAt",
  (v.published_at at time zone 'Europe/London')::date as "publishedOn",
  v.by_program as "byProgram", v.source_version as "sourceVersion"`

const from = `translations t
  join translation_versions v on v.landlord = t.landlord and v.translation_id = t.translation_id
    and v.version = t.shown_version`

const publishedOf = statement<Omit<TranslationLink, 'isOutOfDate'>>(
  'translations-published-of',
  `select ${columns} from ${from} where t.landlord = $1 and t.document = $2 order by t.language limit $3`,
)

const publishedIn = statement<Omit<PublishedTranslation, 'isOutOfDate'>>(
  'translation-published-in',
  `select ${columns}, t.document, v.text, v.translator from ${from}
    where t.landlord = $1 and t.document = $2 and t.language = $3`,
)
