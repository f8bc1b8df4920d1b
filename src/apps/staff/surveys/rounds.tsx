import { responseRate } from '#core/surveys/response.ts'
import type { Round } from '#core/surveys/rounds.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { RoundReached, SurveyCounts, SurveyRead } from '#store/surveys/read-surveys.ts'
import type { Survey } from '#store/surveys/survey-row.ts'
import type { RoundAnswered } from '#store/surveys/results.ts'
import { dayText } from '../times.ts'
import { shareWords } from './words.ts'

/** One round as its page shows it. */
export interface RoundShown extends RoundReached {
  readonly answers: RoundAnswered | undefined
}

/** Every round there is something to say of, the latest first; what an import brought, or came after cases, last. */
export function roundsShown(
  { survey, rounds }: SurveyRead,
  answered: readonly RoundAnswered[],
): readonly RoundShown[] {
  const answersOf = (round: Round) => answered.find((each) => each.round === round)
  const shown = rounds.map((each) => ({ ...each, answers: answersOf(each.round) }))
  const others = answersOf(null)
  if (survey.round === 0 || others === undefined || shown.some(({ round }) => round === null)) return shown
  return [...shown, { round: null, beganOn: null, counts: nobody, answers: others }]
}

/** The round that an address asks for, or else the latest. */
export function roundAsked({ survey: { round: last } }: SurveyRead, query: Fields): Round {
  const text = textIn(query, 'round')
  if (last === 0 || text === roundCode(null)) return null
  const round = Number(text)
  return Number.isInteger(round) && round >= 1 && round <= last ? round : last
}

/** The same as its page shows it. */
export function chosenOf(rounds: readonly RoundShown[], asked: Round): RoundShown {
  const found = rounds.find(({ round }) => round === asked) ?? rounds[0]
  if (found === undefined) throw new Error('a survey is read with one round at least')
  return found
}

/** As an address says it. */
export function roundCode(round: Round): string {
  return round === null ? 'none' : String(round)
}

/** “Round 2”. */
export function roundName(round: Round): string {
  return round === null ? 'Not of a round' : `Round ${round}`
}

/** How many people could have answered in a round, as far as that is known: everybody, where a survey asks some of them. */
export function askedIn({ counts, answers }: RoundShown, { inviting }: Survey): number | undefined {
  const everybody = counts.concerned * inviting.oneIn
  return everybody > 0 && everybody >= (answers?.responses ?? 0) ? everybody : undefined
}

/** The rounds beside each other: how many were asked, and how many of them answered. */
export function RoundsTable({
  surveyId,
  rounds,
  chosen,
}: {
  readonly surveyId: string
  readonly rounds: readonly RoundShown[]
  readonly chosen: Round
}): Raw {
  return (
    <Scrolled label="Rounds">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">Rounds</caption>
        <TableHead
          columns={[
            'Round',
            'Began',
            { text: 'Asked', isNumber: true },
            { text: 'Answered', isNumber: true },
            { text: 'Response rate', isNumber: true },
          ]}
        />
        <tbody class="govuk-table__body">
          {rounds.map((each) => (
            <RoundRow surveyId={surveyId} of={each} isChosen={each.round === chosen} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function RoundRow({
  surveyId,
  of: { round, beganOn, counts },
  isChosen,
}: {
  readonly surveyId: string
  readonly of: RoundShown
  readonly isChosen: boolean
}): Raw {
  const { invited, answered } = counts
  const rate = responseRate(answered, invited)
  const number = 'govuk-table__cell govuk-table__cell--numeric'
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header kept-plain-header">
        {isChosen ? (
          <strong aria-current="true">{`${roundName(round)}, shown here`}</strong>
        ) : (
          <a class="govuk-link" href={local`/surveys/${surveyId}?round=${roundCode(round)}`}>
            {roundName(round)}
          </a>
        )}
      </th>
      <td class="govuk-table__cell">{beganOn === null ? '' : dayText(beganOn)}</td>
      <td class={number}>{invited.toLocaleString('en-GB')}</td>
      <td class={number}>{answered.toLocaleString('en-GB')}</td>
      <td class={number}>{rate === undefined ? 'Nobody asked' : shareWords(rate)}</td>
    </tr>
  )
}

const nobody: SurveyCounts = {
  invited: 0,
  answered: 0,
  toCome: 0,
  toPrint: 0,
  toRing: 0,
  notAsked: new Map(),
  concerned: 0,
}
