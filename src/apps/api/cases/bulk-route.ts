import { createHash } from 'node:crypto'
import { type Static, Type } from 'typebox'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Kept } from '#http/api/answer.ts'
import { json, ndjson } from '#http/api/body.ts'
import { type Idempotency, route } from '#http/api/route.ts'
import { id, object, optional, orNull } from '#http/api/schema.ts'
import { openCase, recordAct, type WriteOptions } from '#store/ledger/append.ts'
import type { Recorded } from '#store/ledger/write.ts'
import type { Store } from '#store/store.ts'
import { actFields, actOf, toAct, whatActsNeed } from './act-asked.ts'

const mostActs = 1_000

const actOfCase = object({
  case: id('the case', '4F7K-2MPX-9Q'),
  kind: optional(
    Type.String({
      minLength: 1,
      maxLength: 100,
      description: 'opens a case of this kind where there is none',
    }),
  ),
  ...actFields,
})

const outcome = object(
  {
    index: Type.Integer({ description: 'its place in the request, from 0' }),
    case: id('the case'),
    status: Type.Integer({
      description: '201 where it was recorded; otherwise as if it had been asked alone',
    }),
    version: orNull(Type.Integer({ description: 'how many events the case then had' })),
    refusal: orNull(Type.String({ description: 'why it was not recorded' })),
    fix: orNull(Type.String({ description: 'what to do instead' })),
    pointer: orNull(Type.String({ description: 'the field at fault, within this act' })),
  },
  { title: 'Outcome' },
)

/** Records up to a thousand acts, each by itself. */
export const bulkActsRoute = route({
  method: 'POST',
  path: '/acts',
  permission: toAct,
  summary: 'Record many acts',
  description: `Up to 1,000 acts in a JSON list or as NDJSON, one after the other, each in a transaction of its own: one that is refused keeps back none of the others. An act with a \`kind\` opens its case where there is none. With an \`Idempotency-Key\`, the same request can be sent again after a break, and each act is recorded once. ${whatActsNeed}`,
  tag: 'Cases',
  takes: [json, ndjson],
  body: Type.Array(actOfCase, { minItems: 1, maxItems: mostActs }),
  example: [{ case: '4F7K-2MPX-9Q', type: 'reply-sent', data: { channel: 'letter', full: true } }],
  idempotent: true,
  limits: { bytes: 5_000_000, seconds: 120 },
  answers: {
    200: {
      says: 'What became of each act, in their order',
      body: object({
        recorded: Type.Integer({ description: 'how many were recorded' }),
        refused: Type.Integer({ description: 'how many were not' }),
        outcomes: Type.Array(outcome),
      }),
    },
  },
  async handle({ store, acting, body, idempotency }) {
    const outcomes: Kept<Static<typeof outcome>>[] = []
    for (const [index, item] of body.entries()) {
      const done = await recordOne(store, acting, item, { index, idempotency })
      outcomes.push({ index, case: item.case, ...outcomeOf(done) })
    }
    const recorded = outcomes.filter(({ status }) => status === 201).length
    return { status: 200, body: { recorded, refused: outcomes.length - recorded, outcomes } }
  },
})

type ActOfCase = Kept<Static<typeof actOfCase>>

interface Asking {
  readonly index: number
  readonly idempotency: Idempotency | undefined
}

async function recordOne(
  store: Store,
  acting: Acting,
  item: ActOfCase,
  asking: Asking,
): Promise<Recorded | Refused> {
  const act = actOf(item)
  if (item.kind !== undefined) {
    const asked = { kind: item.kind, caseId: item.case, act }
    const opened = await openCase(store, acting, asked, optionsOf(asking, item, 'o'))
    if (!isRefused(opened) || opened.because !== 'already there') return opened
  }
  return recordAct(store, acting, item.case, act, optionsOf(asking, item, 'a'))
}

/** Each act of the request has a key of its own, made from the request’s. */
function optionsOf({ index, idempotency }: Asking, item: ActOfCase, what: 'o' | 'a'): WriteOptions {
  if (idempotency === undefined) return {}
  const key = createHash('sha256').update(idempotency.key).digest('base64url')
  return { idempotency: { key: `${key}.${index}${what}`, request: JSON.stringify(item) } }
}

function outcomeOf(done: Recorded | Refused) {
  if (!isRefused(done)) return { status: 201, version: done.version, refusal: null, fix: null, pointer: null }
  const { because, refusal, fix, field } = done
  return {
    status: statuses[because],
    version: null,
    refusal,
    fix: fix ?? null,
    pointer: field ?? null,
  }
}

const statuses: Readonly<Record<Refused['because'], number>> = {
  'not valid': 422,
  'not allowed': 403,
  'not found': 404,
  'changed meanwhile': 409,
  'already there': 409,
  'too large': 413,
  'too many': 429,
}
