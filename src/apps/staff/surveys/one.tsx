import { fewestShown } from '#core/promises/small-numbers.ts'
import { worded, type WordedQuestion } from '#core/surveys/by-edition.ts'
import { goodAnswers, promisesOn } from '#core/surveys/good-answers.ts'
import { responseRate } from '#core/surveys/response.ts'
import { questionResult } from '#core/surveys/results.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { SummaryList } from '#http/layout/summary-list.tsx'
import type { AnswersCounted } from '#store/surveys/results.ts'
import { dayText } from '../times.ts'
import { ChooseGroups, QuestionByGroup } from './breakdown.tsx'
import { QuestionShown } from './question-result.tsx'
import { many, shareWords, stateWords, whomWords, whyWords } from './words.ts'
import type { OneSurveyProps } from './survey-props.ts'
import { WorkOnSurvey } from './work.tsx'

/** A survey: what is to be done for it, how many answered, and what. */
export function OneSurvey(props: OneSurveyProps): Raw {
  const { survey, counts, answers, promised } = props
  return (
    <>
      <h1 class="govuk-heading-l">{survey.name}</h1>
      <WorkOnSurvey {...props} />
      <SummaryList
        rows={[
          ['State', stateWords[survey.state]],
          ['Asked', whomWords(survey.inviting)],
          survey.inviting.after.length === 0
            ? [
                'Rounds',
                survey.roundOn === null
                  ? 'None yet'
                  : `${survey.round}, the last on ${dayText(survey.roundOn)}`,
              ]
            : undefined,
          promised === undefined
            ? undefined
            : ['Promises', promised.promises.map(({ promise }) => promise).join(', ')],
          survey.dutyPromise === null
            ? undefined
            : [
                'A round keeps',
                <a class="govuk-link" href={local`/duties/${survey.dutyPromise}`}>
                  {survey.dutyPromise}
                </a>,
              ],
          ['Invited', counts.invited.toLocaleString('en-GB')],
          ['Answered', rateWords(props)],
          counts.notAsked.size === 0 ? undefined : ['Not asked', notAskedWords(counts.notAsked)],
        ]}
      />
      {answers !== undefined && <Answers {...props} answers={answers} />}
    </>
  )
}

function rateWords({ counts: { answered, invited } }: OneSurveyProps): string {
  const rate = responseRate(answered, invited)
  return rate === undefined
    ? 'Nobody was asked from here so far'
    : `${answered.toLocaleString('en-GB')} of ${invited.toLocaleString('en-GB')}: a response rate of ${shareWords(rate)}`
}

function notAskedWords(notAsked: ReadonlyMap<string, number>): string {
  return [...notAsked]
    .map(([why, count]) => `${count.toLocaleString('en-GB')} ${whyWords[why] ?? why}`)
    .join('; ')
}

type WithAnswers = OneSurveyProps & { readonly answers: AnswersCounted }

function Answers(props: WithAnswers): Raw {
  const { answers, survey, editions, may } = props
  const isShown = answers.responses >= fewestShown
  return (
    <section aria-labelledby="answers-title">
      <h2 class="govuk-heading-m" id="answers-title">
        What was answered
      </h2>
      <p class="govuk-body">{`${many(answers.responses, 'response')} so far.`}</p>
      {isShown ? (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={local`/surveys/${survey.surveyId}/answers.csv`}>
              Take the answers away as a CSV file
            </a>
            {may('words.read') && hasWords(props) && (
              <>
                {' · '}
                <a class="govuk-link" href={local`/surveys/${survey.surveyId}/comments`}>
                  Read what people wrote
                </a>
              </>
            )}
          </p>
          {worded(editions, answers.counts)
            .filter(({ question }) => question.scale !== 'words')
            .map((each) => (
              <OneQuestion {...props} of={each} />
            ))}
          <Groups {...props} />
        </>
      ) : (
        <p class="govuk-inset-text">{`Answers are shown from ${fewestShown} responses on, so that nobody can be recognised by theirs.`}</p>
      )}
    </section>
  )
}

function hasWords({ editions }: OneSurveyProps): boolean {
  return editions.some(({ questions }) => questions.some(({ scale }) => scale === 'words'))
}

function OneQuestion(props: WithAnswers & { readonly of: WordedQuestion }): Raw {
  const { of, counts, survey, promised } = props
  const { question } = of
  const promises = promisesOn(question, promised)
  const everybody = counts.concerned * survey.inviting.oneIn
  const asked = everybody >= props.answers.responses && everybody > 0 ? everybody : undefined
  return (
    <QuestionShown
      result={questionResult(question, of.counts, asked)}
      kept={
        promises.length === 0
          ? undefined
          : { answers: goodAnswers(question, promised), promises: promises.join(', ') }
      }
      note={noteOf(of)}
    />
  )
}

function noteOf({ from, to, isAsked }: WordedQuestion): string | undefined {
  if (!isAsked)
    return `Asked in these words in ${from === to ? `edition ${from}` : `editions ${from} to ${to}`}.`
  return from === 1 ? undefined : `Asked in these words since edition ${from}.`
}

function Groups(props: WithAnswers): Raw {
  const { survey, by, grouped, teams, promised } = props
  const chosen = typeof by === 'object' ? by.strand : (by ?? '')
  return (
    <section aria-labelledby="groups-title">
      <h2 class="govuk-heading-m" id="groups-title">
        Whether we serve everybody alike
      </h2>
      <ChooseGroups surveyId={survey.surveyId} chosen={chosen} strands={survey.asking.bands} />
      {by !== undefined && grouped !== undefined && (
        <>
          <p class="govuk-body">
            {`A group of fewer than ${fewestShown} is not shown, nor one whose number would tell that of another.`}
          </p>
          {survey.asking.questions
            .filter(({ scale }) => scale !== 'words')
            .map((question) => (
              <QuestionByGroup
                question={question}
                good={goodAnswers(question, promised)}
                counts={grouped.counts}
                by={by}
                teams={teams}
              />
            ))}
        </>
      )}
    </section>
  )
}
