import { effectiveEvents } from '#core/ledger/effective.ts'
import type { Acting } from '#core/people/acting.ts'
import { fewestShown } from '#core/promises/small-numbers.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { readTold } from '../ledger/recompute.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { surveyIn } from './survey-row.ts'

/** How often one answer was given, to one question of one edition. */
export interface AnswerCount {
  readonly question: string
  readonly answer: string
  /** None where an import brought it. */
  readonly edition: number | null
  /** The team, the channel or the band, where answers are counted by one. */
  readonly group: string | null
  readonly count: number
}

/** By what answers may be told apart. */
export type GroupedBy = 'team' | 'channel' | { readonly strand: string }

/**
 * Counts the answers to a survey as the ledger has them, whoever brought them: what was put right is counted as it was put right, what
 * was withdrawn not at all. Sums only; nobody can be told from them who sees at least ten.
 */
export function countAnswers(
  store: Store,
  acting: Acting,
  { surveyId, by }: { readonly surveyId: string; readonly by?: GroupedBy },
): Promise<AnswersCounted | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const survey = await surveyIn(tx, surveyId)
    if (isRefused(survey)) return survey
    const kind = typeof by === 'object' ? 'band' : (by ?? 'none')
    const strand = typeof by === 'object' ? by.strand : null
    const plain = await tx.run(answersCounted, [acting.landlord, survey.code, kind, strand])
    const mended = await mendedAnswers(tx, store, survey.code)
    return { counts: [...plain, ...mended], responses: await responsesTo(tx, survey.code) }
  })
}

/** The answers of a survey in sums. */
export interface AnswersCounted {
  readonly counts: readonly AnswerCount[]
  /** How many people answered, each with one or several questions. */
  readonly responses: number
}

/** The few whose answers were put right: counted one by one, in no group. */
async function mendedAnswers(tx: Transaction, store: Store, survey: string): Promise<readonly AnswerCount[]> {
  const cases = (await tx.run(mendedCases, [tx.acting.landlord, survey])).map(({ caseId }) => caseId)
  if (cases.length === 0) return []
  const told = await readTold(tx, cases)
  return [...told.values()]
    .flatMap((events) => effectiveEvents(events, store.now()).events)
    .filter(({ type, data }) => type === 'survey-answered' && data['survey'] === survey)
    .map(({ data }) => ({
      question: textOf(data['question']),
      answer: textOf(data['answer']),
      edition: null,
      group: null,
      count: 1,
    }))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** One by one, answers are shown only where there are many: somebody could be recognised by theirs. */
export async function tooFew(tx: Transaction, survey: string): Promise<Refused | undefined> {
  if ((await responsesTo(tx, survey)) >= fewestShown) return undefined
  return refused(
    'not valid',
    `there are fewer than ${fewestShown} responses, and somebody could be recognised by theirs`,
    'look again when more have answered',
  )
}

async function responsesTo(tx: Transaction, survey: string): Promise<number> {
  const [counted] = await tx.run(countResponses, [tx.acting.landlord, survey])
  return counted?.responses ?? 0
}

/** One response as it may be taken away: what was answered, and nobody who did. */
export interface ResponseRow {
  readonly responseId: string
  readonly edition: number | null
  readonly question: string
  readonly answer: string
}

/** The most answers that are taken away in one file. */
const mostExported = 100_000

/** Every answer to a survey without anything that leads to a person: no time, no team, no words. In the order of their random ids. */
export function listAnswers(
  store: Store,
  acting: Acting,
  surveyId: string,
): Promise<readonly ResponseRow[] | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const survey = await surveyIn(tx, surveyId)
    if (isRefused(survey)) return survey
    return (
      (await tooFew(tx, survey.code)) ?? tx.run(answersListed, [acting.landlord, survey.code, mostExported])
    )
  })
}

const isMended = `exists (select from events m where m.landlord = e.landlord and m.case_id = e.case_id
  and m.type in ('event-corrected', 'event-withdrawn'))`

const ofSurvey = `e.landlord = $1 and e.type = 'survey-answered' and e.data ->> 'survey' = $2`

const answersCounted = statement<AnswerCount>(
  'survey-answers-counted',
  `select e.data ->> 'question' as question, e.data ->> 'answer' as answer, r.edition,
      case $3 when 'team' then r.team_id when 'channel' then r.channel when 'band' then b.value end as "group",
      count(*)::integer as count
     from events e
     left join survey_responses r on r.landlord = e.landlord and r.response_id = e.case_id
     left join survey_bands b on b.landlord = e.landlord and b.response_id = e.case_id and b.strand = $4
    where ${ofSurvey} and not ${isMended}
    group by 1, 2, 3, 4 limit 20000`,
)

const countResponses = statement<{ readonly responses: number }>(
  'count-survey-responses',
  `select count(distinct e.case_id)::integer as responses from events e where ${ofSurvey}`,
)

const mendedCases = statement<{ readonly caseId: string }>(
  'survey-answers-mended',
  `select distinct e.case_id as "caseId" from events e where ${ofSurvey} and ${isMended} limit 5000`,
)

const answersListed = statement<ResponseRow>(
  'survey-answers-listed',
  `select e.case_id as "responseId", r.edition, e.data ->> 'question' as question, e.data ->> 'answer' as answer
     from events e left join survey_responses r on r.landlord = e.landlord and r.response_id = e.case_id
    where ${ofSurvey} and not ${isMended} order by e.case_id, e.sequence limit $3`,
)
