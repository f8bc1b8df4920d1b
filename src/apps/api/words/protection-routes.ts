import { Type } from 'typebox'
import { isRefused } from '#core/refused.ts'
import { cursorOf, keyFrom } from '#http/api/cursor.ts'
import { route } from '#http/api/route.ts'
import { id, instant, object, oneOf, optional, orNull, page, paging, text } from '#http/api/schema.ts'
import { writtenAt } from '#http/api/written.ts'
import { accessTo } from '#store/words/access-log.ts'
import { type Erasure, erasuresOf, eraseCustomer } from '#store/words/erase-customer.ts'
import { retentionRules, type RetentionSet, setRetention } from '#store/words/retention.ts'

const customer = object({ customer: id('the customer') })

/** Who read a customer's words. */
export const accessRoute = route({
  method: 'GET',
  path: '/customers/{customer}/access',
  permission: 'access-log.read',
  summary: 'See who read a customer’s words',
  description: 'Names, contact details, notes, files and searches that showed them; the latest first.',
  tag: 'Data protection',
  params: customer,
  query: object(paging),
  answers: {
    200: {
      says: 'A page of the log',
      body: page(
        object({
          readAt: instant('when'),
          readBy: Type.String({ description: 'who' }),
          what: Type.String({ description: 'what was shown' }),
          why: orNull(Type.String({ description: 'by which route, or for what reason' })),
          case: orNull(id('in which case')),
          words: Type.Array(Type.String({ description: 'which words, by id' })),
        }),
      ),
    },
  },
  async handle({ store, acting, params, query }) {
    const { limit = 50 } = query
    const key = keyFrom(query.after, ['instant', 'text'])
    const after = key && { readAt: key[0], accessId: key[1] }
    const rows = await accessTo(store, acting, params.customer, { limit, ...(after && { after }) })
    if (isRefused(rows)) return rows
    const last = rows.length < limit ? undefined : rows.at(-1)
    const next = last === undefined ? null : cursorOf([last.readAt, last.accessId])
    const shown = rows.map(({ readAt, readBy, what, why, caseId, wordsIds }) => ({
      readAt: writtenAt(readAt),
      readBy,
      what,
      why,
      case: caseId,
      words: wordsIds,
    }))
    return { status: 200, body: { rows: shown, next } }
  },
})

const erasureSchema = object(
  {
    id: id('its id'),
    customer: id('the customer'),
    erasedAt: instant('when'),
    erasedBy: Type.String({ description: 'by whom' }),
    why: Type.String(),
    counts: Type.Record(Type.String(), Type.Integer(), { description: 'how many rows of what' }),
  },
  { title: 'Erasure' },
)

/** Erases a customer. */
export const eraseCustomerRoute = route({
  method: 'POST',
  path: '/customers/{customer}/erasures',
  permission: 'words.erase',
  summary: 'Erase a customer’s words',
  description:
    'Names, contact details, needs, profile, notes, messages and files go; facts stay. Done again, it removes what has come since.',
  tag: 'Data protection',
  params: customer,
  body: object({ why: text('why, without naming anybody', 500, { minLength: 1 }) }),
  answers: { 200: { says: 'The record of the erasure', body: erasureSchema } },
  refuses: ['not found'],
  async handle({ store, acting, params, body }) {
    const erasure = await eraseCustomer(store, acting, { customerId: params.customer, why: body.why })
    return isRefused(erasure) ? erasure : { status: 200, body: shownErasure(erasure) }
  },
})

/** Lists what was erased of a customer. */
export const erasuresRoute = route({
  method: 'GET',
  path: '/customers/{customer}/erasures',
  permission: 'access-log.read',
  summary: 'See what was erased of a customer',
  tag: 'Data protection',
  params: customer,
  answers: {
    200: { says: 'The latest 200', body: object({ erasures: Type.Array(erasureSchema) }) },
  },
  async handle({ store, acting, params }) {
    const rows = await erasuresOf(store, acting, params.customer)
    return isRefused(rows) ? rows : { status: 200, body: { erasures: rows.map(shownErasure) } }
  },
})

function shownErasure({ erasureId, customerId, erasedAt, ...rest }: Erasure) {
  return { id: erasureId, customer: customerId, erasedAt: writtenAt(erasedAt), ...rest }
}

const countedFrom = oneOf(['written', 'case closed'], 'from when the months are counted')
const rulesSchema = object({
  rules: Type.Array(
    object({
      kind: Type.String({
        description: 'of which kind of words; `attachment`, `import` and `survey-invitation` beside them',
      }),
      months: Type.Integer(),
      countedFrom,
      setAt: instant('when it was set'),
      setBy: Type.String(),
    }),
  ),
})

/** Lists how long words are kept. */
export const retentionRoute = route({
  method: 'GET',
  path: '/retention',
  permission: 'words.erase',
  summary: 'See how long words are kept',
  tag: 'Data protection',
  answers: { 200: { says: 'The rules, by kind', body: rulesSchema } },
  async handle({ store, acting }) {
    const rules = await retentionRules(store, acting)
    return isRefused(rules) ? rules : { status: 200, body: { rules: rules.map(shownRule) } }
  },
})

/** Sets how long words of a kind are kept. */
export const setRetentionRoute = route({
  method: 'PUT',
  path: '/retention/{kind}',
  permission: 'words.erase',
  summary: 'Set how long words of a kind are kept',
  description: 'Without `months` the rule is taken away, and they are kept until somebody erases them.',
  tag: 'Data protection',
  params: object({
    kind: Type.String({
      pattern: '^[a-z][a-z-]{0,40}$',
      description: 'note, message, letter, survey-comment, survey-invitation …',
    }),
  }),
  body: object({
    months: optional(Type.Integer({ minimum: 1, maximum: 1_200, description: 'how many months' })),
    countedFrom: optional(countedFrom),
  }),
  answers: { 200: { says: 'The rules as they now are', body: rulesSchema } },
  async handle({ store, acting, params, body }) {
    const { months, countedFrom: from } = body
    const rule = { kind: params.kind, ...(months && { months }), ...(from && { countedFrom: from }) }
    const rules = await setRetention(store, acting, rule)
    return isRefused(rules) ? rules : { status: 200, body: { rules: rules.map(shownRule) } }
  },
})

function shownRule({ setAt, ...rule }: RetentionSet) {
  return { ...rule, setAt: writtenAt(setAt) }
}
