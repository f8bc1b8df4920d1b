import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { eraseUses, eraseWordsRows } from './erase.ts'

/** What one erasure emptied; nothing where it had been done before. */
export interface Erased {
  readonly words: number
  readonly attachments: number
}

/** Empties one note or message and its files; done twice, the second finds nothing left to do. */
export async function eraseWords(
  store: Store,
  acting: Acting,
  { wordsId, why }: { readonly wordsId: string; readonly why: string },
): Promise<Erased | Refused> {
  return (
    whyFault(why) ??
    store.database.transact(acting, 'words.erase', async (tx) => {
      const [there] = await tx.run(oneWords, [acting.landlord, wordsId])
      if (there === undefined) return refused('not found', `there are no words ${wordsId}`)
      return eraseWordsRows(tx, [wordsId], { at: store.now(), why })
    })
  )
}

/** Takes one file away; its content goes with its last use. */
export async function eraseAttachment(
  store: Store,
  acting: Acting,
  { attachmentId, why }: { readonly attachmentId: string; readonly why: string },
): Promise<Erased | Refused> {
  return (
    whyFault(why) ??
    store.database.transact(acting, 'words.erase', async (tx) => {
      const [there] = await tx.run(oneUse, [acting.landlord, attachmentId])
      if (there === undefined) return refused('not found', `there is no attachment ${attachmentId}`)
      return { words: 0, attachments: await eraseUses(tx, [attachmentId], { at: store.now(), why }) }
    })
  )
}

/** A reason stays in the record, so it must be one, and name nobody. */
export function whyFault(why: string): Refused | undefined {
  if (why.trim() === '')
    return refused('not valid', 'an erasure needs a reason', 'say why, without naming anybody', '/why')
  if (why.length > 500 || why.includes('\0') || !why.isWellFormed())
    return refused('not valid', 'the reason is over 500 characters or is not text', 'say it shortly', '/why')
  return undefined
}

const oneWords = statement('words-there', 'select 1 from words where landlord = $1 and words_id = $2')
const oneUse = statement(
  'attachment-there',
  'select 1 from attachment_uses where landlord = $1 and use_id = $2',
)
