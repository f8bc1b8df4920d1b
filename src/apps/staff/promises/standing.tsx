import type { StandingPromise } from '#core/promises/attention.ts'
import type { Raw } from '#http/html/raw.ts'
import { tagText } from '#http/page/standing-words.ts'

/** How a promise stands, in a word; its colour only says it again. */
export function Standing({ promise }: { readonly promise: StandingPromise }): Raw {
  return <strong class={`govuk-tag ${colours[promise.standing]}`}>{tagText(promise)}</strong>
}

const colours: Readonly<Record<StandingPromise['standing'], string>> = {
  missed: 'govuk-tag--red',
  overdue: 'govuk-tag--orange',
  signal: 'govuk-tag--yellow',
  kept: 'govuk-tag--green',
  'nothing to count': 'govuk-tag--grey',
}
