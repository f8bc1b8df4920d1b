import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { type Statement, statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { lockTranslation, type TranslationRow } from './translation-row.ts'
import { changedFault } from './write-translations.ts'

/** A translation and the revision that whoever checks has read. */
export interface TranslationSeen {
  readonly translationId: string
  readonly revision: number
}

/** Publishes a translation that a second person has checked; it takes the place of the version before. */
export function publishTranslation(
  store: Store,
  acting: Acting,
  { translationId, revision }: TranslationSeen,
): Promise<{ readonly version: number } | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const row = await lockTranslation(tx, translationId)
    if (isRefused(row)) return row
    const fault = changedFault(row, revision) ?? checkFault(acting, row)
    if (fault !== undefined) return fault
    const at = instantText(store.now())
    const [made] = await tx.run(insertVersion, [acting.landlord, translationId, at, acting.by])
    if (made === undefined) throw new Error('a translation that waits to be checked has a text')
    await tx.run(markPublished, [acting.landlord, translationId, made.version])
    return made
  })
}

/** Gives a translation back to whoever wrote it. */
export function sendBackTranslation(
  store: Store,
  acting: Acting,
  seen: TranslationSeen,
): Promise<{ readonly translationId: string } | Refused> {
  return marked(store, acting, seen, {
    mark: markBack,
    faultOf: ({ state }) =>
      state === 'to be checked'
        ? undefined
        : refused('not valid', 'this translation does not wait to be checked', 'open it again'),
  })
}

/** Takes a translation off the public pages. What was published stays on record. */
export function withdrawTranslation(
  store: Store,
  acting: Acting,
  seen: TranslationSeen,
): Promise<{ readonly translationId: string } | Refused> {
  return marked(store, acting, seen, {
    mark: markWithdrawn,
    faultOf: ({ state }) =>
      state === 'withdrawn'
        ? refused('not valid', 'this translation is withdrawn already', 'write it anew to publish it')
        : undefined,
  })
}

/** Marks a translation as somebody saw it; refused where it is another by now, or where its state does not allow it. */
function marked(
  store: Store,
  acting: Acting,
  { translationId, revision }: TranslationSeen,
  {
    mark,
    faultOf,
  }: { readonly mark: Statement<never>; readonly faultOf: (row: TranslationRow) => Refused | undefined },
): Promise<{ readonly translationId: string } | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const row = await lockTranslation(tx, translationId)
    if (isRefused(row)) return row
    const fault = changedFault(row, revision) ?? faultOf(row)
    if (fault !== undefined) return fault
    await tx.run(mark, [acting.landlord, translationId])
    return { translationId }
  })
}

/** Whether somebody had a hand in a translation, and cannot be the second person. */
export function isOwnTranslation(
  { by }: Acting,
  { writtenBy, sentBy }: Pick<TranslationRow, 'writtenBy' | 'sentBy'>,
): boolean {
  return by === writtenBy || by === sentBy
}

function checkFault(acting: Acting, row: TranslationRow): Refused | undefined {
  if (row.state !== 'to be checked')
    return refused('changed meanwhile', 'this translation does not wait to be checked', 'open it again')
  if (!isOwnTranslation(acting, row)) return undefined
  return refused(
    'not allowed',
    'you wrote this translation or sent it, so a second person has to check it',
    'ask somebody else who publishes',
  )
}

const insertVersion = statement<{ readonly version: number }>(
  'insert-translation-version',
  `insert into translation_versions (landlord, translation_id, version, title, text, translator, by_program,
     source_version, published_at, published_by, sent_by)
   select t.landlord, t.translation_id,
          1 + coalesce((select max(v.version) from translation_versions v
                         where v.landlord = $1 and v.translation_id = $2), 0),
          t.title, t.text, t.translator, t.by_program, t.source_version, $3, $4, coalesce(t.sent_by, '')
     from translations t where t.landlord = $1 and t.translation_id = $2
   returning version`,
)

const markPublished = statement(
  'publish-translation',
  `update translations set state = 'published', shown_version = $3, revision = revision + 1
    where landlord = $1 and translation_id = $2`,
)

const markBack = statement(
  'send-back-translation',
  `update translations set state = 'in hand', sent_by = null, revision = revision + 1
    where landlord = $1 and translation_id = $2`,
)

const markWithdrawn = statement(
  'withdraw-translation',
  `update translations set state = 'withdrawn', shown_version = null, revision = revision + 1
    where landlord = $1 and translation_id = $2`,
)
