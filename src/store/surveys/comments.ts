import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Round } from '#core/surveys/rounds.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { logAccess } from '../words/access-log.ts'
import { tooFew } from './results.ts'
import { surveyIn } from './survey-row.ts'

/** What somebody wrote in answer to a question, as it is shown: without when. */
export interface SurveyComment {
  readonly question: string
  readonly text: string
}

/** How many comments a page shows. */
const commentsOnAPage = 50

/** What people wrote in their own words in one round, in no order that tells anything; who read them is written down. */
export function readSurveyComments(
  store: Store,
  acting: Acting,
  {
    surveyId,
    round,
    after = '',
  }: { readonly surveyId: string; readonly round: Round; readonly after?: string },
): Promise<{ readonly comments: readonly SurveyComment[]; readonly next: string | undefined } | Refused> {
  return store.database.transact(acting, 'words.read', async (tx) => {
    const survey = await surveyIn(tx, surveyId)
    if (isRefused(survey)) return survey
    const fault = await tooFew(tx, survey.code, round)
    if (fault !== undefined) return fault
    const rows = await tx.run(commentsOfSurvey, [acting.landlord, surveyId, after, commentsOnAPage, round])
    const wordsIds = rows.map((row) => row.wordsId)
    if (rows.length > 0)
      await logAccess(tx, { what: 'words', customerIds: [], wordsIds, why: `survey ${surveyId}` })
    const comments = rows.map(({ question, text }) => ({ question, text }))
    return { comments, next: rows.length === commentsOnAPage ? wordsIds.at(-1) : undefined }
  })
}

interface CommentRow extends SurveyComment {
  readonly wordsId: string
}

// Their ids are random, so that their order tells nothing.
const commentsOfSurvey = statement<CommentRow>(
  'comments-of-survey',
  `select c.words_id as "wordsId", c.question, w.text from survey_responses r
     join survey_comments c on c.landlord = r.landlord and c.response_id = r.response_id
     join words w on w.landlord = c.landlord and w.words_id = c.words_id and w.text is not null
    where r.landlord = $1 and r.survey_id = $2 and c.words_id > $3 and r.round is not distinct from $5::integer
    order by c.words_id limit $4`,
)
