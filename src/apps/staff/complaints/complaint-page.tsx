import type { Instant } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { ActsPossible } from '#store/acts/possible-acts.ts'
import type { CaseworkRow } from '#store/casework/list-casework.ts'
import { pageOfAct } from '../acts/act-pages.ts'
import { ClockLine } from '../clocks/clock-line.tsx'
import { ComplaintSection, type ComplaintShown } from './complaint-section.tsx'

interface Props {
  readonly row: CaseworkRow
  readonly shown: ComplaintShown
  readonly possible: ActsPossible
  readonly now: Instant
}

/** One complaint: what is owed in it, what can be done now, and its file. */
export function ComplaintPage({ row, shown, possible, now }: Props): Raw {
  const { caseId, facts, names } = shown
  const acts = possible.acts.filter(({ type }) => !hidden.has(type))
  return (
    <>
      <h1 class="govuk-heading-l">{`Complaint ${caseId}`}</h1>
      <p class="govuk-body">
        <a class="govuk-link" href={local`/cases/${caseId}`}>
          Everything that happened in it
        </a>
      </p>
      {facts.closed !== undefined && !facts.invited && (
        <p class="govuk-inset-text">
          It is closed, and nobody has been asked yet how satisfied they are.{' '}
          <a class="govuk-link" href={pageOfAct('satisfaction-invited', caseId)}>
            Ask them
          </a>
        </p>
      )}
      {row.clocks.map((clock) => (
        <ClockLine clock={clock} says={names.promises.get(clock.promise) ?? clock.promise} now={now} />
      ))}
      <ComplaintSection {...shown} />
      {acts.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">What can be done now</h2>
          <div class="govuk-button-group">
            {acts.map(({ type, act }) => (
              <a class="govuk-button govuk-button--secondary" href={pageOfAct(type, caseId)}>
                {act}
              </a>
            ))}
          </div>
        </section>
      )}
    </>
  )
}

/** Done on the page of the case: they belong to any case. */
const hidden: ReadonlySet<string> = new Set([
  'case-assigned',
  'merged-into',
  'event-corrected',
  'event-withdrawn',
])
