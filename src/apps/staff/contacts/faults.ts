import type { Fault } from '#http/layout/fault.ts'
import {
  complaintsAbout,
  formats,
  isOffered,
  matters,
  neighbourQuestions,
  otherHelpers,
  outcomes,
  praises,
  priorities,
  workOutcomes,
} from './choices.ts'
import type { Box, Typed } from './typed.ts'

/** Everything that still has to be said before the contact can be recorded, at the box where to say it. */
export function whatIsMissing(typed: Typed): readonly Fault[] {
  return [...whoIsMissing(typed), ...matterIsMissing(typed), ...outcomeIsMissing(typed)]
}

/** A contact in a case that is there already has the kind of that case. */
export function joinsCase(typed: Typed): boolean {
  return typed.case !== 'new'
}

/** A question is answered or passed on; a repair or a complaint becomes somebody’s work. */
export function isQuestion(typed: Typed): boolean {
  return joinsCase(typed) || typed.matter === 'question'
}

function whoIsMissing(typed: Typed): readonly Fault[] {
  if (typed.customer === '')
    return [at('who', 'Find the customer, or choose “They did not say who they are”.')]
  if (typed.customer === 'new' && typed['new-name'] === '') return [at('new-name', 'Type their name.')]
  return []
}

function matterIsMissing(typed: Typed): readonly Fault[] {
  const subject = typed.subject === '' ? [at('subject', 'Say in a few words what it is about.')] : []
  return [...subject, ...(joinsCase(typed) ? [] : kindIsMissing(typed))]
}

function kindIsMissing(typed: Typed): readonly Fault[] {
  switch (typed.matter) {
    case 'complaint':
      return aboutIsMissing(typed)
    case 'repair':
      return isOffered(priorities, typed.priority) ? [] : [at('priority', 'Choose how soon it must be done.')]
    case 'format':
      return formatIsMissing(typed)
    case 'praise':
      return isOffered(praises, typed.praise) ? [] : [at('praise', 'Choose which of the two it is.')]
    default:
      return isOffered(matters, typed.matter) ? [] : [at('matter', 'Choose what kind of matter it is.')]
  }
}

function aboutIsMissing({ about, neighbour }: Typed): readonly Fault[] {
  if (!isOffered(complaintsAbout, about)) return [at('about', 'Choose what the complaint is about.')]
  if (about !== 'neighbour' || isOffered(neighbourQuestions, neighbour)) return []
  return [at('neighbour', 'Ask whether it is about what the neighbour does, or about how we dealt with it.')]
}

function formatIsMissing({ format, language }: Typed): readonly Fault[] {
  if (!isOffered(formats, format)) return [at('format', 'Choose what they need.')]
  const needsLanguage = format === 'translation' || format === 'interpreter'
  return needsLanguage && language === '' ? [at('language', 'Type the language.')] : []
}

function outcomeIsMissing(typed: Typed): readonly Fault[] {
  if (!isOffered(outcomes, typed.outcome)) return [at('outcome', 'Choose what happens now.')]
  if (!isQuestion(typed) && !workOutcomes.has(typed.outcome))
    return [at('outcome', 'Work of this kind is passed on, or stays on a list: choose which.')]
  switch (typed.outcome) {
    case 'pass-on':
      return typed.team + typed.holder === '' ? [at('team', 'Choose a team or a colleague.')] : []
    case 'message':
      return typed.wanted === '' ? [at('wanted', 'Choose the colleague it is for.')] : []
    case 'outside':
      return isOffered(otherHelpers, typed.helper) ? [] : [at('helper', 'Choose who can help instead.')]
    default:
      return []
  }
}

function at(field: Box, says: string): Fault {
  return { field, says }
}
