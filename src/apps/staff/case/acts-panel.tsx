import type { PossibleAct } from '#core/acts/act-form.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import { pageOfAct } from '../acts/act-pages.ts'

interface ActsProps {
  readonly caseId: string
  readonly customerId: string | null
  readonly acts: readonly PossibleAct[]
  /** Whether whoever looks is of the landlord’s own staff, who record contacts, book visits and merge. */
  readonly isOurs: boolean
}

/** What can be done now: the usual next first, a few as buttons, the rest behind “More”. */
export function ActsPanel({ caseId, customerId, acts, isOurs }: ActsProps): Raw {
  const offered = acts.filter(({ type }) => !elsewhere.has(type))
  const first = offered.slice(0, mostButtons)
  const rest = [
    ...offered.slice(mostButtons).map(({ type, act }) => ({ href: pageOfAct(type, caseId), text: act })),
    ...(isOurs ? oursAlone(caseId, customerId, offered) : []),
  ]
  return (
    <section data-live="acts" aria-labelledby="acts-title">
      <h2 class="govuk-heading-m" id="acts-title">
        What happens next
      </h2>
      {first.length > 0 && (
        <p class="bar kept-acts">
          {first.map(({ type, act }, place) => (
            <a
              class={place === 0 ? 'govuk-button' : 'govuk-button govuk-button--secondary'}
              href={pageOfAct(type, caseId)}
            >
              {act}
            </a>
          ))}
        </p>
      )}
      {rest.length > 0 && (
        <details class="govuk-details kept-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">More</span>
          </summary>
          <ul class="kept-more">
            {rest.map(({ href, text }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function oursAlone(caseId: string, customerId: string | null, offered: readonly PossibleAct[]) {
  // Where booking is an act of the kind itself, it stands among the others already.
  const isOffered = offered.some(({ type }) => type === 'appointment-booked')
  const booking = {
    href: local`/appointments/new?case=${caseId}&customer=${customerId ?? ''}`,
    text: 'Book an appointment',
  }
  return [
    { href: contactIn(caseId, customerId), text: 'Record a contact in this case' },
    ...(isOffered ? [] : [booking]),
    { href: local`/cases/${caseId}/merge`, text: 'Merge into another case' },
  ]
}

function contactIn(caseId: string, customerId: string | null): Url {
  return customerId === null
    ? local`/contacts/new?case=${caseId}`
    : local`/contacts/new?case=${caseId}&customer=${customerId}`
}

const mostButtons = 5

/** These have their places on the page: beside who has the case, or beside the event they put right. */
const elsewhere: ReadonlySet<string> = new Set([
  'case-assigned',
  'referred',
  'merged-into',
  'event-corrected',
  'event-withdrawn',
])
