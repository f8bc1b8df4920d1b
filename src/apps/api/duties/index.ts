import { Type } from 'typebox'
import { isRefused } from '#core/refused.ts'
import { type Route, route } from '#http/api/route.ts'
import { date, instant, object, oneOf, orNull } from '#http/api/schema.ts'
import { writtenAt, writtenOn } from '#http/api/written.ts'
import { readDuties } from '#store/ledger/duties.ts'

const dutiesRoute = route({
  method: 'GET',
  path: '/duties',
  permission: 'figures.read',
  summary: 'List the landlord’s own duties that are still to be done',
  description:
    'What is due every so often, of the landlord as a whole: newsletters, reviews, audits. The most overdue comes first.',
  tag: 'Figures',
  answers: {
    200: {
      says: 'The duties',
      body: object({
        duties: Type.Array(
          object({
            promise: Type.String({ description: 'the promise’s id' }),
            n: Type.Integer({ description: 'how many times it came round, this one counted' }),
            outcome: oneOf(['running', 'missed'], 'missed is overdue'),
            startedAt: instant('since when it is owed'),
            dueOn: orNull(date('the last day on which it is done in time')),
            keepsUntil: instant('the last instant at which it is done in time'),
          }),
        ),
      }),
    },
  },
  async handle({ store, acting }) {
    const found = await readDuties(store, acting)
    if (isRefused(found)) return found
    const duties = found.map(({ promise, n, outcome, startedAt, due, keepsUntil }) => ({
      promise,
      n,
      outcome: outcome === 'missed' ? ('missed' as const) : ('running' as const),
      startedAt: writtenAt(startedAt),
      dueOn: 'on' in due ? writtenOn(due.on) : null,
      keepsUntil: writtenAt(keepsUntil),
    }))
    return { status: 200, body: { duties } }
  },
})

/** What the landlord itself owes. */
export const dutyRoutes: readonly Route[] = [dutiesRoute]
