import { govuk } from '../govuk/index.ts'
import { type Child, markupOfAll, type Raw, raw } from '../html/raw.ts'

/** Facts of one thing, each with its name; what is `undefined` is left out. */
export function SummaryList({
  rows,
}: {
  readonly rows: readonly (readonly [name: string, value: Child] | undefined)[]
}): Raw {
  return govuk.summaryList({
    rows: rows
      .filter((row) => row !== undefined)
      .map(([name, value]) => ({ key: { text: name }, value: { html: raw(markupOfAll(value)) } })),
  })
}

/** One fact of such a list, where its markup is written by hand. */
export function SummaryLine({ name, children }: { readonly name: string; readonly children: Child }): Raw {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{name}</dt>
      <dd class="govuk-summary-list__value">{children}</dd>
    </div>
  )
}
