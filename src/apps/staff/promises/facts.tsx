import type { CaseEvent } from '#core/ledger/event.ts'
import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { TallyPart } from '#core/promises/case-measuring.ts'
import { capitalised } from '#core/capitalised.ts'
import { numberText } from '#core/promises/percent.ts'
import type { Zone } from '#core/time/zone.ts'
import { local } from '#http/html/local.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { FactBehind, RecordBehind } from '#store/comparisons/facts-behind.ts'
import { NextPage } from '../next-page.tsx'
import { momentIn } from './behind.tsx'

interface Around {
  readonly says: string
  readonly title: string
  readonly zone: Zone
  readonly vocabulary: Vocabulary
}

/** What happened in cases and was counted, each with what its case added to the figure. */
export function CaseFacts({
  facts,
  next,
  ...around
}: Around & { readonly facts: readonly FactBehind[]; readonly next: Url | undefined }): Raw {
  const moment = momentIn(around.zone)
  return (
    <>
      <Listed
        {...around}
        columns={['When', 'What happened', 'Case', 'What the case added']}
        count={facts.length}
      >
        {facts.map(({ at, caseId, type, added }) => (
          <tr class="govuk-table__row">
            <td class="govuk-table__cell">{moment(at)}</td>
            <td class="govuk-table__cell">{saysOf(around.vocabulary, type)}</td>
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={local`/cases/${caseId}`}>
                {caseId}
              </a>
            </th>
            <td class="govuk-table__cell">{addedWords(added)}</td>
          </tr>
        ))}
      </Listed>
      <NextPage href={next} />
    </>
  )
}

/** What the landlord did, showed or took from other systems. */
export function RecordFacts({
  records,
  ...around
}: Around & { readonly records: readonly RecordBehind[] }): Raw {
  const moment = momentIn(around.zone)
  return (
    <Listed {...around} columns={['When', 'What happened', 'Particulars']} count={records.length}>
      {records.toReversed().map(({ at, type, data, isUnchecked }) => (
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">
            {moment(at)}
          </th>
          <td class="govuk-table__cell">{saysOf(around.vocabulary, type)}</td>
          <td class="govuk-table__cell">
            {particulars(data)}
            {isUnchecked && <span class="kept-below">{uncheckedWords}</span>}
          </td>
        </tr>
      ))}
    </Listed>
  )
}

function Listed({
  says,
  title,
  columns,
  count,
  children,
}: Around & { readonly columns: readonly string[]; readonly count: number; readonly children: Child }): Raw {
  return (
    <>
      <span class="govuk-caption-l">{says}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {count === 0 ? (
        <p class="govuk-body">There is nothing on this page.</p>
      ) : (
        <Scrolled label={title}>
          <table class="govuk-table">
            <caption class="govuk-table__caption govuk-visually-hidden">{title}</caption>
            <TableHead columns={columns} />
            <tbody class="govuk-table__body">{children}</tbody>
          </table>
        </Scrolled>
      )}
    </>
  )
}

function saysOf(vocabulary: Vocabulary, type: string): string {
  return vocabulary.events.get(type)?.definition.says ?? capitalised(type.replaceAll('-', ' '))
}

/** Codes, dates and numbers; who did it is not asked here. */
function particulars(data: CaseEvent['data']): string {
  return Object.entries(data)
    .flatMap(([name, value]) => {
      if (people.has(name) || (typeof value !== 'string' && typeof value !== 'number')) return []
      return [`${capitalised(inWords(name))}: ${typeof value === 'number' ? numberText(value) : value}`]
    })
    .join('; ')
}

const uncheckedWords = 'Brought in as it was: nobody here has checked it.'

const people: ReadonlySet<string> = new Set(['author', 'checker', 'observer', 'by'])

function inWords(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

/** “1 kept of 1 counted”, “1 done otherwise”, “2 to the first number”: the one that is divided by the second. */
function addedWords(added: readonly TallyPart[]): string {
  const sum = (what: string) =>
    added.reduce((all, [, , each, amount]) => (each === what ? all + amount : all), 0)
  const [kept, counted, above, below] = [sum('kept'), sum('counted'), sum('sum:0'), sum('sum:1')]
  const left = added.filter(([, , what]) => what.startsWith('void:'))
  return [
    counted > 0 && `${numberText(kept)} kept of ${numberText(counted)} counted`,
    sum('overridden') > 0 && `${numberText(sum('overridden'))} done otherwise, with a reason`,
    above !== 0 && `${numberText(above)} to the first number`,
    below !== 0 && `${numberText(below)} to the second number`,
    left.length > 0 &&
      `left out: ${left.map(([, , what]) => what.slice('void:'.length).replaceAll('-', ' ')).join(', ')}`,
  ]
    .filter((words) => words !== false)
    .join('; ')
}
