import type { CaseEvent } from '#core/ledger/event.ts'
import { isOwn, ownEvents } from '#core/ledger/timeline.ts'
import { type Counting, dueAfter, lastInstantOf } from '#core/time/due.ts'
import type { Instant } from '#core/time/instant.ts'
import type { CheckClauses } from '../check.ts'
import { type EventRef, isOneOf } from '../event-ref.ts'
import { justAfter } from '../awaited.ts'
import type { SurveyClauses } from '../survey.ts'
import type { Meter } from './meter.ts'

/** Measures a check: each observation of its item is kept, missed or not counted. */
export function checkMeter({ item, instruments }: CheckClauses): Meter {
  const used: readonly unknown[] = instruments
  return {
    wakes: ['observation-recorded'],
    look(timeline, into) {
      for (const { type, data, at } of ownEvents(timeline)) {
        if (type !== 'observation-recorded' || data['item'] !== item || !used.includes(data['instrument']))
          continue
        if (data['answer'] === 'n-a') into.voided(at, 'not applicable')
        else into.judge(at, data['answer'] === 'yes')
      }
    },
  }
}

/** Measures a survey: by its answers, or by who was invited. */
export function surveyMeter(clauses: SurveyClauses, counting: Counting): Meter {
  const { after, invitedBy } = clauses
  return after === undefined || invitedBy === undefined
    ? answerMeter(clauses)
    : invitationMeter(clauses, after, invitedBy, counting)
}

function answerMeter(clauses: SurveyClauses): Meter {
  return {
    wakes: ['survey-answered'],
    look(timeline, into) {
      for (const { type, data, at } of ownEvents(timeline)) {
        if (
          type !== 'survey-answered' ||
          data['survey'] !== clauses.survey ||
          data['question'] !== clauses.question
        )
          continue
        into.judge(at, keeps(clauses, data['answer']))
      }
    },
  }
}

function keeps({ keptBy, atLeast }: SurveyClauses, answer: CaseEvent['data'][string] | undefined): boolean {
  if (keptBy !== undefined) return keptBy.some((each) => each === answer || each === `${Number(answer)}`)
  return Number(answer) >= (atLeast ?? Number.POSITIVE_INFINITY)
}

function invitationMeter(
  clauses: SurveyClauses,
  after: readonly EventRef[],
  invitedBy: readonly EventRef[],
  counting: Counting,
): Meter {
  const lastAt = (at: Instant, asOf: Instant) =>
    clauses.within === undefined
      ? asOf
      : lastInstantOf(dueAfter(counting, clauses.within.length, at, 0), counting.calendar.zone)
  return {
    wakes: after.map(({ event }) => event),
    look(timeline, into) {
      const { asOf } = into.span
      for (const [index, event] of timeline.events.entries()) {
        if (!isOneOf(after, event) || !isOwn(timeline, event)) continue
        const last = lastAt(event.at, asOf)
        const invited = timeline.events
          .slice(index + 1)
          .some((next) => isOneOf(invitedBy, next) && next.at <= last)
        if (invited || clauses.within === undefined || asOf > last) into.judge(event.at, invited)
        else into.awaits(justAfter(last))
      }
    },
  }
}
