import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { FactShown } from './facts-of-event.ts'

/** Facts side by side, each with its name. */
export function Facts({ facts }: { readonly facts: readonly FactShown[] }): Raw {
  if (facts.length === 0) return <></>
  return (
    <dl class="kept-facts">
      {facts.map(({ label, value, caseId }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            {caseId === undefined ? (
              value
            ) : (
              <a class="govuk-link" href={local`/cases/${caseId}`}>
                {caseId}
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
