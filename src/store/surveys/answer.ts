import { itemsJudgedBy } from '#core/observations/observed-item.ts'
import { promisesInForce } from '#core/observations/promises-in-force.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Answered } from '#core/surveys/answers.ts'
import type { Asking } from '#core/surveys/survey.ts'
import { type Day, dayFrom, partsOf } from '#core/time/day.ts'
import type { Transaction } from '../database.ts'
import { recordStep, type Step } from '../ledger/append.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { keepWords } from '../words/keep-words.ts'
import { findIn, type InvitationNamed, type InvitationRow, leaveFor } from './find-invitation.ts'
import { withLeave } from '../ledger/with-leave.ts'
import { optOutIn } from './opt-out.ts'
import type { Today } from './today.ts'
import { dropCodes } from './tokens.ts'

/** What somebody is asked who has an invitation. */
export interface AskedOfOne {
  readonly surveyId: string
  readonly name: string
  readonly edition: number
  readonly asking: Asking
}

/** What to ask of whoever has this code; refused in the same words whether it was used or never was. */
export function readAsked(
  store: Store,
  acting: Acting,
  named: InvitationNamed,
): Promise<AskedOfOne | Refused> {
  return store.database.transact(acting, leaveFor(named, acting), async (tx) => {
    const found = await findIn(tx, store, named)
    if (isRefused(found)) return found
    const { surveyId, name, edition, introduction, questions, bands } = found.row
    return { surveyId, name, edition, asking: { introduction, questions, bands } }
  })
}

/** Answers to a survey, of somebody who was invited. */
export interface Answering {
  readonly named: InvitationNamed
  /** The edition that was before them. */
  readonly edition: number
  readonly answered: Answered
  /** How their answers reached us. */
  readonly channel: 'link' | 'paper' | 'telephone'
  /** They would rather not be asked again. */
  readonly noMore?: boolean
}

/**
 * Takes somebody’s answers, once: facts under a random id, their own words in the drawer, what they said of themselves apart from both,
 * in one transaction with the end of their invitation. Nothing that is kept leads from the one to the other; that somebody who was
 * rung was asked is recorded in their case later (`mixAnswered`), since the ledger keeps to the moment when each was told.
 */
export function answerSurvey(
  store: Store,
  acting: Acting,
  answering: Answering,
): Promise<{ readonly surveyId: string } | Refused> {
  return store.database.transact(acting, leaveFor(answering.named, acting), async (tx) => {
    const found = await findIn(tx, store, answering.named)
    if (isRefused(found)) return found
    const { row, today } = found
    if (answering.noMore === true && row.customerId !== null)
      await optOutIn(tx, row.customerId, firstOfMonth(today))
    await dropCodes(tx, row.invitationId)
    await tx.run(markAnswered, [tx.acting.landlord, row.invitationId])
    const refusal = await keepResponse(tx, store, { row, answering, today })
    return refusal ?? { surveyId: row.surveyId }
  })
}

interface Kept {
  readonly row: InvitationRow
  readonly answering: Answering
  readonly today: Today
}

async function keepResponse(
  tx: Transaction,
  store: Store,
  { row, answering, today }: Kept,
): Promise<Refused | undefined> {
  const { answered, edition, channel } = answering
  const { landlord } = tx.acting
  const responseId = newId()
  const known = Math.min(Math.max(1, edition), row.edition)
  const { surveyId, teamId, round } = row
  await tx.run(insertResponse, [landlord, responseId, surveyId, known, channel, teamId, round])
  const judged = itemsJudgedBy(promisesInForce(today.terms.editions, store.now()), 'survey')
  const items = new Set(judged.map(({ item }) => item))
  for (const step of [...stepsOf(responseId, row.code, answered), ...observationsIn(answered, items)]) {
    const done = await recordStep(withLeave(tx, 'returns.write'), store, step)
    if (isRefused(done)) return done
  }
  const at = store.now()
  for (const { question, text } of answered.comments) {
    const wordsId = await keepWords(tx, { kind: 'survey-comment', text, caseId: responseId, at })
    await tx.run(insertComment, [landlord, responseId, question, wordsId])
  }
  for (const { strand, value } of answered.bands)
    await tx.run(insertBand, [landlord, responseId, strand, value])
  return undefined
}

function stepsOf(responseId: string, survey: string, { answers }: Answered): readonly Step[] {
  return answers.map(({ question, answer }, place): Step => {
    const act = { type: 'survey-answered', data: { survey, question, answer } }
    return place === 0 ? { open: { kind: 'survey', caseId: responseId, act } } : { in: responseId, act }
  })
}

/** What customers judged that observers judge too, as an observation of its own, under another random id. */
function observationsIn({ answers }: Answered, items: ReadonlySet<string>): readonly Step[] {
  const caseId = newId()
  return answers
    .filter(({ question, answer }) => items.has(question) && (answer === 'yes' || answer === 'no'))
    .map(({ question: item, answer }, place): Step => {
      const act = { type: 'observation-recorded', id: item, data: { instrument: 'survey', item, answer } }
      return place === 0 ? { open: { kind: 'observation', caseId, act } } : { in: caseId, act }
    })
}

/** Any nearer, and it could be told which answer came with the wish. */
function firstOfMonth({ day }: Today): Day {
  const { year, month } = partsOf(day)
  return dayFrom(year, month, 1)
}

const markAnswered = statement(
  'mark-survey-answered',
  `update survey_invitations set state = 'answered', remind_on = null, mixed = false
    where landlord = $1 and invitation_id = $2`,
)

const insertResponse = statement(
  'insert-survey-response',
  `insert into survey_responses (landlord, response_id, survey_id, edition, channel, team_id, round)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)

const insertComment = statement(
  'insert-survey-comment',
  'insert into survey_comments (landlord, response_id, question, words_id) values ($1, $2, $3, $4)',
)

const insertBand = statement(
  'insert-survey-band',
  'insert into survey_bands (landlord, response_id, strand, value) values ($1, $2, $3, $4)',
)
