import { monthCode } from '#core/time/period.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import { Button, Field } from '#http/layout/form.tsx'
import { type MonthsShown, monthName } from './months.ts'

/** From which month to which is shown, and others to choose; further fields of the form stand before them. It changes nothing. */
export function MonthsForm({
  action,
  months,
  children = '',
}: {
  readonly action: Url
  readonly months: MonthsShown
  readonly children?: Child
}): Raw {
  return (
    <form method="get" class="kept-months" action={action} novalidate>
      <p class="govuk-body">{`Figures from ${monthName(months.first)} to ${monthName(months.last)}. Write a month as year and month, for example 2026-03.`}</p>
      {children}
      <Field name="from" label="First month" value={monthCode(months.first)} short={true} />
      <Field name="to" label="Last month" value={monthCode(months.last)} short={true} />
      <Button look="second">Show these months</Button>
    </form>
  )
}
