import { returnWords, unitOf, valueText } from '#core/duties/return-value.ts'
import { monthCode } from '#core/time/period.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import type { Fields } from '#http/layout/fields.ts'
import { SummaryList } from '#http/layout/summary-list.tsx'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { ReturnHistory } from '#store/returns/read-history.ts'
import { OwnerForm, ownerWords, type WhoThereIs } from '../duties/owner-form.tsx'
import { monthName } from '../promises/months.ts'
import { everyWords } from './month-list.tsx'

/** One return: for which promises, its figures month by month, and who types it in. */
export function OneReturn({
  history,
  who,
  token,
  maySetOwner,
  typed,
  faults,
}: {
  readonly history: ReturnHistory
  readonly who: WhoThereIs
  readonly token: string
  readonly maySetOwner: boolean
  readonly typed: Fields
  readonly faults: readonly Fault[]
}): Raw {
  const { needed, owner, everyMonths, checked } = history
  const { name } = needed
  return (
    <>
      <h1 class="govuk-heading-l">{returnWords(name)}</h1>
      <About history={history} who={who} />
      <h2 class="govuk-heading-m">Figures so far</h2>
      {checked.length === 0 && <p class="govuk-body">There is none so far.</p>}
      {checked.length > 0 && <Figures name={name} checked={checked} />}
      {maySetOwner && (
        <section>
          <h2 class="govuk-heading-m">Who types it in</h2>
          <p class="govuk-body">They are asked for it when its month is over.</p>
          <OwnerForm
            action={local`/returns/${name}/owner`}
            token={token}
            who={who}
            owner={owner}
            everyMonths={everyMonths}
            typed={typed}
            faults={faults}
          />
        </section>
      )}
    </>
  )
}

function About({
  history: { needed, owner, everyMonths },
  who,
}: {
  readonly history: ReturnHistory
  readonly who: WhoThereIs
}): Raw {
  const { name, promises, stands, instead } = needed
  return (
    <SummaryList
      rows={[
        [
          'For',
          promises.map(({ id, promise }) => (
            <p class="govuk-body govuk-!-margin-bottom-1">
              <a class="govuk-link" href={local`/promises/${id}`}>
                {promise}
              </a>
            </p>
          )),
        ],
        ['Its name in files', name],
        ['Counted in', unitOf(name) === 'pence' ? 'pounds; in files in pence' : 'a plain number'],
        ['How it counts', howItCounts(stands, instead)],
        ['How often it comes', everyWords(everyMonths)],
        ['Who types it in', ownerWords(owner, who)],
      ]}
    />
  )
}

function Figures({
  name,
  checked,
}: {
  readonly name: string
  readonly checked: ReturnHistory['checked']
}): Raw {
  return (
    <Scrolled label="Figures so far">
      <table class="govuk-table">
        <caption class="govuk-visually-hidden">Figures so far</caption>
        <TableHead columns={['Month', 'Figure', 'Taken from', 'Checked']} />
        <tbody class="govuk-table__body">
          {checked.slice(0, 120).map(({ month, value, source, isUnchecked }) => (
            <tr class="govuk-table__row">
              <td class="govuk-table__cell">
                <a class="govuk-link" href={local`/returns?month=${monthCode(month)}`}>
                  {monthName(month)}
                </a>
              </td>
              <td class="govuk-table__cell">{valueText(name, value)}</td>
              <td class="govuk-table__cell">{source}</td>
              <td class="govuk-table__cell">{isUnchecked ? 'Not here' : 'Yes'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function howItCounts(stands: boolean, instead: boolean): string {
  const how = stands
    ? 'The latest figure stands until there is another.'
    : 'Figures are added up over a period.'
  return instead ? `${how} Leave it out where the cases of Kept hold the same: it is added to them.` : how
}
