import type { Instant } from '#core/time/instant.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import { local } from '#http/html/local.ts'
import { type CustomerFile, mostOfPart, type Passed } from '#store/lists/customer-file.ts'
import { codeWords } from '../acts/field-words.ts'
import { shortMoment } from '../times.ts'
import { kindWords } from '../today/words.ts'

/** The cases of a customer, those that are open first. */
export function CasesOf({
  file: { cases, asOf },
  all,
}: {
  readonly file: Pick<CustomerFile, 'cases' | 'asOf'>
  readonly all: Url
}): Raw {
  return (
    <>
      <h2 class="govuk-heading-m">Cases</h2>
      {cases.length === 0 && <p class="govuk-body">None.</p>}
      <ul class="govuk-list">
        {cases.map(({ case_id: caseId, kind, is_open: isOpen, last_at: lastAt }) => (
          <li>
            <a class="govuk-link" href={local`/cases/${caseId}`}>
              {caseId}
            </a>
            {`, ${kindWords(kind)}, ${isOpen ? 'open' : 'closed'}`}
            {lastAt !== null && `, last touched ${shortMoment(lastAt, asOf)}`}
          </li>
        ))}
      </ul>
      {cases.length === mostOfPart && (
        <p class="govuk-body">
          <a class="govuk-link" href={all}>
            All their cases
          </a>
        </p>
      )}
    </>
  )
}

/** What passed between a customer and us, the latest first. */
export function PassedList({
  title,
  rows,
  now,
}: {
  readonly title: string
  readonly rows: readonly Passed[]
  readonly now: Instant
}): Raw {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      {rows.length === 0 && <p class="govuk-body">Nothing yet.</p>}
      <ul class="govuk-list">
        {rows.map(({ caseId, kind, type, at, channel }) => (
          <li>
            {codeWords(type)}
            {channel !== null && ` by ${codeWords(channel).toLowerCase()}`}
            {`, ${shortMoment(at, now)}, in ${kindWords(kind)} `}
            <a class="govuk-link" href={local`/cases/${caseId}`}>
              {caseId}
            </a>
          </li>
        ))}
      </ul>
      {rows.length === mostOfPart && (
        <p class="govuk-body">Only the latest are shown. The rest stands in the cases.</p>
      )}
    </>
  )
}
