import { type Static, Type } from 'typebox'
import type { Permission } from '#core/people/permission.ts'
import type { Kept } from '#http/api/answer.ts'
import { id, instant, list, object, oneOf, optional } from '#http/api/schema.ts'
import type { Act } from '#store/ledger/act.ts'

/** The fields of an act: what happened, when, with what facts, and in what words. */
export const actFields = {
  type: Type.String({
    minLength: 1,
    maxLength: 100,
    description:
      'the event that the act makes, such as `reply-sent`; GET /kinds lists them with their fields',
  }),
  at: optional(instant('when it happened, with its offset; now, where it is not said')),
  id: optional(id('the event’s own name, so that it can be corrected later', 'reply-17')),
  data: optional(
    Type.Record(Type.String({ minLength: 1, maxLength: 100 }), Type.Unknown(), {
      description:
        'the facts: codes, ids, numbers and times, as the kind declares them; no names and no sentences',
    }),
  ),
  words: optional(
    list(
      object({
        kind: oneOf(['note', 'message', 'letter'], 'what sort of words they are'),
        text: Type.String({ minLength: 1, maxLength: 100_000, description: 'the words' }),
      }),
      20,
      'what was said or written; kept apart from the facts, where retention and erasure reach it',
    ),
  ),
}

/** Acts are of several sorts, and each names what it needs. */
export const toAct: { readonly oneOf: readonly Permission[] } = {
  oneOf: ['cases.write', 'complaints.write', 'cases.assign', 'returns.write'],
}

/** How a caller learns what an act needs. */
export const whatActsNeed =
  'An act on a complaint needs `complaints.write`, an assignment `cases.assign`, a record beside cases `returns.write`, and any other act `cases.write`.'

const fields = object(actFields)

/** The act, as the store takes it. */
export function actOf({ type, at, id: name, data, words }: Kept<Static<typeof fields>>): Act {
  return {
    type,
    ...(at !== undefined && { at }),
    ...(name !== undefined && { id: name }),
    ...(data !== undefined && { data }),
    ...(words !== undefined && { words }),
  }
}
