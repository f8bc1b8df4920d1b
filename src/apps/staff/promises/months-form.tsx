import type { Child, Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import { type MonthsShown, monthCode, monthName } from './months.ts'

/** From which month to which is shown, and others to choose; further fields of the form stand between. */
export function MonthsForm({
  action,
  months,
  children,
}: {
  readonly action: Url
  readonly months: MonthsShown
  readonly children?: Child
}): Raw {
  return (
    <form method="get" class="kept-months" action={action}>
      <p class="govuk-body">{`Figures from ${monthName(months.first)} to ${monthName(months.last)}.`}</p>
      <MonthField name="from" label="First month" value={monthCode(months.first)} />
      <MonthField name="to" label="Last month" value={monthCode(months.last)} />
      {children}
      <button type="submit" class="govuk-button govuk-button--secondary">
        Show these months
      </button>
      <p class="govuk-hint" id="months-hint">
        Write a month as year and month, for example 2026-03.
      </p>
    </form>
  )
}

function MonthField({
  name,
  label,
  value,
}: {
  readonly name: string
  readonly label: string
  readonly value: string
}): Raw {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={name}>
        {label}
      </label>
      <input
        class="govuk-input govuk-input--width-10"
        id={name}
        name={name}
        type="text"
        value={value}
        aria-describedby="months-hint"
      />
    </div>
  )
}
