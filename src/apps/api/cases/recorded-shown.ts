import { Type } from 'typebox'
import { id, object, orNull } from '#http/api/schema.ts'
import type { Recorded } from '#store/ledger/write.ts'
import { clockSchema, writtenClock } from './clock-shown.ts'

/** What recording came to, as the API answers it. */
export const recordedSchema = object(
  {
    case: id('the case', '4F7K-2MPX-9Q'),
    version: Type.Integer({ description: 'how many events the case now has; its ETag' }),
    events: Type.Array(
      object({
        sequence: Type.Integer({ description: 'its place in the case' }),
        type: Type.String(),
        id: orNull(Type.String({ description: 'its own name, where it was given one' })),
      }),
      { description: 'what was recorded' },
    ),
    clocks: Type.Array(clockSchema, { description: 'the clocks that it started, moved or decided' }),
    repeated: Type.Boolean({
      description: 'true where the same request had been done before, and this is what was answered then',
    }),
  },
  { title: 'Recorded' },
)

/** What was recorded, in the API’s words. */
export function shownRecorded({ caseId, version, events, clocks, repeated }: Recorded) {
  return {
    case: caseId,
    version,
    events: events.map(({ sequence, type, id: name }) => ({ sequence, type, id: name ?? null })),
    clocks: clocks.map(writtenClock),
    repeated: repeated === true,
  }
}
