import { Type } from 'typebox'
import type { Explained } from '#core/promises/explain/explain-case.ts'
import type { Clock } from '#core/promises/clock-run.ts'
import { isRefused } from '#core/refused.ts'
import { route } from '#http/api/route.ts'
import { date, id, instant, list, object, optional, orNull } from '#http/api/schema.ts'
import { writtenAt, writtenOn } from '#http/api/written.ts'
import { explainClocks } from '#store/ledger/explain-clocks.ts'
import { outcomeSchema } from './case-shown.ts'

const standing = {
  n: Type.Integer({ description: 'the first clock of this promise on this case is 1' }),
  outcome: outcomeSchema,
  startedAt: instant('when it started'),
  dueOn: orNull(date('the date it is due on, where days are counted')),
  dueAt: orNull(instant('when it is due, where time is counted')),
  stoppedAt: orNull(instant('when it was stopped')),
  decidedAt: orNull(instant('when it was decided')),
}

const worked = object({
  ...standing,
  lines: Type.Array(Type.String(), { description: 'the working, sentence by sentence' }),
  days: list(
    object({
      on: date('the day'),
      counts: orNull(Type.Integer({ description: 'its number, where it counts' })),
      why: orNull(Type.String({ description: 'why it does not count' })),
    }),
    10_000,
    'the working day by day, where days are counted',
  ),
})

const judged = object({
  type: Type.String({ description: 'the act' }),
  at: instant('when it counts'),
  complied: Type.Boolean({ description: 'whether it was done as the promise says' }),
  override: orNull(Type.String({ description: 'the reason on record for doing otherwise' })),
})

/** Shows how every clock of a case was worked out. */
export const workingRoute = route({
  method: 'GET',
  path: '/cases/{case}/clocks',
  permission: 'cases.read',
  summary: 'Read a case’s clocks with their working',
  description:
    'What each promise made of the case: its clocks with every step of the working in plain words, day by day; acts that a rule judged; duties.',
  tag: 'Cases',
  params: object({ case: id('the case', '4F7K-2MPX-9Q') }),
  query: object({
    promise: optional(Type.String({ maxLength: 100, description: 'this promise alone' })),
  }),
  answers: {
    200: {
      says: 'The working',
      body: object({
        promises: Type.Array(
          object({
            promise: Type.String({ description: 'its id' }),
            says: Type.String({ description: 'the promise in the landlord’s words' }),
            edition: Type.String(),
            formula: Type.String({ description: 'how it is measured, in plain words' }),
            clocks: Type.Array(worked),
            acts: Type.Array(judged),
            duties: Type.Array(object(standing)),
          }),
        ),
      }),
    },
  },
  refuses: ['not found'],
  async handle({ store, acting, params, query }) {
    const asked = { caseId: params.case, ...(query.promise !== undefined && { promise: query.promise }) }
    const explained = await explainClocks(store, acting, asked)
    if (isRefused(explained)) return explained
    return { status: 200, body: { promises: explained.map(shownWorking) } }
  },
})

function shownWorking({ promise, edition, formula, clocks, acts, duties }: Explained) {
  return {
    promise: promise.id,
    says: promise.promise,
    edition,
    formula,
    clocks: clocks.map(({ clock, lines, days }) => ({
      ...standingOf(clock),
      lines,
      days: days.map(({ on, counts, why }) => ({
        on: writtenOn(on),
        counts: counts ?? null,
        why: why ?? null,
      })),
    })),
    acts: acts.map(({ act, at, complied, override }) => ({
      type: act.type,
      at: writtenAt(at),
      complied,
      override: override ?? null,
    })),
    duties: duties.map(standingOf),
  }
}

function standingOf({ n, outcome, startedAt, due, stoppedAt, decidedAt }: Clock) {
  return {
    n,
    outcome,
    startedAt: writtenAt(startedAt),
    dueOn: 'on' in due ? writtenOn(due.on) : null,
    dueAt: 'at' in due ? writtenAt(due.at) : null,
    stoppedAt: writtenAt(stoppedAt),
    decidedAt: writtenAt(decidedAt),
  }
}
