import { Type } from 'typebox'
import { inWords } from '#core/refusal.ts'
import { isRefused } from '#core/refused.ts'
import { route } from '#http/api/route.ts'
import { object } from '#http/api/schema.ts'
import type { CaseToLoad, RejectedEvents } from '#store/loading/case-to-load.ts'
import { loadEvents } from '#store/loading/load-events.ts'
import { type FaultyLine, toldInLines } from '#store/loading/told-lines.ts'
import { proposeBrought } from '#store/returns/propose-brought.ts'

/** Beyond this, lines that were not taken in are counted and not listed. */
const mostListed = 1_000

const count = (says: string) => Type.Integer({ description: says })

/** Takes in history: events with the times at which they happened and were told. */
export const importEventsRoute = route({
  method: 'POST',
  path: '/events',
  permission: 'import',
  summary: 'Import events as they happened and were told',
  description:
    'The body is NDJSON, an event a line: `{"case", "kind", "type", "at", "recordedAt", "id", "data"}`. Cases that are there already get what is new. Figures of other systems wait until somebody has checked them on the page of returns. Lines that cannot be taken in are listed, and the others are taken in. A whole landlord is imported on the command line, since it is a landlord that nobody has a key for yet.',
  tag: 'The whole landlord',
  takes: ['application/x-ndjson'],
  limits: { bytes: 20_000_000, seconds: 600, perMinute: 10 },
  answers: {
    200: {
      says: 'What was taken in',
      body: object({
        cases: count('cases that are new'),
        events: count('events taken in'),
        waiting: count('figures of other systems (`return-recorded`) that wait for somebody to check them'),
        again: count('events that were on record already under the same id'),
        rejected: count('lines not taken in'),
        faults: Type.Array(object({ line: count('its place in the body'), because: Type.String() }), {
          description: 'the first thousand of them, with why',
        }),
      }),
    },
  },
  async handle({ store, acting, bytes }) {
    const { cases: told, faulty } = await toldInLines(bytes, store.vocabulary)
    const returns = told.filter(isReturn)
    const cases = told.filter((each) => !isReturn(each))
    const faults: FaultyLine[] = [...faulty]
    const onRejected = (each: RejectedEvents) => faults.push(...linesOf(each))
    const loaded = await loadEvents(store, acting, [cases], { actor: acting.by, append: true, onRejected })
    if (isRefused(loaded)) return loaded
    const brought = await proposeBrought(store, acting, returns)
    if (isRefused(brought)) return brought
    for (const each of brought.rejected) onRejected(each)
    const { cases: added, events } = loaded
    const listed = faults.toSorted((a, b) => a.line - b.line).slice(0, mostListed)
    const counts = { cases: added, events, waiting: brought.waiting, again: loaded.again + brought.again }
    return { status: 200, body: { ...counts, rejected: faults.length, faults: listed } }
  },
})

/** Whoever brings them is their author: somebody else checks them before they count. */
function isReturn({ events }: CaseToLoad): boolean {
  return events.some(({ kind }) => kind === 'return')
}

function linesOf({ events, because }: RejectedEvents): readonly FaultyLine[] {
  return events.map(({ line }) => ({ line, because: inWords(because) }))
}
