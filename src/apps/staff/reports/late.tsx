import type { Day } from '#core/time/day.ts'
import { govuk } from '#http/govuk/index.ts'
import type { Raw } from '#http/html/raw.ts'

/** How late something is that was due on a day; nothing while it is not. */
export function Late({ dueOn, today }: { readonly dueOn: Day; readonly today: Day }): Raw {
  const days = today - dueOn
  if (days <= 0) return <></>
  const text = days === 1 ? '1 day late' : `${days} days late`
  return <> {govuk.tag({ text, classes: 'govuk-tag--red' })}</>
}
