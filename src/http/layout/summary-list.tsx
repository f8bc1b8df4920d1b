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
