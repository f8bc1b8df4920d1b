import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { logAccess } from './access-log.ts'

/** A file as lists show it; of one erased, the shell that is left. */
export interface AttachmentShown {
  readonly attachmentId: string
  readonly name: string | null
  readonly type: string
  readonly bytes: number
  readonly wordsId: string | null
  readonly caseId: string | null
  readonly customerId: string | null
  readonly addedAt: Instant
  readonly addedBy: string
  readonly erasedAt: Instant | null
}

/** A file with what is in it. */
export interface AttachmentRead extends AttachmentShown {
  readonly name: string
  readonly content: Buffer
}

export type AttachmentsAsked = { readonly why?: string } & (
  | { readonly caseId: string }
  | { readonly customerId: string }
  | { readonly wordsId: string }
)

/** The latest 500 files of words, a case or a customer; their names are words, so the reading is written down. */
export function listAttachments(
  store: Store,
  acting: Acting,
  asked: AttachmentsAsked,
): Promise<readonly AttachmentShown[] | Refused> {
  return store.database.transact(acting, 'words.read', async (tx) => {
    const [which, id] = whichOf(asked)
    const rows = await tx.run(which, [acting.landlord, id, acting.contractorId ?? null])
    const shown = rows.filter(({ erasedAt }) => erasedAt === null)
    if (shown.length > 0)
      await logAccess(tx, {
        what: 'names of files',
        customerIds: shown.flatMap(({ customerId }) => customerId ?? []),
        caseId: 'caseId' in asked ? asked.caseId : undefined,
        wordsIds: shown.map(({ attachmentId }) => attachmentId),
        why: asked.why,
      })
    return rows
  })
}

/** A file with its content; who took it is written down in the same transaction. */
export function readAttachment(
  store: Store,
  acting: Acting,
  attachmentId: string,
  why?: string,
): Promise<AttachmentRead | Refused> {
  return store.database.transact(acting, 'words.read', async (tx) => {
    const [row] = await tx.run(oneUse, [acting.landlord, attachmentId, acting.contractorId ?? null])
    if (row === undefined) return refused('not found', `there is no attachment ${attachmentId}`)
    const { name, content } = row
    if (name === null || content === null)
      return refused('not found', 'this attachment was erased', 'its shell says when and by whom')
    const { caseId, customerId } = row
    await logAccess(tx, {
      what: 'attachment',
      customerIds: customerId === null ? [] : [customerId],
      caseId: caseId ?? undefined,
      wordsIds: [attachmentId],
      why,
    })
    return { ...row, name, content }
  })
}

function whichOf(asked: AttachmentsAsked) {
  if ('caseId' in asked) return [usesOfCase, asked.caseId] as const
  return 'customerId' in asked
    ? ([usesOfCustomer, asked.customerId] as const)
    : ([usesOfWords, asked.wordsId] as const)
}

const columns = `u.use_id as "attachmentId", u.name, a.media_type as type, a.bytes, u.words_id as "wordsId",
  u.case_id as "caseId", coalesce(u.customer_id, c.customer_id) as "customerId", u.added_at as "addedAt",
  u.added_by as "addedBy", u.erased_at as "erasedAt"`

const uses = `from attachment_uses u join attachments a on a.landlord = u.landlord and a.digest = u.digest
  left join cases c on c.landlord = u.landlord and c.case_id = u.case_id
  where u.landlord = $1 and ($3::text is null or c.contractor_id = $3)`

const latest = 'order by u.added_at desc, u.use_id desc limit 500'

/** The files of a case, for whoever logs the reading in the same transaction. */
export const usesOfCase = statement<AttachmentShown>(
  'attachments-of-case',
  `select ${columns} ${uses} and u.case_id = $2 ${latest}`,
)

const usesOfCustomer = statement<AttachmentShown>(
  'attachments-of-customer',
  `select ${columns} ${uses} and u.customer_id = $2 ${latest}`,
)

const usesOfWords = statement<AttachmentShown>(
  'attachments-of-words',
  `select ${columns} ${uses} and u.words_id = $2 ${latest}`,
)

const oneUse = statement<AttachmentShown & { readonly content: Buffer | null }>(
  'attachment-by-id',
  `select ${columns}, a.content ${uses} and u.use_id = $2`,
)
