import type { Figure } from '#core/promises/figure.ts'
import { numberText } from '#core/promises/percent.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { TableHead } from '#http/layout/table-head.tsx'
import type { LateFact } from '#store/reports/late-facts.ts'
import type { PromiseChange } from '#store/reports/read-reports.ts'
import { momentText } from '../times.ts'

/** Promises whose figure is another than it was, with every number that differs. */
export function ChangesTable({
  caption,
  was,
  changes,
}: {
  readonly caption: string
  readonly was: string
  readonly changes: readonly PromiseChange[]
}): Raw {
  return (
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--s">{caption}</caption>
      <TableHead columns={['Promise', was, 'Now', 'What differs']} />
      <tbody class="govuk-table__body">
        {changes.map(({ promise, was: old, is, changes: numbers }) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={local`/promises/${promise}`}>
                {promise}
              </a>
            </th>
            <td class="govuk-table__cell">{keptOf(old)}</td>
            <td class="govuk-table__cell">{keptOf(is)}</td>
            <td class="govuk-table__cell">
              {numbers.map((number) => `${number.what} ${number.was} → ${number.is}`).join('; ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function keptOf({ kept, counted }: Figure): string {
  return counted === 0 ? 'nothing to count' : `${numberText(kept)} of ${numberText(counted)}`
}

/** What was told late, which may be the reason. */
export function LateFacts({ late }: { readonly late: readonly LateFact[] }): Raw {
  if (late.length === 0) return <></>
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">What was told since then of that time</span>
      </summary>
      <div class="govuk-details__text">
        <ul class="govuk-list govuk-list--bullet">
          {late.map(({ caseId, type, recordedAt }) => (
            <li>
              <a class="govuk-link" href={local`/cases/${caseId}`}>
                {caseId}
              </a>
              {`: ${type.replaceAll('-', ' ')}, told ${momentText(recordedAt)}`}
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
