import { Type } from 'typebox'
import { isRefused, type Refused } from '#core/refused.ts'
import { apiPrefix } from '#http/api/api-prefix.ts'
import { versionOf } from '#http/api/preconditions.ts'
import { type Idempotency, route } from '#http/api/route.ts'
import { id, object, optional } from '#http/api/schema.ts'
import { openCase, recordAct, type WriteOptions } from '#store/ledger/append.ts'
import type { Recorded } from '#store/ledger/write.ts'
import { actFields, actOf, toAct, whatActsNeed } from './act-asked.ts'
import { recordedSchema, shownRecorded } from './recorded-shown.ts'

/** Opens a case with the act that opens it. */
export const openCaseRoute = route({
  method: 'POST',
  path: '/cases',
  permission: toAct,
  summary: 'Open a case',
  description: `A case is opened by the first thing that happened in it. ${whatActsNeed}`,
  tag: 'Cases',
  body: object({
    kind: Type.String({ minLength: 1, maxLength: 100, description: 'the kind of case, such as `enquiry`' }),
    case: optional(id('its id in another system; without it, it is given a reference', '4F7K-2MPX-9Q')),
    ...actFields,
  }),
  example: {
    kind: 'enquiry',
    type: 'contact-received',
    at: '2026-03-02T09:00:12+00:00',
    data: { channel: 'letter', customer: '7K2M9QX4TB3N5VWC' },
  },
  idempotent: true,
  answers: { 201: { says: 'It was opened; the ETag is its version', body: recordedSchema } },
  refuses: ['already there'],
  async handle({ store, acting, body, idempotency }) {
    const { kind, case: caseId } = body
    const asked = { kind, act: actOf(body), ...(caseId !== undefined && { caseId }) }
    return answered(await openCase(store, acting, asked, optionsOf(idempotency)))
  },
})

/** Records an act in a case. */
export const recordActRoute = route({
  method: 'POST',
  path: '/cases/{case}/acts',
  permission: toAct,
  summary: 'Record an act in a case',
  description: `Whatever happens in a case is an act: an acknowledgement, a visit, an assignment, a correction. ${whatActsNeed} With \`If-Match\` it is recorded only where nobody else has recorded anything since.`,
  tag: 'Cases',
  params: object({ case: id('the case', '4F7K-2MPX-9Q') }),
  body: object(actFields),
  example: { type: 'reply-sent', data: { channel: 'letter', full: true } },
  ifMatch: 'may',
  idempotent: true,
  answers: { 201: { says: 'It was recorded; the ETag is the case’s version', body: recordedSchema } },
  refuses: ['changed meanwhile'],
  async handle({ store, acting, params, body, ifMatch, idempotency }) {
    const options = optionsOf(idempotency, versionOf(ifMatch))
    return answered(await recordAct(store, acting, params.case, actOf(body), options))
  },
})

function optionsOf(idempotency: Idempotency | undefined, expectedVersion?: number): WriteOptions {
  return {
    ...(idempotency !== undefined && { idempotency }),
    ...(expectedVersion !== undefined && { expectedVersion }),
  }
}

function answered(recorded: Recorded | Refused) {
  if (isRefused(recorded)) return recorded
  return {
    status: 201,
    body: shownRecorded(recorded),
    etag: recorded.version,
    headers: { location: `${apiPrefix}/cases/${encodeURIComponent(recorded.caseId)}` },
  } as const
}
