import type { Instant } from '#core/time/instant.ts'
import { govuk } from '#http/govuk/index.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { CompensationRow, CompensationState } from '#store/compensation/read-compensation.ts'
import { codeInLine } from '../acts/field-words.ts'
import { moneyText } from '../casework/code-words.ts'
import type { CaseworkNames } from '../casework/lines.ts'
import { shortMoment } from '../times.ts'

interface Shown {
  readonly rows: readonly CompensationRow[]
  readonly names: CaseworkNames
  readonly now: Instant
  readonly mayDecide: boolean
}

/** Everything of the last twelve months: what asks for a decision first, what is done with last. */
export function CompensationPage({ rows, names, now, mayDecide }: Shown): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Compensation</h1>
      <p class="govuk-body">
        Kept opens a case here by itself where a promise was broken and the customer was not told before it
        fell due.
      </p>
      <Sums rows={rows} />
      {groups.map(({ state, heading, says }) => (
        <Group
          heading={heading}
          says={
            state === 'found' && !mayDecide ? `${says} Only complaints officers and team leaders may.` : says
          }
          rows={rows.filter((row) => row.state === state)}
          names={names}
          now={now}
        />
      ))}
    </>
  )
}

const groups: readonly {
  readonly state: CompensationState
  readonly heading: string
  readonly says: string
}[] = [
  { state: 'found', heading: 'Found', says: 'Offer compensation, or say why not.' },
  { state: 'offered', heading: 'Offered', says: 'Waiting for the customer’s answer.' },
  { state: 'accepted', heading: 'Accepted', says: 'To be paid.' },
  { state: 'paid', heading: 'Paid', says: 'Done with.' },
  { state: 'declined', heading: 'Turned down', says: 'By us or by the customer.' },
]

function Sums({ rows }: Pick<Shown, 'rows'>): Raw {
  const of = (state: CompensationState) => rows.filter((row) => row.state === state)
  const money = (state: CompensationState) =>
    moneyText(of(state).reduce((sum, { pence = 0 }) => sum + pence, 0))
  return (
    <>
      <h2 class="govuk-heading-m">The last 12 months</h2>
      {govuk.summaryList({
        rows: [
          {
            key: { text: 'Found' },
            value: { text: `${rows.length} in all, ${of('found').length} to be decided` },
          },
          { key: { text: 'Offered' }, value: { text: `${of('offered').length}, ${money('offered')}` } },
          { key: { text: 'Accepted' }, value: { text: `${of('accepted').length}, ${money('accepted')}` } },
          { key: { text: 'Paid' }, value: { text: `${of('paid').length}, ${money('paid')}` } },
          { key: { text: 'Turned down' }, value: { text: `${of('declined').length}` } },
        ],
      })}
    </>
  )
}

/** Of what is done with, only so many are shown. */
const mostShown = 50

/** “today at 10:00”, “Thursday at 09:05”. */
function when(at: Instant, now: Instant): string {
  const words = shortMoment(at, now)
  return /^\d\d:/.test(words) ? `today at ${words}` : words
}

function Group({
  heading,
  says,
  rows,
  names,
  now,
}: Omit<Shown, 'mayDecide'> & { readonly heading: string; readonly says: string }): Raw {
  if (rows.length === 0) return <></>
  return (
    <section>
      <h2 class="govuk-heading-m">{`${heading} (${rows.length})`}</h2>
      <p class="govuk-body">{says}</p>
      <ul class="govuk-list govuk-list--spaced casework">
        {rows.slice(0, mostShown).map((row) => (
          <li>
            <Line row={row} names={names} now={now} />
          </li>
        ))}
      </ul>
      {rows.length > mostShown && (
        <p class="govuk-body">
          <a class="govuk-link" href={local`/cases?kind=compensation`}>
            {`All ${rows.length} are in the list of cases`}
          </a>
        </p>
      )}
    </section>
  )
}

function Line({ row, names, now }: Pick<Shown, 'names' | 'now'> & { readonly row: CompensationRow }): Raw {
  const { caseId, customerId, promise, ofCase, state, stateAt, pence, reason } = row
  const name = customerId === null ? undefined : names.customers.get(customerId)
  const says = promise === undefined ? undefined : names.promises.get(promise)
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={local`/cases/${caseId}`}>
          {caseId}
        </a>
        {name !== undefined && ` ${name}`}
        {pence !== undefined && `, ${moneyText(pence)}`}
      </h3>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {`${stateWords[state]} ${when(stateAt, now)}`}
        {reason !== undefined && ` (${codeInLine(reason)})`}
        {ofCase !== undefined && (
          <>
            {' '}
            for case{' '}
            <a class="govuk-link" href={local`/cases/${ofCase}`}>
              {ofCase}
            </a>
          </>
        )}
      </p>
      {promise !== undefined && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">{`${promise}: ${says ?? 'a promise of an earlier edition'}`}</p>
      )}
    </>
  )
}

const stateWords: Readonly<Record<CompensationState, string>> = {
  found: 'Found',
  offered: 'Offered',
  accepted: 'Accepted',
  declined: 'Turned down',
  paid: 'Paid',
}
