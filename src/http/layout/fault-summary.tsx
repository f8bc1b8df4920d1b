import type { Raw } from '../html/raw.ts'
import { anchor } from '../html/url.ts'
import type { Fault } from './fault.ts'

/** At the head of the page: everything that is wrong, each a link to its field. */
export function FaultSummary({ faults }: { readonly faults: readonly Fault[] }): Raw {
  if (faults.length === 0) return <></>
  return (
    <div class="fault-summary" role="alert" tabindex={-1} aria-labelledby="fault-summary-title">
      <h2 id="fault-summary-title">There is a problem</h2>
      <ul>
        {faults.map(({ field, says }) => (
          <li>{field === undefined ? says : <a href={anchor(field)}>{says}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
