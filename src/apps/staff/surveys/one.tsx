import { fewestShown } from '#core/promises/small-numbers.ts'
import { worded, type WordedQuestion } from '#core/surveys/by-edition.ts'
import { goodAnswers, promisesOn } from '#core/surveys/good-answers.ts'
import { responseRate } from '#core/surveys/response.ts'
import { questionResult } from '#core/surveys/results.ts'
import { roundsBeside } from '#core/surveys/rounds.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { SummaryList } from '#http/layout/summary-list.tsx'
import type { SurveyCounts } from '#store/surveys/read-surveys.ts'
import type { RoundAnswered } from '#store/surveys/results.ts'
import { dayText } from '../times.ts'
import { ChooseGroups, GoodShares, QuestionByGroup } from './breakdown.tsx'
import { QuestionShown } from './question-result.tsx'
import { askedIn, roundCode, roundName, RoundsTable } from './rounds.tsx'
import { goodWords, many, shareWords, stateWords, whomWords, whyWords } from './words.ts'
import type { OneSurveyProps } from './survey-props.ts'
import { WorkOnSurvey } from './work.tsx'

/** A survey: what is to be done for it, how many answered, and what. */
export function OneSurvey(props: OneSurveyProps): Raw {
  const { survey, chosen, rounds, promised, sees } = props
  const { counts } = chosen
  const isOne = rounds.length === 1
  return (
    <>
      <h1 class="govuk-heading-l">{survey.name}</h1>
      <WorkOnSurvey {...props} />
      <SummaryList
        rows={[
          ['State', stateWords[survey.state]],
          ['Asked', whomWords(survey.inviting)],
          isOne && survey.inviting.after.length === 0
            ? ['Rounds', survey.roundOn === null ? 'None yet' : `1, on ${dayText(survey.roundOn)}`]
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
          isOne ? ['Invited', counts.invited.toLocaleString('en-GB')] : undefined,
          isOne ? ['Answered', rateWords(counts)] : undefined,
          counts.notAsked.size === 0
            ? undefined
            : [isOne ? 'Not asked' : `Not asked in ${inRound(props)}`, notAskedWords(counts.notAsked)],
        ]}
      />
      {!isOne && <RoundsTable surveyId={survey.surveyId} rounds={rounds} chosen={chosen.round} />}
      {sees && <Answers {...props} answers={chosen.answers ?? noAnswers} />}
    </>
  )
}

const noAnswers = { responses: 0, counts: [] } as const

/** “round 2”. */
function inRound({ chosen: { round } }: OneSurveyProps): string {
  return round === null ? 'no round' : `round ${round}`
}

function rateWords({ answered, invited }: SurveyCounts): string {
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

type WithAnswers = OneSurveyProps & { readonly answers: Pick<RoundAnswered, 'responses' | 'counts'> }

function Answers(props: WithAnswers): Raw {
  const { answers, survey, editions, rounds, chosen, may } = props
  const isOne = rounds.length === 1
  const isShown = answers.responses >= fewestShown
  return (
    <section aria-labelledby="answers-title">
      <h2 class="govuk-heading-m" id="answers-title">
        {isOne ? 'What was answered' : `What was answered in ${inRound(props)}`}
      </h2>
      <p class="govuk-body">{`${many(answers.responses, 'response')} so far.`}</p>
      {isShown ? (
        <>
          <p class="govuk-body">
            <a
              class="govuk-link"
              href={local`/surveys/${survey.surveyId}/answers.csv?round=${roundCode(chosen.round)}`}
            >
              Take the answers away as a CSV file
            </a>
            {may('words.read') && hasWords(props) && (
              <>
                {' · '}
                <a
                  class="govuk-link"
                  href={local`/surveys/${survey.surveyId}/comments?round=${roundCode(chosen.round)}`}
                >
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

type OfQuestion = WithAnswers & { readonly of: WordedQuestion }

function OneQuestion(props: OfQuestion): Raw {
  const { of, chosen, survey, promised } = props
  const { question } = of
  const promises = promisesOn(question, promised)
  return (
    <>
      <QuestionShown
        result={questionResult(question, of.counts, askedIn(chosen, survey))}
        kept={
          promises.length === 0
            ? undefined
            : { answers: goodAnswers(question, promised), promises: promises.join(', ') }
        }
        note={noteOf(of)}
      />
      <RoundByRound {...props} />
    </>
  )
}

/** The same question in the rounds before and since, where there are any. */
function RoundByRound({ of: { question }, survey, rounds, editions, promised }: OfQuestion): Raw {
  const counted = rounds.flatMap(({ answers }) => answers ?? [])
  const good = goodAnswers(question, promised)
  const beside = roundsBeside(editions, counted, { question, good })
  if (beside.length < 2) return <></>
  const askedOf = new Map(rounds.map((each) => [each.round, askedIn(each, survey)]))
  return (
    <GoodShares
      caption={`Round by round: ${question.text}`}
      columns={['Round', goodWords(question, good)]}
      groups={beside.map(({ round, shown }) => ({
        name: roundName(round),
        shown: shown && { ...shown, asked: askedOf.get(round) },
      }))}
    />
  )
}

function noteOf({ from, to, isAsked }: WordedQuestion): string | undefined {
  if (!isAsked)
    return `Asked in these words in ${from === to ? `edition ${from}` : `editions ${from} to ${to}`}.`
  return from === 1 ? undefined : `Asked in these words since edition ${from}.`
}

function Groups(props: WithAnswers): Raw {
  const { survey, rounds, chosen, by, grouped, teams, promised } = props
  return (
    <section aria-labelledby="groups-title">
      <h2 class="govuk-heading-m" id="groups-title">
        Whether we serve everybody alike
      </h2>
      <ChooseGroups
        surveyId={survey.surveyId}
        round={rounds.length === 1 ? undefined : roundCode(chosen.round)}
        chosen={typeof by === 'object' ? by.strand : (by ?? '')}
        strands={survey.asking.bands}
      />
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
                counts={grouped}
                by={by}
                teams={teams}
              />
            ))}
        </>
      )}
    </section>
  )
}
