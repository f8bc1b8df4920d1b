import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { CasePage } from '#store/case-page/read-case-page.ts'
import { codeWords } from '../acts/field-words.ts'
import { whoWords } from './who-had-it.ts'

/** What a case is called on pages: its kind and its reference. */
export function caseTitle({ kind, case_id: caseId }: CasePage['case']): string {
  return `${codeWords(kind)} ${caseId}`
}

/** Whom and what the case is about, how it stands and who has it; what must be known of the customer comes at once. */
export function CaseHead({ page }: { readonly page: CasePage }): Raw {
  const { case: row, customer, home, names, mergedHere } = page
  return (
    <div data-live="head">
      <h1 class="govuk-heading-l">{caseTitle(row)}</h1>
      <dl class="kept-facts kept-head">
        <div>
          <dt>Status</dt>
          <dd>
            <Status row={row} />
          </dd>
        </div>
        {customer !== undefined && (
          <div>
            <dt>Customer</dt>
            <dd>
              <a class="govuk-link" href={local`/customers/${customer.customerId}`}>
                {customer.name ?? 'Erased'}
              </a>
            </dd>
          </div>
        )}
        {home !== undefined && (
          <div>
            <dt>Home</dt>
            <dd>{home.address}</dd>
          </div>
        )}
        <div>
          <dt>Who has it</dt>
          <dd>
            {whoWords({ team: row.team_id, holder: row.holder_id, contractor: row.contractor_id }, names)}
          </dd>
        </div>
        {mergedHere.length > 0 && (
          <div>
            <dt>Merged into it</dt>
            <dd>
              {mergedHere.map((caseId, place) => (
                <>
                  {place > 0 && ', '}
                  <a class="govuk-link" href={local`/cases/${caseId}`}>
                    {caseId}
                  </a>
                </>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <ToKnow customer={customer} />
    </div>
  )
}

function Status({ row }: { readonly row: CasePage['case'] }): Raw {
  if (row.merged_into !== null)
    return (
      <>
        <strong class="govuk-tag govuk-tag--grey">Merged</strong>{' '}
        <a class="govuk-link" href={local`/cases/${row.merged_into}`}>
          {`It goes on in ${row.merged_into}`}
        </a>
      </>
    )
  if (row.is_open) return <strong class="govuk-tag govuk-tag--blue">Open</strong>
  return <strong class="govuk-tag govuk-tag--grey">Closed</strong>
}

/** Alerts and communication needs, before anything is done. */
function ToKnow({ customer }: { readonly customer: CasePage['customer'] }): Raw {
  const alerts = customer?.alerts ?? []
  const needs = customer?.needs ?? []
  if (alerts.length + needs.length === 0) return <></>
  return (
    <section class="kept-to-know" aria-label="Know this first">
      {alerts.length > 0 && (
        <p>
          <strong>Alert:</strong> {alerts.map(codeWords).join(', ')}
        </p>
      )}
      {needs.length > 0 && (
        <p>
          <strong>Needs:</strong>{' '}
          {needs
            .map(({ need, language }) =>
              language === null ? codeWords(need) : `${codeWords(need)} (${languageName(language)})`,
            )
            .join(', ')}
        </p>
      )}
    </section>
  )
}

function languageName(code: string): string {
  try {
    return languages.of(code) ?? code
  } catch {
    return code
  }
}

const languages = new Intl.DisplayNames('en-GB', { type: 'language' })
