import type { Instant } from '#core/time/instant.ts'
import type { Raw } from '#http/html/raw.ts'
import type { ActsPossible } from '#store/acts/possible-acts.ts'
import type { CaseworkRow } from '#store/casework/list-casework.ts'
import { pageOfAct } from '../acts/act-pages.ts'
import { OneCase } from '../casework/one-case.tsx'
import { decisionLate } from './complaint-facts.ts'
import { ComplaintSection, type ComplaintShown } from './complaint-section.tsx'

interface Props {
  readonly row: CaseworkRow
  readonly shown: ComplaintShown
  readonly possible: ActsPossible
  readonly now: Instant
}

/** One complaint: what is owed in it, what is known of it, and what can be done now. */
export function ComplaintPage({ row, shown, possible, now }: Props): Raw {
  const { caseId, facts, names } = shown
  const late = decisionLate(facts, now)
  return (
    <OneCase what="Complaint" row={row} names={names} possible={possible} now={now}>
      {late !== undefined && <p class="govuk-inset-text">{late}</p>}
      {facts.closed !== undefined && !facts.invited && (
        <p class="govuk-inset-text">
          It is closed, and nobody has been asked yet how satisfied they are.{' '}
          <a class="govuk-link" href={pageOfAct('satisfaction-invited', caseId)}>
            Ask them
          </a>
        </p>
      )}
      <ComplaintSection {...shown} />
    </OneCase>
  )
}
