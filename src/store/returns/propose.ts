import { monthCode } from '#core/time/period.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Month } from '#core/time/civil.ts'
import type { Transaction } from '../database.ts'
import { keepPaper, paperReady } from '../duties/paper.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { textFault } from '../words/text.ts'
import { authorOf, nameOrMonthFault, type ReturnsGround, returnsGround } from './ground.ts'

/** A figure that somebody types in. */
export interface ReturnToPropose {
  readonly name: string
  readonly month: Month
  readonly value: number
  /** The system or document it was taken from. */
  readonly source: string
  readonly note?: string
  /** The checked figure that it is to put right. */
  readonly corrects?: string
}

/** Puts a figure down to be checked by somebody else; nothing counts by it before. */
export async function proposeReturn(
  store: Store,
  acting: Acting,
  asked: ReturnToPropose,
): Promise<{ readonly returnId: string } | Refused> {
  const paper = await paperReady({ note: asked.note ?? '' })
  if (isRefused(paper)) return paper
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const ground = await returnsGround(tx, store)
    if (isRefused(ground)) return ground
    const fault = proposalFault(ground, asked)
    if (fault !== undefined) return fault
    const author = await authorOf(tx, ground, asked.name)
    if (isRefused(author)) return author
    const words = await keepPaper(tx, store, caseOf(ground, asked.name), paper)
    if (isRefused(words)) return words
    return insertProposal(tx, store, { ...asked, ...author, wordsId: words[0] })
  })
}

/** The record of a return: that of its figures so far, or one named after it. */
export function caseOf({ checked }: ReturnsGround, name: string): string {
  return checked.find((each) => each.name === name)?.caseId ?? `return-${name}`
}

/** Why a figure cannot be put down, if it cannot. */
export function proposalFault(ground: ReturnsGround, asked: ReturnToPropose): Refused | undefined {
  const { name, month, value, source, corrects } = asked
  const fault = nameOrMonthFault(ground, name, month)
  if (fault !== undefined) return fault
  if (!Number.isFinite(value))
    return refused('not valid', 'this is not a number', 'write it in digits', '/value')
  if (source.trim() === '' || source.length > 200)
    return refused(
      'not valid',
      'where the figure was taken from is missing',
      'name the system or the document in a few words',
      '/source',
    )
  const unkept = textFault(source, '/source')
  if (unkept !== undefined) return unkept
  const isSame = (each: { readonly name: string; readonly month: Month }) =>
    each.name === name && each.month === month
  if (ground.waiting.some(isSame))
    return refused(
      'already there',
      `a figure for ${monthCode(month)} waits for its check already`,
      'turn that one down first, if it is wrong',
      '/month',
    )
  const there = ground.checked.filter(isSame)
  if (corrects === undefined && there.length > 0)
    return refused('already there', `${monthCode(month)} has a figure already`, 'correct that one', '/month')
  if (corrects !== undefined && !there.some(({ event }) => event === corrects))
    return refused('not found', 'there is no such figure to correct', 'look at the month again')
  return undefined
}

/** Writes down a figure that was found good. */
export async function insertProposal(
  tx: Transaction,
  store: Store,
  proposal: ReturnToPropose & {
    readonly authorId: string
    readonly wordsId?: string | undefined
    readonly importId?: string
  },
): Promise<{ readonly returnId: string }> {
  const { name, month, value, source, corrects, authorId, wordsId, importId } = proposal
  const returnId = newId()
  await tx.run(insertReturn, [
    tx.acting.landlord,
    returnId,
    name,
    month,
    value,
    source.trim(),
    wordsId ?? null,
    corrects ?? null,
    importId ?? null,
    authorId,
    instantText(store.now()),
  ])
  return { returnId }
}

const insertReturn = statement(
  'insert-return',
  `insert into returns (landlord, return_id, name, month, value, source, words_id, corrects, import_id, author_id, proposed_at, state)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'proposed')`,
)
