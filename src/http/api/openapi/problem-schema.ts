import { type TSchema, Type } from 'typebox'
import { problemsExplainedAt } from '../../server/problem.ts'
import { instant, object, oneOf, optional } from '../schema.ts'

/** Problem details as a schema (RFC 9457). */
export function problemSchema(kinds: readonly string[]): TSchema {
  return object(
    {
      type: oneOf(
        kinds.map((kind) => `${problemsExplainedAt}${kind}`),
        'which problem it is, and where it is explained',
      ),
      title: Type.String({ description: 'the problem in a few words' }),
      status: Type.Integer({ description: 'the HTTP status' }),
      detail: Type.String({ description: 'what is wrong with this very request' }),
      instance: Type.String({ description: 'the request, as the log knows it' }),
      errors: optional(
        Type.Array(
          object({
            in: oneOf(['body', 'query', 'path', 'header'], 'where the field was sent'),
            pointer: Type.String({ description: 'the field, as a JSON pointer' }),
            detail: Type.String({ description: 'what is wrong with it' }),
            fix: optional(Type.String({ description: 'what to write instead' })),
          }),
        ),
      ),
      asks: optional(
        Type.Array(askedByPromise, {
          description:
            'what promises of the landlord ask for at this act: give it, or name the promise in `overrides` with a reason',
        }),
      ),
    },
    { title: 'Problem' },
  )
}

const askedByPromise = object({
  promise: Type.String({ description: 'which promise asks' }),
  says: Type.String({ description: 'the promise in the landlord’s own words' }),
  fields: Type.Array(Type.Array(Type.String()), {
    description: 'fields the act must carry: any one of each list',
  }),
  earlier: optional(Type.Array(Type.String(), { description: 'acts that must have been done before it' })),
  later: optional(
    Type.Array(Type.String(), { description: 'acts that must have followed before the case is closed' }),
  ),
  until: optional(instant('until when they must have followed')),
})
