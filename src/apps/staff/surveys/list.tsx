import { responseRate } from '#core/surveys/response.ts'
import { nameFor, type PromisedSurvey } from '#core/surveys/promised.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { SurveyList, SurveyListed } from '#store/surveys/read-surveys.ts'
import { many, shareWords, stateWords } from './words.ts'

interface ListProps extends SurveyList {
  readonly mayWrite: boolean
  readonly mayEnter: boolean
  readonly maySee: boolean
}

/** Every survey with how many answered, and those that promises speak of and that are not there yet. */
export function SurveysList(props: ListProps): Raw {
  const { surveys, promised, mayWrite, maySee } = props
  return (
    <>
      <h1 class="govuk-heading-l">Surveys</h1>
      <p class="govuk-body">
        We ask customers how we did. Whoever was asked answers once, and nobody can tell which answers are
        theirs.
      </p>
      {mayWrite && (
        <a class="govuk-button" role="button" href={local`/surveys/new`}>
          Make a survey
        </a>
      )}
      {surveys.length > 0 ? <Table {...props} /> : <p class="govuk-body">There is no survey yet.</p>}
      {maySee && promised.length > 0 && <Promised promised={promised} mayWrite={mayWrite} />}
    </>
  )
}

function Table({ surveys, mayEnter, maySee }: ListProps): Raw {
  return (
    <Scrolled label="Surveys by name">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-visually-hidden">Surveys by name</caption>
        <TableHead
          columns={[
            'Survey',
            'State',
            ...(maySee ? ['Asked', 'Answered'] : []),
            ...(mayEnter ? ['To do'] : []),
          ]}
        />
        <tbody class="govuk-table__body">
          {surveys.map((each) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={local`/surveys/${each.survey.surveyId}`}>
                  {each.survey.name}
                </a>
              </th>
              <td class="govuk-table__cell">{stateOf(each)}</td>
              {maySee && (
                <>
                  <td class="govuk-table__cell">{each.latest.invited.toLocaleString('en-GB')}</td>
                  <td class="govuk-table__cell">{answeredWords(each)}</td>
                </>
              )}
              {mayEnter && <td class="govuk-table__cell">{toDo(each)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

/** Of a survey in rounds, what is told stands for the last. */
function stateOf({ survey: { state, round } }: SurveyListed): string {
  return round === 0 ? stateWords[state] : `${stateWords[state]}, round ${round}`
}

function answeredWords({ latest: { answered, invited } }: SurveyListed): string {
  const rate = responseRate(answered, invited)
  return rate === undefined
    ? 'Nobody was asked from here so far'
    : `${answered.toLocaleString('en-GB')} (${shareWords(rate)})`
}

function toDo({ counts: { toPrint, toRing } }: SurveyListed): string {
  const waiting = [
    ...(toPrint > 0 ? [`${many(toPrint, 'letter')} to print`] : []),
    ...(toRing > 0 ? [`${many(toRing, 'person', 'people')} to ring`] : []),
  ]
  return waiting.length === 0 ? 'Nothing' : waiting.join(', ')
}

function Promised({
  promised,
  mayWrite,
}: {
  readonly promised: readonly PromisedSurvey[]
  readonly mayWrite: boolean
}): Raw {
  return (
    <section aria-labelledby="promised-title">
      <h2 class="govuk-heading-m" id="promised-title">
        Promised, and not made here yet
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {promised.map(({ code, promises }) => (
          <li>
            {mayWrite ? (
              <a class="govuk-link" href={local`/surveys/new?code=${code}`}>
                {`Make “${nameFor(code)}”`}
              </a>
            ) : (
              nameFor(code)
            )}
            {`, for ${promises.map(({ promise }) => promise).join(', ')}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
