import type { Act } from '#store/ledger/act.ts'
import type { Step } from '#store/ledger/append.ts'
import { newReference } from '#store/new-id.ts'
import { matters } from '../choices.ts'
import type { Planned, PlannedSteps } from '../planned.ts'
import { actOf, passedOn, whoHasIt, whose, wordsOf } from './contact.ts'

/** What is no question makes a case of its own kind: a repair, a complaint, a report of antisocial behaviour. */
export function workSteps(planned: Planned): PlannedSteps {
  const { typed, caseId } = planned
  if (typed.matter === 'complaint' && isAboutNeighbour(planned)) return redirected(planned)
  const kind = matters.find(({ value }) => value === typed.matter)?.kind ?? 'enquiry'
  return {
    caseId,
    steps: [{ open: { kind, caseId, act: openingAct(planned) } }, ...passing(planned, caseId)],
  }
}

/** Trouble with a neighbour is dealt with as antisocial behaviour; how we dealt with it is a complaint. */
function isAboutNeighbour({ typed: { about, neighbour } }: Planned): boolean {
  return about === 'neighbour' && neighbour === 'conduct'
}

/** It came as a complaint, which is counted, and goes on as a report: two cases, each with its own promises. */
function redirected(planned: Planned): PlannedSteps {
  const { caseId, recording } = planned
  const reportId = newReference()
  const steps: readonly Step[] = [
    { open: { kind: 'complaint', caseId, act: complaint(planned, 'neighbour') } },
    {
      in: caseId,
      act: actOf(planned, 'complaint-redirected', recording.now, { data: { to: 'antisocial-behaviour' } }),
    },
    { open: { kind: 'antisocial-behaviour', caseId: reportId, act: report(planned) } },
    ...passing(planned, reportId),
  ]
  return { caseId: reportId, steps }
}

function passing(planned: Planned, caseId: string): readonly Step[] {
  const passed = planned.typed.outcome === 'pass-on' ? passedOn(planned) : []
  return [...passed, ...whoHasIt(planned)].map((act) => ({ in: caseId, act }))
}

function openingAct(planned: Planned): Act {
  const { typed } = planned
  switch (typed.matter) {
    case 'complaint':
      return complaint(planned, typed.about === 'neighbour' ? 'dispute-handling' : typed.about)
    case 'antisocial-behaviour':
      return report(planned)
    case 'repair':
      return first(planned, 'repair-reported', { priority: typed.priority })
    case 'own-file':
      return first(planned, 'access-requested', {})
    case 'format':
      return formatAsked(planned)
    default:
      return first(planned, typed.praise === 'comment' ? 'comment-received' : 'compliment-received', {})
  }
}

function complaint(planned: Planned, about: string): Act {
  const complainant = planned.typed.complainant || planned.typed.from
  return first(planned, 'complaint-received', { about, complainant })
}

function report(planned: Planned): Act {
  const { urgent, hate } = planned.typed
  return first(planned, 'asb-reported', { urgent: urgent === 'yes', hate: hate === 'yes' })
}

function formatAsked(planned: Planned): Act {
  const { format, language } = planned.typed
  const spokenOf = language === '' ? {} : { language }
  if (format === 'bsl') return first(planned, 'interpreter-requested', { language: 'bfi', bsl: true })
  if (format === 'interpreter') return first(planned, 'interpreter-requested', spokenOf)
  return first(planned, 'format-requested', { format, ...spokenOf })
}

function first(planned: Planned, type: string, data: object): Act {
  const { typed, received } = planned
  const { subject, details, channel } = typed
  const text = details === '' ? subject : `${subject}\n\n${details}`
  const all = { ...data, channel, ...whose(planned) }
  return actOf(planned, type, received, { data: all, words: [wordsOf('message', text)] })
}
