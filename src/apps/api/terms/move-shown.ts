import { Type } from 'typebox'
import { id, object, orNull } from '#http/api/schema.ts'
import type { Move, Standing } from '#store/terms/bring-to-terms.ts'

const standing = object({
  edition: Type.String(),
  outcome: Type.String(),
  dueOn: orNull(Type.String({ description: 'the date it is due on' })),
  dueAt: orNull(Type.String({ description: 'the instant it is due at' })),
})

/** A clock that would move. */
export const moveSchema = object({
  case: id('the case', '4F7K-2MPX-9Q'),
  promise: Type.String(),
  n: Type.Integer(),
  before: orNull(standing),
  after: orNull(standing),
})

/** A move, in the API’s words: null before for a clock that would be added, after for one that would go. */
export function shownMove({ caseId, promise, n, before, after }: Move) {
  return { case: caseId, promise, n, before: shown(before), after: shown(after) }
}

function shown(clock: Standing | undefined) {
  if (clock === undefined) return null
  const { edition, outcome, dueOn, dueAt } = clock
  return { edition, outcome, dueOn, dueAt }
}
