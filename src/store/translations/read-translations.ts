import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { documentKey, sourceVersionIn } from './source-version.ts'
import {
  noSuchTranslation,
  translationColumns,
  type TranslationRow,
  type TranslationShown,
} from './translation-row.ts'

/** Whether a translation still says what its document says. */
interface Dated {
  /** The version of the document that is published now; undefined where there is none. */
  readonly sourceNow: string | undefined
  /** What was translated last is no longer what the document says. */
  readonly isOutOfDate: boolean
  /** What anybody reads is no longer what the document says. */
  readonly isShownOutOfDate: boolean
}

/** More than any landlord has. */
const mostTranslations = 2_000

/** Every translation, by document and language. */
export function listTranslations(
  store: Store,
  acting: Acting,
  { document }: { readonly document?: string } = {},
): Promise<readonly (TranslationShown & Dated)[] | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const rows = await tx.run(allTranslations, [
      acting.landlord,
      document === undefined ? null : documentKey(document),
      mostTranslations,
    ])
    const now = await versionsNow(tx, store, rows)
    return rows.map((row) => ({ ...row, ...datedOf(row, now.get(row.document)) }))
  })
}

/** One translation with what it says. */
export function readTranslation(
  store: Store,
  acting: Acting,
  { translationId }: { readonly translationId: string },
): Promise<(TranslationRow & Dated) | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const [row] = await tx.run(translationById, [acting.landlord, translationId])
    if (row === undefined) return noSuchTranslation()
    return { ...row, ...datedOf(row, await sourceVersionIn(tx, store, row.document)) }
  })
}

async function versionsNow(
  tx: Transaction,
  store: Store,
  rows: readonly TranslationShown[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const now = new Map<string, string | undefined>()
  for (const { document } of rows)
    if (!now.has(document)) now.set(document, await sourceVersionIn(tx, store, document))
  return now
}

function datedOf(row: TranslationShown, sourceNow: string | undefined): Dated {
  return {
    sourceNow,
    isOutOfDate: row.sourceVersion !== null && row.sourceVersion !== sourceNow,
    isShownOutOfDate: row.shownVersion !== null && row.shownSource !== sourceNow,
  }
}

const allTranslations = statement<TranslationShown>(
  'translations-all',
  `select ${translationColumns} from translations t
    where t.landlord = $1 and ($2::text is null or t.document = $2)
    order by t.document, t.language limit $3`,
)

const translationById = statement<TranslationRow>(
  'translation-by-id',
  `select ${translationColumns}, t.text, t.source_text as "sourceText" from translations t
    where t.landlord = $1 and t.translation_id = $2`,
)
