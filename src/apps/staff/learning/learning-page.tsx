import { of } from '#core/promises/in-words.ts'
import type { Theme } from '#core/learning/themes.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { PageAsked } from '#http/layout/page-route.ts'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { Visitor } from '#store/people/sessions.ts'
import { codeInLine, codeWords } from '../acts/field-words.ts'
import { PerformancePlaces } from '../performance/performance-places.tsx'
import { MonthsForm } from '../promises/months-form.tsx'
import { type MonthsShown, monthName } from '../promises/months.ts'
import { ActionList, type ActionsShown } from './action-list.tsx'

/** What complaints were about and why, what is done about it, and what customers were told. */
export function LearningPage({
  asked,
  months,
  themes,
  more,
  compared,
  actions,
}: {
  readonly asked: PageAsked<Visitor>
  readonly months: MonthsShown
  readonly themes: readonly Theme[]
  readonly more: boolean
  /** Whether there is a span before to compare with. */
  readonly compared: boolean
  readonly actions: ActionsShown
}): Raw {
  const received = themes.reduce((sum, theme) => sum + theme.received, 0)
  return (
    <>
      <PerformancePlaces asked={asked} current="/learning" />
      <h1 class="govuk-heading-l">Learning from complaints</h1>
      <MonthsForm action={local`/learning`} months={months} />
      <h2 class="govuk-heading-m">What complaints were about</h2>
      {more && <p class="govuk-body">There are more complaints than this page can go through.</p>}
      {received > 0 && !compared && (
        <p class="govuk-body">
          We do not know of complaints from as many months before, so there is nothing to compare these with.
        </p>
      )}
      {received === 0 ? (
        <p class="govuk-body">No complaints were received in these months.</p>
      ) : (
        <Themes themes={themes} months={months} />
      )}
      <ActionList {...actions} />
    </>
  )
}

function Themes({
  themes,
  months,
}: {
  readonly themes: readonly Theme[]
  readonly months: MonthsShown
}): Raw {
  return (
    <Scrolled label="What complaints were about">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-visually-hidden">
          {`Complaints received from ${monthName(months.first)} to ${monthName(months.last)}, by what they were about`}
        </caption>
        <TableHead
          columns={['About', 'Received', 'Decided', 'Why it went wrong', 'What will be done differently']}
        />
        <tbody class="govuk-table__body">
          {themes.map((theme) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {codeWords(theme.about)}
              </th>
              <td class="govuk-table__cell">
                <strong>{String(theme.received)}</strong>
                {theme.before !== undefined && <span class="kept-below">{beforeText(theme)}</span>}
              </td>
              <td class="govuk-table__cell">
                {decidedText(theme)}
                {theme.escalated > 0 && <span class="kept-below">{`${theme.escalated} taken further`}</span>}
              </td>
              <td class="govuk-table__cell">{countedText(theme.causes)}</td>
              <td class="govuk-table__cell">{countedText(theme.lessons)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function beforeText({ before, change }: Theme): string {
  const held = `${before} in the months before`
  if (change === 'within chance') return `${held}: no more of a difference than chance makes`
  return `${held}: ${change}`
}

function decidedText({ found, decided }: Theme): string {
  if (decided === 0) return 'none yet'
  if (decided === 1) return `1 decision, ${found === 1 ? '' : 'not '}for the complainant`
  return `${of(decided, 'decision')}, ${found} of them for the complainant`
}

function countedText(counted: Theme['causes']): string {
  if (counted.length === 0) return 'Not noted yet'
  return counted.map(({ code, count }) => `${codeInLine(code)} (${count})`).join(', ')
}
