import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { instantText } from '../types.ts'
import type { Instant } from '#core/time/instant.ts'

/** When and why something is erased; by whom is who acts. */
export interface Erasing {
  readonly at: Instant
  readonly why: string
}

/** Empties these words and the files attached to them; the shells stay. Gives how many of each were emptied now. */
export async function eraseWordsRows(
  tx: Transaction,
  wordsIds: readonly string[],
  erasing: Erasing,
): Promise<{ readonly words: number; readonly attachments: number }> {
  const { landlord, by } = tx.acting
  const uses = await tx.run(usesOfThese, [landlord, wordsIds])
  const erased = await tx.run(emptyWords, [landlord, wordsIds, instantText(erasing.at), by, erasing.why])
  const attachments = await eraseUses(
    tx,
    uses.map(({ use_id }) => use_id),
    erasing,
  )
  return { words: erased.length, attachments }
}

/** Erases words, with what is attached to them, and files that are attached elsewhere. Gives how many of each. */
export async function eraseWordsAndUses(
  tx: Transaction,
  { words, uses }: { readonly words: readonly Named[]; readonly uses: readonly Named[] },
  erasing: Erasing,
): Promise<{ readonly words: number; readonly attachments: number }> {
  const ids = (rows: readonly Named[]) => rows.map(({ id }) => id)
  const alone = await eraseUses(tx, ids(uses), erasing)
  const erased = await eraseWordsRows(tx, ids(words), erasing)
  return { words: erased.words, attachments: alone + erased.attachments }
}

interface Named {
  readonly id: string
}

/** Takes files away from where they are attached; what has no other use loses its content. */
export async function eraseUses(
  tx: Transaction,
  useIds: readonly string[],
  { at, why }: Erasing,
): Promise<number> {
  if (useIds.length === 0) return 0
  const { landlord, by } = tx.acting
  // Locked first and in order: whoever attaches the same file meanwhile waits, and then keeps its content.
  const contents = await tx.run(lockContents, [landlord, useIds])
  const erased = await tx.run(emptyUses, [landlord, useIds, instantText(at), by, why])
  await tx.run(removeUnused, [landlord, contents.map(({ digest }) => digest)])
  return erased.length
}

const usesOfThese = statement<{ readonly use_id: string }>(
  'attachment-uses-of-words',
  'select use_id from attachment_uses where landlord = $1 and words_id = any ($2::text[]) and erased_at is null',
)

const emptyWords = statement<{ readonly words_id: string }>(
  'empty-words',
  `update words set text = null, keep_until = null, erased_at = $3, erased_by = $4, erased_why = $5
    where landlord = $1 and words_id = any ($2::text[]) and erased_at is null returning words_id`,
)

const lockContents = statement<{ readonly digest: Buffer }>(
  'lock-attachment-contents',
  `select digest from attachments
    where landlord = $1
      and digest in (select digest from attachment_uses where landlord = $1 and use_id = any ($2::text[]))
    order by digest for update`,
)

const emptyUses = statement<{ readonly use_id: string }>(
  'empty-attachment-uses',
  `update attachment_uses set name = null, erased_at = $3, erased_by = $4, erased_why = $5
    where landlord = $1 and use_id = any ($2::text[]) and erased_at is null returning use_id`,
)

const removeUnused = statement(
  'remove-unused-contents',
  `update attachments a set content = null
    where landlord = $1 and digest = any ($2::bytea[]) and content is not null
      and not exists (select from attachment_uses u
                       where u.landlord = a.landlord and u.digest = a.digest and u.erased_at is null)`,
)
