import { capitalised } from '../capitalised.ts'
import { itemsJudgedBy } from '../observations/observed-item.ts'
import type { PromiseOfEdition } from '../promises/edition.ts'
import type { PackPromise } from '../promises/pack.ts'
import { inPlainWords } from '../promises/plain-words.ts'
import type { SurveyClauses } from '../promises/survey.ts'
import { mostQuestions } from './asking-faults.ts'
import { scales, type ScaleName } from './scales.ts'
import { type Asking, type Inviting, isFollowed, type Question, usualInviting } from './survey.ts'

/** A survey as promises of the pack speak of it. */
export interface PromisedSurvey {
  readonly code: string
  readonly promises: readonly PromisedPart[]
}

/** What one promise says of a survey: which answers keep it, or after what people are invited. */
export interface PromisedPart {
  readonly promise: string
  readonly says: string
  readonly question?: string
  readonly keptBy?: readonly string[]
  readonly atLeast?: number
  readonly after?: readonly string[]
  readonly invitedBy?: readonly string[]
  /** The question is an item that observers judge too: customers say yes or no. */
  readonly isObserved?: true
}

/** The survey that asks customers what observers are asked, unless a landlord asks it in another. */
const qualitySurvey = 'service-quality'

/** The surveys of which promises speak, by code, in the order of the pack. */
export function promisedSurveys(promises: readonly PromiseOfEdition[]): readonly PromisedSurvey[] {
  const parts = promises.flatMap(({ promise }) =>
    promise.measure === 'survey'
      ? [{ code: promise.clauses.survey, part: partOf(promise.id, promise.promise, promise.clauses) }]
      : observedParts(promise).map((part) => ({ code: qualitySurvey, part })),
  )
  return [...Map.groupBy(parts, ({ code }) => code)].map(([code, found]) => ({
    code,
    promises: found.map(({ part }) => part),
  }))
}

/** What promises say of one survey: of items that observers judge too, those that it asks. */
export function promisedOf(
  surveys: readonly PromisedSurvey[],
  { code, questions }: { readonly code: string; readonly questions: readonly Question[] },
): PromisedSurvey | undefined {
  const asked = new Set(questions.map((each) => each.code))
  const own = surveys.find((each) => each.code === code)?.promises ?? []
  const observed = surveys.flatMap(({ promises }) => promises).filter((each) => each.isObserved)
  const promises = [
    ...own.filter((each) => !each.isObserved),
    ...observed.filter(({ question = '' }) => asked.has(question)),
  ]
  return promises.length === 0 ? undefined : { code, promises }
}

/** What to ask in a survey that promises speak of, before anybody has worded it. */
export function askingFor({ promises }: PromisedSurvey): Asking {
  const named = promises.flatMap(({ question, keptBy, atLeast, isObserved, says }): readonly Question[] => {
    if (question === undefined) return []
    if (isObserved) return [{ code: question, text: `${says} Was it so for you?`, scale: 'yes-no' }]
    return [questionFor(question, keptBy, atLeast)]
  })
  const questions = [...new Map(named.map((each) => [each.code, each])).values()].slice(0, mostQuestions - 1)
  return {
    introduction: 'We would like to know how we did. It takes two minutes.',
    questions: [
      ...(questions.length > 0 ? questions : [overall]),
      { code: 'in-your-words', text: 'What should we do better?', scale: 'words' },
    ],
    bands: ['age-band', 'disability'],
  }
}

/** After which events a survey that promises speak of invites. */
export function eventsFor({ promises }: PromisedSurvey): readonly string[] {
  return [...new Set(promises.flatMap(({ after = [] }) => after))].filter(isFollowed)
}

/**
 * Whom a survey that promises speak of invites, before anybody has said otherwise. Where a promise counts who was asked, nobody is
 * spared because another survey asked them lately.
 */
export function invitingFor(promised: PromisedSurvey): Inviting {
  const isCounted = promised.promises.some(({ invitedBy }) => invitedBy !== undefined)
  return { ...usualInviting, after: eventsFor(promised), ...(isCounted && { quietDays: 0 }) }
}

/** The event by which a promise wants the invitation recorded in the case, where one does. */
export function invitationEvent(
  surveys: readonly PromisedSurvey[],
  code: string,
  after: string,
): string | undefined {
  return surveys
    .filter((each) => each.code === code)
    .flatMap(({ promises }) => promises)
    .find((part) => part.after?.includes(after))?.invitedBy?.[0]
}

/** What the name of a survey is, before anybody has given it one. */
export function nameFor(code: string): string {
  return capitalised(inPlainWords(code))
}

function partOf(promise: string, says: string, clauses: SurveyClauses): PromisedPart {
  const { question, keptBy, atLeast, after, invitedBy } = clauses
  return {
    promise,
    says,
    ...(question !== undefined && { question }),
    ...(keptBy !== undefined && { keptBy }),
    ...(atLeast !== undefined && { atLeast }),
    ...(after !== undefined && { after: after.map(({ event }) => event) }),
    ...(invitedBy !== undefined && { invitedBy: invitedBy.map(({ event }) => event) }),
  }
}

const overall: Question = { code: 'overall', text: 'How satisfied are you overall?', scale: 'satisfaction' }

/** What a promise is kept by that customers judge in surveys. */
function observedParts(promise: PackPromise): readonly PromisedPart[] {
  return itemsJudgedBy([promise], 'survey').map(({ item, says }) => ({
    promise: promise.id,
    says,
    question: item,
    keptBy: ['yes'],
    isObserved: true,
  }))
}

function questionFor(
  code: string,
  keptBy: readonly string[] | undefined,
  atLeast: number | undefined,
): Question {
  const scale = scaleFor(keptBy, atLeast)
  if (code === overall.code && scale === overall.scale) return overall
  const about = inPlainWords(code)
  const text =
    scale === 'satisfaction' ? `How satisfied are you with the ${about}?` : `${capitalised(about)}?`
  return { code, text, scale }
}

function scaleFor(keptBy: readonly string[] | undefined, atLeast: number | undefined): ScaleName {
  if (atLeast !== undefined) return 'nought-to-ten'
  const yesNo: readonly string[] = scales['yes-no'].choices.map(({ answer }) => answer)
  return keptBy?.every((each) => yesNo.includes(each)) === true ? 'yes-no' : 'satisfaction'
}
