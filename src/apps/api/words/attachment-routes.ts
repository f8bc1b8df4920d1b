import { Type } from 'typebox'
import { isRefused, refused } from '#core/refused.ts'
import { apiPrefix } from '#http/api/api-prefix.ts'
import { route } from '#http/api/route.ts'
import { id, instant, object, optional, orNull, text } from '#http/api/schema.ts'
import { writtenAt } from '#http/api/written.ts'
import { attach } from '#store/words/attach.ts'
import { attachmentTypes, mostBytes } from '#store/words/attachment-type.ts'
import { eraseAttachment } from '#store/words/erase-words.ts'
import { type AttachmentsAsked, listAttachments, readAttachment } from '#store/words/read-attachments.ts'

const about = {
  words: optional(id('the words it belongs to')),
  case: optional(id('the case', '4F7K-2MPX-9Q')),
  customer: optional(id('the customer')),
}

/** Attaches a file: the body is its content. */
export const attachRoute = route({
  method: 'POST',
  path: '/attachments',
  permission: 'words.write',
  summary: 'Attach a file',
  description: `The body is the file, 10 MB at the most. What it is goes by its content: ${attachmentTypes.join(', ')}.`,
  tag: 'Words',
  query: object({ name: text('what it is called', 255, { minLength: 1 }), ...about }),
  takes: ['*/*'],
  limits: { bytes: mostBytes, perMinute: 60 },
  answers: {
    201: {
      says: 'It is attached',
      body: object({
        id: id('its id'),
        digest: Type.String({ description: 'SHA-256 of its content' }),
        type: Type.String({ description: 'what it is, by its content' }),
        bytes: Type.Integer(),
      }),
    },
  },
  refuses: ['not found', 'too large'],
  async handle({ store, acting, query, bytes: content }) {
    const { name, words: wordsId, case: caseId, customer: customerId } = query
    const attached = await attach(store, acting, {
      name,
      content,
      ...(wordsId !== undefined && { wordsId }),
      ...(caseId !== undefined && { caseId }),
      ...(customerId !== undefined && { customerId }),
    })
    if (isRefused(attached)) return attached
    const { attachmentId, digest, type, bytes } = attached
    const headers = { location: `${apiPrefix}/attachments/${attachmentId}` }
    return { status: 201, body: { id: attachmentId, digest, type, bytes }, headers }
  },
})

/** Lists the files of words, a case or a customer. */
export const listAttachmentsRoute = route({
  method: 'GET',
  path: '/attachments',
  permission: 'words.read',
  summary: 'List attachments',
  description:
    'The latest 500 of some words, of a case or of a customer. Their names are words, so it is written down.',
  tag: 'Words',
  query: object(about),
  answers: {
    200: {
      says: 'The files, the latest first; of those erased, the shells',
      body: object({
        attachments: Type.Array(
          object({
            id: id('its id'),
            name: orNull(Type.String({ description: 'what it is called; null where it was erased' })),
            type: Type.String(),
            bytes: Type.Integer(),
            words: orNull(id('the words it belongs to')),
            case: orNull(id('the case')),
            customer: orNull(id('the customer')),
            addedAt: instant('when it was attached'),
            addedBy: Type.String(),
            erasedAt: orNull(instant('when it was erased')),
          }),
        ),
      }),
    },
  },
  async handle({ store, acting, query }) {
    const of = attachmentsOf(query.words, query.case, query.customer)
    if (of === undefined)
      return refused(
        'not valid',
        'say whose files: of words, of a case or of a customer',
        'name one of them',
        '/case',
      )
    const rows = await listAttachments(store, acting, { ...of, why: 'GET /attachments' })
    if (isRefused(rows)) return rows
    const attachments = rows.map(
      ({ attachmentId, name, type, bytes, wordsId, caseId, customerId, ...row }) => ({
        id: attachmentId,
        name,
        type,
        bytes,
        words: wordsId,
        case: caseId,
        customer: customerId,
        addedAt: writtenAt(row.addedAt),
        addedBy: row.addedBy,
        erasedAt: writtenAt(row.erasedAt),
      }),
    )
    return { status: 200, body: { attachments } }
  },
})

function attachmentsOf(wordsId?: string, caseId?: string, customerId?: string): AttachmentsAsked | undefined {
  if ([wordsId, caseId, customerId].filter((each) => each !== undefined).length !== 1) return undefined
  if (wordsId !== undefined) return { wordsId }
  return caseId === undefined ? { customerId: customerId ?? '' } : { caseId }
}

/** Gives the file, to be saved and never opened in the browser. */
export const readAttachmentRoute = route({
  method: 'GET',
  path: '/attachments/{attachment}',
  permission: 'words.read',
  summary: 'Take an attachment',
  description: 'Who took it is written down.',
  tag: 'Words',
  params: object({ attachment: id('the attachment') }),
  answers: { 200: { says: 'The file', file: attachmentTypes } },
  refuses: ['not found'],
  async handle({ store, acting, params }) {
    const read = await readAttachment(store, acting, params.attachment, 'GET /attachments/{attachment}')
    if (isRefused(read)) return read
    const { type, content, name } = read
    return { status: 200, file: { type, content, name }, headers: { 'x-content-type-options': 'nosniff' } }
  },
})

/** Erases one file. */
export const eraseAttachmentRoute = route({
  method: 'POST',
  path: '/attachments/{attachment}/erasure',
  permission: 'words.erase',
  summary: 'Erase an attachment',
  description: 'Its content goes where it is attached nowhere else; the empty shell stays.',
  tag: 'Words',
  params: object({ attachment: id('the attachment') }),
  body: object({ why: text('why, without naming anybody', 500, { minLength: 1 }) }),
  answers: {
    200: {
      says: 'It is erased',
      body: object({ attachments: Type.Integer({ description: 'how many now' }) }),
    },
  },
  refuses: ['not found'],
  async handle({ store, acting, params, body }) {
    const asked = { attachmentId: params.attachment, why: body.why }
    const erased = await eraseAttachment(store, acting, asked)
    return isRefused(erased) ? erased : { status: 200, body: { attachments: erased.attachments } }
  },
})
