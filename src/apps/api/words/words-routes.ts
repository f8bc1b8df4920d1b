import { Type } from 'typebox'
import { isRefused, refused } from '#core/refused.ts'
import { parseDay } from '#core/time/day.ts'
import { cursorOf, keyFrom } from '#http/api/cursor.ts'
import { route } from '#http/api/route.ts'
import { date, id, instant, object, optional, orNull, page, paging, text } from '#http/api/schema.ts'
import { writtenAt } from '#http/api/written.ts'
import { eraseWords } from '#store/words/erase-words.ts'
import { readWords, type WordsOf, type WordsRead } from '#store/words/read-words.ts'
import { writeWords } from '#store/words/write-words.ts'

const wordsSchema = object(
  {
    id: id('their id, by which facts refer to them'),
    kind: Type.String({ description: 'note, message, letter …' }),
    case: orNull(id('the case they are about')),
    customer: orNull(id('the customer they are about')),
    text: orNull(Type.String({ description: 'what was written; null where it was erased' })),
    writtenAt: instant('when they were written'),
    writtenBy: Type.String({ description: 'who wrote them down' }),
    erasedAt: orNull(instant('when they were erased')),
    erasedBy: orNull(Type.String({ description: 'who erased them' })),
    erasedWhy: orNull(Type.String({ description: 'why' })),
  },
  { title: 'Words' },
)

/** Reads words of a case, of a customer, or by their ids. */
export const readWordsRoute = route({
  method: 'GET',
  path: '/words',
  permission: 'words.read',
  summary: 'Read notes and messages',
  description:
    'Of one case, of one customer, or those of these ids; the latest first. Who read whose words is written down.',
  tag: 'Words',
  query: object({
    case: optional(id('of this case', '4F7K-2MPX-9Q')),
    customer: optional(id('of this customer')),
    ids: optional(text('these, with commas between', 5_000, { minLength: 1 })),
    why: optional(text('for what reason, for the log of who read what', 300)),
    ...paging,
  }),
  answers: { 200: { says: 'A page of words', body: page(wordsSchema) } },
  async handle({ store, acting, query }) {
    const { limit = 50, why } = query
    const of = wordsOf(query.case, query.customer, query.ids)
    if (of === undefined)
      return refused(
        'not valid',
        'say whose words: of a case, of a customer, or by ids',
        'name one of them',
        '/case',
      )
    const key = keyFrom(query.after, ['instant', 'text'])
    const reason = why === undefined ? 'GET /words' : `GET /words: ${why}`
    const after = key && { writtenAt: key[0], wordsId: key[1] }
    const rows = await readWords(store, acting, { ...of, limit, why: reason, ...(after && { after }) })
    if (isRefused(rows)) return rows
    const last = rows.length < limit || 'ids' in of ? undefined : rows.at(-1)
    const next = last === undefined ? null : cursorOf([last.writtenAt, last.wordsId])
    return { status: 200, body: { rows: rows.map(shownWords), next } }
  },
})

function wordsOf(caseId?: string, customerId?: string, ids?: string): WordsOf | undefined {
  if ([caseId, customerId, ids].filter((each) => each !== undefined).length !== 1) return undefined
  if (caseId !== undefined) return { caseId }
  return customerId === undefined ? { ids: (ids ?? '').split(',') } : { customerId }
}

function shownWords(row: WordsRead) {
  const {
    wordsId,
    kind,
    caseId,
    customerId,
    text: said,
    writtenAt: at,
    writtenBy,
    erasedAt,
    erasedBy,
    erasedWhy,
  } = row
  const erased = { erasedAt: writtenAt(erasedAt), erasedBy, erasedWhy }
  return {
    id: wordsId,
    kind,
    case: caseId,
    customer: customerId,
    text: said,
    writtenAt: writtenAt(at),
    writtenBy,
    ...erased,
  }
}

/** Writes a note beside any act. */
export const writeWordsRoute = route({
  method: 'POST',
  path: '/words',
  permission: 'words.write',
  summary: 'Write a note or message',
  description: 'About a case or a customer. What belongs to an act is better sent with the act.',
  tag: 'Words',
  body: object({
    kind: Type.String({ pattern: '^[a-z][a-z-]{0,40}$', description: 'note, message, letter …' }),
    case: optional(id('the case', '4F7K-2MPX-9Q')),
    customer: optional(id('the customer')),
    text: text('what is written', 100_000, { minLength: 1 }),
    keepUntil: optional(date('kept until the end of this day, whatever the rule for its kind')),
  }),
  answers: { 201: { says: 'They are kept', body: object({ id: id('their id') }) } },
  refuses: ['not found'],
  async handle({ store, acting, body }) {
    const { kind, text: said, case: caseId, customer: customerId } = body
    const keepUntil = parseDay(body.keepUntil ?? '')
    const written = await writeWords(store, acting, {
      kind,
      text: said,
      ...(caseId !== undefined && { caseId }),
      ...(customerId !== undefined && { customerId }),
      ...(keepUntil !== undefined && { keepUntil }),
    })
    return isRefused(written) ? written : { status: 201, body: { id: written.wordsId } }
  },
})

/** Erases one note or message. */
export const eraseWordsRoute = route({
  method: 'POST',
  path: '/words/{words}/erasure',
  permission: 'words.erase',
  summary: 'Erase a note or message',
  description: 'With the files attached to it. The empty shell stays, with when, by whom and why.',
  tag: 'Words',
  params: object({ words: id('the words') }),
  body: object({ why: text('why, without naming anybody', 500, { minLength: 1 }) }),
  answers: {
    200: {
      says: 'They are erased',
      body: object({ words: Type.Integer({ description: 'how many now' }), attachments: Type.Integer() }),
    },
  },
  refuses: ['not found'],
  async handle({ store, acting, params, body }) {
    const erased = await eraseWords(store, acting, { wordsId: params.words, why: body.why })
    return isRefused(erased) ? erased : { status: 200, body: erased }
  },
})
