import type { LetterChannel } from '#core/letters/letter-acts.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { queueMail } from '../jobs/outbox.ts'
import type { Act } from '../ledger/act.ts'
import { recordStep } from '../ledger/append.ts'
import { caseOf } from '../ledger/read-case.ts'
import type { Recorded } from '../ledger/write.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { attachIn } from '../words/attach.ts'
import { keepWords } from '../words/keep-words.ts'
import { textFault } from '../words/text.ts'
import { dropDraftIn } from './drafts.ts'

/** One copy of a letter as it goes out. */
export interface LetterCopy {
  /** The customer, or who speaks for them; nobody where the case has no customer. */
  readonly recipientId?: string
  /** The address as it stands on the letter, line by line; of an e-mail or text, the one line it goes to. */
  readonly to: readonly string[]
  /** The page as it is printed, for a letter. */
  readonly pdf?: Uint8Array
}

/** A letter with the act it is. */
export interface LetterToSend {
  readonly caseId: string
  /** How many events whoever writes has seen. */
  readonly expectedVersion: number
  readonly act: Pick<Act, 'type' | 'data'>
  readonly channel: LetterChannel
  readonly template?: { readonly templateId: string; readonly version: number }
  readonly subject: string
  readonly text: string
  /** The customer’s first, then copies to those who speak for them. */
  readonly copies: readonly [LetterCopy, ...LetterCopy[]]
  readonly score?: number | null
  readonly largePrint?: boolean
  /** In what way the case was answered: its draft is thrown away. */
  readonly way: string
}

export interface LetterSent {
  readonly letterId: string
  readonly recorded: Recorded
}

/**
 * Sends a letter: its words and its page are kept, the act is recorded, and it waits in the outbox, all of it in one
 * transaction or none. What the act lacks of what a promise asks for is refused there.
 */
export async function sendLetter(
  store: Store,
  acting: Acting,
  letter: LetterToSend,
): Promise<LetterSent | Refused> {
  const fault = textFault(letter.text, '/text') ?? subjectFault(letter.subject)
  if (fault !== undefined) return fault
  return store.database.transact(acting, 'words.write', async (tx) => {
    const row = await caseOf(tx, letter.caseId)
    if (isRefused(row)) return row
    const { caseId, subject, text, channel } = letter
    const about = { caseId, ...(row.customer_id !== null && { customerId: row.customer_id }) }
    const letterId = newId()
    const textWords = await keepWords(tx, {
      kind: channel === 'letter' ? 'letter' : 'message',
      text,
      ...about,
    })
    const data = { ...dataOf(letter), channel, words: [textWords] }
    const recorded = await recordStep(tx, store, {
      in: caseId,
      act: { type: letter.act.type, id: letterId, data },
      expectedVersion: letter.expectedVersion,
    })
    if (isRefused(recorded)) return recorded
    for (const [place, copy] of letter.copies.entries()) {
      const kept = {
        letterId: place === 0 ? letterId : newId(),
        copyOf: place === 0 ? null : letterId,
        textWords,
      }
      const faulty = await keepCopy(tx, store, { letter, copy, subject, about, ...kept })
      if (faulty !== undefined) return faulty
    }
    await dropDraftIn(tx, { caseId, way: letter.way })
    return { letterId, recorded }
  })
}

interface Copy {
  readonly letter: LetterToSend
  readonly copy: LetterCopy
  readonly subject: string
  readonly about: { readonly caseId: string; readonly customerId?: string }
  readonly letterId: string
  readonly copyOf: string | null
  readonly textWords: string
}

async function keepCopy(tx: Transaction, store: Store, copied: Copy): Promise<Refused | undefined> {
  const { letter, copy, subject, about, letterId, copyOf, textWords } = copied
  const envelope = [subject, ...copy.to].join('\n')
  // Whose name and address it is: an erasure of whoever speaks for the customer reaches it too.
  const whose = copy.recipientId === undefined ? about : { ...about, customerId: copy.recipientId }
  const envelopeWords = await keepWords(tx, { kind: 'envelope', text: envelope, ...whose })
  const page = await keepPage(tx, store, copied)
  if (isRefused(page)) return page
  const { landlord, by } = tx.acting
  await tx.run(insertLetter, [
    landlord,
    letterId,
    letter.caseId,
    about.customerId ?? null,
    copy.recipientId ?? null,
    copyOf,
    letter.act.type,
    letter.channel,
    letter.template?.templateId ?? null,
    letter.template?.version ?? null,
    textWords,
    envelopeWords,
    page ?? null,
    letter.channel === 'e-mail' ? await mailed(tx, store, copied) : null,
    letter.largePrint === true,
    letter.score ?? null,
    instantText(store.now()),
    by,
  ])
  return undefined
}

/** An erasure of the customer reaches every page by its words; one of whoever speaks for them, their own. */
async function keepPage(tx: Transaction, store: Store, { copy, letterId, textWords }: Copy) {
  if (copy.pdf === undefined) return undefined
  const name = `letter-${letterId}.pdf`
  const file = await attachIn(tx, store, {
    name,
    content: copy.pdf,
    type: 'application/pdf',
    wordsId: textWords,
    ...(copy.recipientId !== undefined && { ownedBy: copy.recipientId }),
  })
  return isRefused(file) ? file : file.attachmentId
}

/** E-mails go into the outbox of all mail, from which they are handed over once there is a way to. */
function mailed(tx: Transaction, store: Store, { letter, copy, subject, about }: Copy): Promise<string> {
  const [to = ''] = copy.to
  return queueMail(tx, { to, subject, text: letter.text, about: 'letter', ...about }, store.now())
}

function dataOf({ act }: LetterToSend): object {
  return typeof act.data === 'object' && act.data !== null ? act.data : {}
}

function subjectFault(subject: string): Refused | undefined {
  if (subject.trim() !== '' && subject.length <= 200) return undefined
  return refused(
    'not valid',
    'the subject is empty, or longer than 200 letters',
    'write one short line',
    '/subject',
  )
}

const insertLetter = statement(
  'insert-letter',
  `insert into letters (landlord, letter_id, case_id, customer_id, recipient_id, copy_of, act_type, channel, template_id,
       template_version, text_words, envelope_words, attachment_id, mail_id, large_print, score, made_at, made_by, state)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 'waiting')`,
)
