import { effectiveEvents } from '#core/ledger/effective.ts'
import type { Acting } from '#core/people/acting.ts'
import { fewestShown } from '#core/promises/small-numbers.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Round } from '#core/surveys/rounds.ts'
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
  readonly count: number
}

/** What was answered in one round, in sums. */
export interface RoundAnswered {
  readonly round: Round
  /** How many people answered, each with one or several questions. */
  readonly responses: number
  readonly counts: readonly AnswerCount[]
}

/**
 * Counts the answers to a survey as the ledger has them, whoever brought them, each round by itself, the latest first and those of no
 * round last: what was put right is counted as it was put right, what was withdrawn not at all. Sums only; nobody can be told from
 * them who sees at least ten.
 */
export function countAnswers(
  store: Store,
  acting: Acting,
  surveyId: string,
): Promise<readonly RoundAnswered[] | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const survey = await surveyIn(tx, surveyId)
    if (isRefused(survey)) return survey
    const { landlord } = acting
    const plain = await tx.run(answersCounted, [landlord, survey.code])
    const counts = [...plain, ...(await mendedAnswers(tx, store, survey.code))]
    const responses = await tx.run(responsesByRound, [landlord, survey.code])
    return responses
      .map((each) => ({ ...each, counts: counts.filter(({ round }) => round === each.round) }))
      .toSorted((a, b) => (b.round ?? 0) - (a.round ?? 0))
  })
}

/** By what answers may be told apart. */
export type GroupedBy = 'team' | 'channel' | { readonly strand: string }

/** How often one answer was given in one group. */
export interface GroupCount extends AnswerCount {
  /** The team, the channel or the band. */
  readonly group: string | null
}

/** The same for one round, by group. The few whose answers were put right are in none. */
export function countGroups(
  store: Store,
  acting: Acting,
  { surveyId, round, by }: { readonly surveyId: string; readonly round: Round; readonly by: GroupedBy },
): Promise<readonly GroupCount[] | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const survey = await surveyIn(tx, surveyId)
    if (isRefused(survey)) return survey
    const [kind, strand] = typeof by === 'object' ? ['band', by.strand] : [by, null]
    const plain = await tx.run(answersGrouped, [acting.landlord, survey.code, kind, strand, round])
    const mended = await mendedAnswers(tx, store, survey.code)
    const own = mended.filter((each) => each.round === round)
    return [...plain, ...own.map((each) => ({ ...each, group: null }))]
  })
}

interface CountOfRound extends AnswerCount {
  readonly round: Round
}

/** The few whose answers were put right: counted one by one. */
async function mendedAnswers(
  tx: Transaction,
  store: Store,
  survey: string,
): Promise<readonly CountOfRound[]> {
  const cases = await tx.run(mendedCases, [tx.acting.landlord, survey])
  if (cases.length === 0) return []
  const told = await readTold(
    tx,
    cases.map(({ caseId }) => caseId),
  )
  return cases.flatMap(({ caseId, edition, round }) =>
    effectiveEvents(told.get(caseId) ?? [], store.now())
      .events.filter(({ type, data }) => type === 'survey-answered' && data['survey'] === survey)
      .map(({ data }) => ({
        question: textOf(data['question']),
        answer: textOf(data['answer']),
        edition,
        round,
        count: 1,
      })),
  )
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** One by one, answers are shown only where a round has many: somebody could be recognised by theirs. */
export async function tooFew(tx: Transaction, survey: string, of: Round): Promise<Refused | undefined> {
  const counted = await tx.run(responsesByRound, [tx.acting.landlord, survey])
  const own = counted.find(({ round }) => round === of)
  if (own !== undefined && own.responses >= fewestShown) return undefined
  return refused(
    'not valid',
    `there are fewer than ${fewestShown} responses, and somebody could be recognised by theirs`,
    'look again when more have answered',
  )
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

/**
 * Every answer to a survey in one round without anything that leads to a person: no time, no team, no words. In the order of their
 * random ids.
 */
export function listAnswers(
  store: Store,
  acting: Acting,
  { surveyId, round }: { readonly surveyId: string; readonly round: Round },
): Promise<readonly ResponseRow[] | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const survey = await surveyIn(tx, surveyId)
    if (isRefused(survey)) return survey
    return (
      (await tooFew(tx, survey.code, round)) ??
      tx.run(answersListed, [acting.landlord, survey.code, mostExported, round])
    )
  })
}

const isMended = `exists (select from events m where m.landlord = e.landlord and m.case_id = e.case_id
  and m.type in ('event-corrected', 'event-withdrawn'))`

const ofSurvey = `e.landlord = $1 and e.type = 'survey-answered' and e.data ->> 'survey' = $2`

const withResponse = `from events e
     left join survey_responses r on r.landlord = e.landlord and r.response_id = e.case_id`

const answersCounted = statement<CountOfRound>(
  'survey-answers-counted',
  `select e.data ->> 'question' as question, e.data ->> 'answer' as answer, r.edition, r.round, count(*)::integer as count
     ${withResponse}
    where ${ofSurvey} and not ${isMended}
    group by 1, 2, 3, 4 limit 20000`,
)

const answersGrouped = statement<GroupCount>(
  'survey-answers-grouped',
  `select e.data ->> 'question' as question, e.data ->> 'answer' as answer, r.edition,
      case $3 when 'team' then r.team_id when 'channel' then r.channel when 'band' then b.value end as "group",
      count(*)::integer as count
     ${withResponse}
     left join survey_bands b on b.landlord = e.landlord and b.response_id = e.case_id and b.strand = $4
    where ${ofSurvey} and not ${isMended} and r.round is not distinct from $5::integer
    group by 1, 2, 3, 4 limit 20000`,
)

const responsesByRound = statement<{ readonly round: Round; readonly responses: number }>(
  'survey-responses-by-round',
  `select r.round, count(distinct e.case_id)::integer as responses ${withResponse} where ${ofSurvey} group by 1`,
)

const mendedCases = statement<{
  readonly caseId: string
  readonly edition: number | null
  readonly round: Round
}>(
  'survey-answers-mended',
  `select distinct e.case_id as "caseId", r.edition, r.round ${withResponse} where ${ofSurvey} and ${isMended} limit 5000`,
)

const answersListed = statement<ResponseRow>(
  'survey-answers-listed',
  `select e.case_id as "responseId", r.edition, e.data ->> 'question' as question, e.data ->> 'answer' as answer
     ${withResponse}
    where ${ofSurvey} and not ${isMended} and r.round is not distinct from $4::integer
    order by e.case_id, e.sequence limit $3`,
)
