import { createHash } from 'node:crypto'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { typeOfAttachment } from './attachment-type.ts'
import { whatIsThere } from './write-words.ts'

/** A file to attach to words, a case or a customer: one of them at least. */
export interface FileToAttach {
  /** What it was called on the machine it came from. */
  readonly name: string
  readonly content: Uint8Array
  readonly wordsId?: string
  readonly caseId?: string
  readonly customerId?: string
}

/** A file that was attached. */
export interface Attached {
  readonly attachmentId: string
  /** SHA-256 of its content. */
  readonly digest: string
  readonly type: string
  readonly bytes: number
}

/** Attaches a file: its content is stored once, whatever it is called and however often it comes. */
export async function attach(store: Store, acting: Acting, file: FileToAttach): Promise<Attached | Refused> {
  const type = await typeOfAttachment(file.content)
  if (isRefused(type)) return type
  return store.database.transact(acting, 'words.write', (tx) => attachIn(tx, store, { ...file, type }))
}

/** Attaches a file of a known type inside a transaction of somebody else’s. */
export async function attachIn(
  tx: Transaction,
  store: Store,
  file: FileToAttach & {
    readonly type: string
    /** Whose it is, where that is somebody else than whoever the words are about: their copy of a letter. */
    readonly ownedBy?: string
  },
): Promise<Attached | Refused> {
  const name = tidyName(file.name)
  if (name === '') return refused('not valid', 'the file has no name', 'give it one', '/name')
  const about = await aboutWhat(tx, file)
  if (isRefused(about)) return about
  const { landlord, by } = tx.acting
  const digest = createHash('sha256').update(file.content).digest()
  const attachmentId = newId()
  const { wordsId, caseId } = about
  const { type, content, ownedBy: customerId = about.customerId } = file
  await tx.run(keepContent, [landlord, digest, type, content.length, Buffer.from(content)])
  const at = instantText(store.now())
  await tx.run(insertUse, [landlord, attachmentId, digest, wordsId, caseId, customerId, name, at, by])
  return { attachmentId, digest: digest.toString('hex'), type, bytes: content.length }
}

/** The last part of a path, without what could mislead whoever reads it: line ends, and marks that turn text round. */
function tidyName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  return last
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200)
    .toWellFormed()
}

type About = Pick<FileToAttach, 'wordsId' | 'caseId' | 'customerId'>

/** What it is attached to, so far as it is there; a file of words also belongs to their case and customer. */
async function aboutWhat(tx: Transaction, { wordsId, caseId, customerId }: About): Promise<About | Refused> {
  const { landlord, contractorId = null } = tx.acting
  if (wordsId !== undefined) {
    const [words] = await tx.run(wordsWithin, [landlord, wordsId, contractorId])
    if (words === undefined) return refused('not found', `there are no words ${wordsId}`, undefined, '/words')
    const { case_id, customer_id } = words
    return { wordsId, ...(case_id && { caseId: case_id }), ...(customer_id && { customerId: customer_id }) }
  }
  if (caseId === undefined && customerId === undefined)
    return refused(
      'not valid',
      'a file belongs to words, a case or a customer',
      'give the id of one',
      '/case',
    )
  const [there] = await tx.run(whatIsThere, [landlord, caseId ?? null, customerId ?? null, contractorId])
  if (there?.case === false) return refused('not found', `there is no case ${caseId}`, undefined, '/case')
  if (there?.customer === false)
    return refused('not found', `there is no customer ${customerId}`, undefined, '/customer')
  return { ...(caseId && { caseId }), ...(customerId && { customerId }) }
}

const wordsWithin = statement<{ readonly case_id: string | null; readonly customer_id: string | null }>(
  'words-within',
  `select w.case_id, w.customer_id from words w
     left join cases c on c.landlord = w.landlord and c.case_id = w.case_id
    where w.landlord = $1 and w.words_id = $2 and w.erased_at is null and ($3::text is null or c.contractor_id = $3)
      for share of w`,
)

// The row is locked even where its content is there already, so that it cannot be removed before the use is written.
const keepContent = statement(
  'keep-attachment-content',
  `insert into attachments (landlord, digest, media_type, bytes, content) values ($1, $2, $3, $4, $5)
   on conflict (landlord, digest) do update set content = excluded.content where attachments.content is null`,
)

const insertUse = statement(
  'insert-attachment-use',
  `insert into attachment_uses (landlord, use_id, digest, words_id, case_id, customer_id, name, added_at, added_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
