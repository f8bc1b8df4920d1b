import { languageOf } from '#core/documents/plain-text-languages.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { documentKey, sourceVersionIn } from './source-version.ts'
import { lockTranslation, type TranslationRow } from './translation-row.ts'

/** Asks for a document in a language. */
export function wantTranslation(
  store: Store,
  acting: Acting,
  { document, language }: { readonly document: string; readonly language: string },
): Promise<{ readonly translationId: string } | Refused> {
  return store.database.transact(acting, 'reports.write', async (tx) => {
    if (languageOf(language) === undefined)
      return refused(
        'not valid',
        'no language is chosen',
        'choose the language to translate into',
        '/language',
      )
    const now = await sourceVersionIn(tx, store, document)
    if (now === undefined)
      return refused('not found', 'no such document is published', 'choose one that is', '/document')
    const at = instantText(store.now())
    const [made] = await tx.run(insertTranslation, [
      acting.landlord,
      newId(),
      documentKey(document),
      language,
      at,
      acting.by,
    ])
    return (
      made ??
      refused(
        'already there',
        'a translation of it into that language is there already',
        'open it in the list',
        '/language',
      )
    )
  })
}

/** A translation as somebody typed it or sent it in. */
export interface TranslationTyped {
  readonly translationId: string
  /** The revision that whoever writes has seen. */
  readonly revision: number
  readonly title: string
  /** In the notation of letters: `## ` begins a heading, `- ` an item of a list. */
  readonly text: string
  /** Who translated it; nobody known where it is empty. */
  readonly translator: string
  readonly byProgram: boolean
  /** What the document says now, kept to show later what has changed. */
  readonly sourceText: string
}

/** Keeps what was typed. Anybody still reads the version that was published before, until this one is. */
export function writeTranslation(
  store: Store,
  acting: Acting,
  typed: TranslationTyped,
): Promise<{ readonly translationId: string; readonly revision: number } | Refused> {
  return store.database.transact(acting, 'reports.write', async (tx) => {
    const row = await lockTranslation(tx, typed.translationId)
    if (isRefused(row)) return row
    const fault = textFault(typed) ?? changedFault(row, typed.revision)
    if (fault !== undefined) return fault
    const now = await sourceVersionIn(tx, store, row.document)
    if (now === undefined)
      return refused('not found', 'what it translates is no longer published', 'withdraw the translation')
    await tx.run(updateText, [
      acting.landlord,
      row.translationId,
      typed.title.trim(),
      typed.text,
      typed.translator.trim() === '' ? null : typed.translator.trim(),
      typed.byProgram,
      now,
      typed.sourceText,
      instantText(store.now()),
      acting.by,
    ])
    return { translationId: row.translationId, revision: row.revision + 1 }
  })
}

/** Gives a translation to somebody else to check. */
export function sendTranslation(
  store: Store,
  acting: Acting,
  { translationId, revision }: { readonly translationId: string; readonly revision: number },
): Promise<{ readonly translationId: string } | Refused> {
  return store.database.transact(acting, 'reports.write', async (tx) => {
    const row = await lockTranslation(tx, translationId)
    if (isRefused(row)) return row
    const fault = changedFault(row, revision)
    if (fault !== undefined) return fault
    if (row.state !== 'in hand')
      return refused('not valid', `this translation is ${row.state}`, 'write it first')
    await tx.run(markSent, [acting.landlord, translationId, acting.by])
    return { translationId }
  })
}

/** Refuses to change what somebody else has changed since it was read. */
export function changedFault(row: TranslationRow, seen: number): Refused | undefined {
  if (row.revision === seen) return undefined
  return refused(
    'changed meanwhile',
    'somebody changed this translation since you opened it',
    'look at theirs, then change it again',
  )
}

const limits = { title: 300, text: 100_000, translator: 200, sourceText: 400_000 } as const

function textFault(typed: TranslationTyped): Refused | undefined {
  if (typed.title.trim() === '')
    return refused('not valid', 'it has no title', 'write its title in the language', '/title')
  if (typed.text.trim() === '')
    return refused('not valid', 'nothing is translated yet', 'write the text in the language', '/text')
  for (const field of ['title', 'text', 'translator', 'sourceText'] as const) {
    if (typed[field].length > limits[field])
      return refused(
        'too large',
        `this is longer than ${limits[field]} characters`,
        'shorten it',
        `/${field}`,
      )
    if (typed[field].includes('\0') || !typed[field].isWellFormed())
      return refused('not valid', 'it holds a character that cannot be kept', 'leave it out', `/${field}`)
  }
  return undefined
}

const insertTranslation = statement<{ readonly translationId: string }>(
  'insert-translation',
  `insert into translations (landlord, translation_id, document, language, state, by_program, revision, wanted_at, wanted_by)
   values ($1, $2, $3, $4, 'wanted', false, 1, $5, $6)
   on conflict (landlord, document, language) do nothing returning translation_id as "translationId"`,
)

const updateText = statement(
  'write-translation',
  `update translations set state = 'in hand', title = $3, text = $4, translator = $5, by_program = $6, source_version = $7,
     source_text = $8, written_at = $9, written_by = $10, sent_by = null, revision = revision + 1
    where landlord = $1 and translation_id = $2`,
)

const markSent = statement(
  'send-translation',
  `update translations set state = 'to be checked', sent_by = $3, revision = revision + 1
    where landlord = $1 and translation_id = $2`,
)
