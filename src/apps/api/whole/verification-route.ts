import { Type } from 'typebox'
import { isRefused } from '#core/refused.ts'
import { route } from '#http/api/route.ts'
import { instant, list, object, optional } from '#http/api/schema.ts'
import { writtenAt } from '#http/api/written.ts'
import { latestVerification } from '#store/verify/kept-verified.ts'

const count = (description: string) => Type.Integer({ description })
const word = (description: string) => optional(Type.String({ description }))

const differenceSchema = object({
  says: Type.String({ description: 'what differs, in words' }),
  case: word('the case'),
  sequence: optional(count('the event’s number in its case')),
  promise: word('the promise'),
  n: optional(count('which of the promise’s clocks in the case')),
  column: word('what of it differs'),
  stored: word('as it is stored'),
  workedOut: word('as it was worked out'),
  day: word('the day whose root it is'),
})

/** What the latest checking of the ledger found. */
export const verificationRoute = route({
  method: 'GET',
  path: '/verification',
  permission: 'verify',
  summary: 'Read the latest verification',
  description:
    'What was found when the ledger was last checked, and everything worked out again from nothing but events. It is done every night, ' +
    'and by `kept verify`.',
  tag: 'The whole landlord',
  answers: {
    200: {
      says: 'What was found',
      body: object({
        at: instant('as at when it was checked'),
        by: Type.String({ description: 'who had it checked' }),
        cases: count('how many cases were checked'),
        events: count('how many events'),
        clocks: count('how many clocks'),
        days: count('how many days are sealed with a root'),
        differences: count('how much differs; nought is as it should be'),
        listed: list(differenceSchema, 1_000, 'the first thousand of them'),
      }),
    },
  },
  refuses: ['not found'],
  async handle({ store, acting }) {
    const found = await latestVerification(store, acting)
    if (isRefused(found)) return found
    return { status: 200, body: { ...found, at: writtenAt(found.at) } }
  },
})
