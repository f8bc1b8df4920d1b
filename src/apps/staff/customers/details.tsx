import type { Raw } from '#http/html/raw.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { codeWords } from '../acts/field-words.ts'
import type { CustomerRead } from './customer-read.ts'
import { readLabel } from './master-form.tsx'
import { dateWords } from './part-rows.tsx'

/** How to reach a customer, and what else is known of them; what is not known is left out. */
export function ContactDetails({ customer }: Pick<CustomerRead, 'customer'>): Raw {
  const rows = Object.entries(customers.fields).flatMap(([name, field]) => {
    const value = customer.values[name as keyof typeof customer.values]
    if (name === 'name' || name === 'title' || value === null || value === false || value === 'person')
      return []
    return [{ label: readLabel(name), text: textOf(field.type, String(value)) }]
  })
  return (
    <>
      <h2 class="govuk-heading-m">Details</h2>
      <dl class="govuk-summary-list">
        {rows.map(({ label, text }) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{label}</dt>
            <dd class="govuk-summary-list__value">
              {text.split('\n').map((line, place) => (
                <>
                  {place > 0 && <br />}
                  {line}
                </>
              ))}
            </dd>
          </div>
        ))}
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">Reference</dt>
          <dd class="govuk-summary-list__value">{customer.id}</dd>
        </div>
      </dl>
    </>
  )
}

function textOf(type: string, value: string): string {
  if (type === 'date') return dateWords(value)
  if (type === 'yes or no') return 'Yes'
  return type === 'one of' ? codeWords(value) : value
}
