import { type TSchema, Type } from 'typebox'
import { problemsExplainedAt } from '../../server/problem.ts'
import { object, oneOf, optional } from '../schema.ts'

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
    },
    { title: 'Problem' },
  )
}
