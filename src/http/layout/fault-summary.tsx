import { govuk } from '../govuk/index.ts'
import type { Raw } from '../html/raw.ts'
import { anchor } from '../html/url.ts'
import type { Fault } from './fault.ts'

/** At the head of the page: everything that is wrong, each a link to its field. */
export function FaultSummary({ faults }: { readonly faults: readonly Fault[] }): Raw {
  if (faults.length === 0) return <></>
  return govuk.errorSummary({
    titleText: 'There is a problem',
    errorList: faults.map(({ field, says }) => ({
      text: says,
      ...(field !== undefined && { href: anchor(field) }),
    })),
  })
}
