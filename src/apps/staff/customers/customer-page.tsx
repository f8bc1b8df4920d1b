import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Acting } from '#core/people/acting.ts'
import { codeWords } from '../acts/field-words.ts'
import { dayText } from '../times.ts'
import { DueList } from '../today/due-list.tsx'
import { wordsOfPromises } from '../today/words.ts'
import { casesAddress } from '../lists/address.ts'
import { CasesOf, PassedList } from './passed.tsx'
import { ContactDetails } from './details.tsx'
import { type CustomerRead, holds } from './customer-read.ts'
import { dateWords, PartRows } from './part-rows.tsx'

/** One customer: who they are, what to know, what was promised them, and what passed between us. */
export function CustomerPage({
  read,
  acting,
  token,
}: {
  readonly read: CustomerRead
  readonly acting: Acting
  readonly token: string
}): Raw {
  const { customer, file } = read
  if (customer.erasedAt !== null) return <Erased read={read} />
  const around = {
    now: file.asOf,
    says: wordsOfPromises(file.promises),
    names: new Map<string, string>(),
  }
  return (
    <>
      <span class="govuk-caption-l">Customer</span>
      <h1 class="govuk-heading-l">{nameOf(read)}</h1>
      <ToKnow read={read} />
      <Actions id={customer.id} acting={acting} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h2 class="govuk-heading-m">Promises running</h2>
          {file.due.length === 0 ? (
            <p class="govuk-body">None.</p>
          ) : (
            <DueList due={file.due} around={around} />
          )}
          <CasesOf file={file} all={casesAddress({ customer: customer.id, state: 'any', sort: 'latest' })} />
          <PassedList title="What came from them" rows={file.contacts} now={file.asOf} />
          <PassedList title="What was sent" rows={file.sent} now={file.asOf} />
        </div>
        <div class="govuk-grid-column-one-third">
          <ContactDetails customer={customer} />
          <PartRows name="tenancies" read={read} acting={acting} token={token} />
          <PartRows name="needs" read={read} acting={acting} token={token} />
          <PartRows name="alerts" read={read} acting={acting} token={token} />
          <PartRows name="representatives" read={read} acting={acting} token={token} />
          <SpeaksFor read={read} />
          {acting.may.has('customers.write') && (
            <p class="govuk-body">
              <a class="govuk-link" href={local`/surveys/wishes/${customer.id}`}>
                Whether they are asked in surveys
              </a>
            </p>
          )}
          {acting.may.has('access-log.read') && (
            <p class="govuk-body">
              <a class="govuk-link" href={local`/customers/${customer.id}/access`}>
                Who read about them
              </a>
            </p>
          )}
        </div>
      </div>
    </>
  )
}

function nameOf({ customer: { id, values } }: CustomerRead): string {
  return [values.title, values.name].filter(Boolean).join(' ') || id
}

/** What must be known before anybody rings or visits, before anything else on the page. */
function ToKnow({ read: { alerts, needs, today, file } }: { readonly read: CustomerRead }): Raw {
  const now = alerts.filter(({ values }) => holds(values.endedOn, today))
  const needed = needs.filter(({ values }) => holds(values.endedOn, today))
  return (
    <>
      {file.restrictions.map(({ caseId, reviewOn }) => (
        <div class="govuk-warning-text">
          <span class="govuk-warning-text__icon" aria-hidden="true">
            !
          </span>
          <strong class="govuk-warning-text__text">
            <span class="govuk-visually-hidden">Warning </span>
            {'How they may get in touch is restricted'}
            {reviewOn !== undefined && `, to be looked at again on ${dayText(reviewOn)}`}
            {': '}
            <a class="govuk-link" href={local`/cases/${caseId}`}>
              {`case ${caseId}`}
            </a>
          </strong>
        </div>
      ))}
      {now.map(({ values }) => (
        <div class="govuk-warning-text">
          <span class="govuk-warning-text__icon" aria-hidden="true">
            !
          </span>
          <strong class="govuk-warning-text__text">
            <span class="govuk-visually-hidden">Warning </span>
            {codeWords(values.alert)}
            {values.reviewOn < today && ` (was to be looked at again by ${dateWords(values.reviewOn)})`}
          </strong>
        </div>
      ))}
      {needed.length > 0 && (
        <p class="govuk-body">
          Needs:{' '}
          {needed.map(({ values }) => (
            <>
              <strong class="govuk-tag govuk-tag--purple">
                {values.language === null
                  ? codeWords(values.need)
                  : `${codeWords(values.need)}: ${values.language}`}
              </strong>{' '}
            </>
          ))}
        </p>
      )}
    </>
  )
}

function Actions({ id, acting: { may } }: { readonly id: string; readonly acting: Acting }): Raw {
  if (!may.has('cases.write')) return <></>
  return (
    <div class="govuk-button-group">
      <a class="govuk-button" role="button" href={local`/contacts/new?customer=${id}`}>
        Record a contact
      </a>
      {may.has('customers.write') && (
        <a class="govuk-button govuk-button--secondary" role="button" href={local`/customers/${id}/change`}>
          Change details
        </a>
      )}
      {may.has('cases.write') && (
        <a
          class="govuk-button govuk-button--secondary"
          role="button"
          href={local`/cases/new/incident-recorded?customer=${id}`}
        >
          Record an incident
        </a>
      )}
      <a
        class="govuk-button govuk-button--secondary"
        role="button"
        href={local`/appointments/new?customer=${id}`}
      >
        Book an appointment
      </a>
      <a
        class="govuk-button govuk-button--secondary"
        role="button"
        href={local`/contacts/new?customer=${id}&matter=own-file`}
      >
        They ask for their file
      </a>
    </div>
  )
}

function SpeaksFor({ read: { speaksFor, names, today } }: { readonly read: CustomerRead }): Raw {
  const now = speaksFor.filter(({ values }) => holds(values.validUntil, today))
  if (now.length === 0) return <></>
  return (
    <>
      <h2 class="govuk-heading-s">For whom they speak</h2>
      <ul class="govuk-list">
        {now.map(({ values }) => (
          <li>
            <a class="govuk-link" href={local`/customers/${values.customer}`}>
              {names.get(values.customer) ?? values.customer}
            </a>
            {`, ${codeWords(values.scope).toLowerCase()}`}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Their cases stay, as facts; who they were is gone. */
function Erased({ read: { customer, file } }: { readonly read: CustomerRead }): Raw {
  return (
    <>
      <span class="govuk-caption-l">Customer</span>
      <h1 class="govuk-heading-l">{customer.id}</h1>
      <p class="govuk-inset-text">
        Who this was has been erased. What happened in their cases is kept as facts.
      </p>
      <CasesOf file={file} all={casesAddress({ customer: customer.id, state: 'any', sort: 'latest' })} />
    </>
  )
}
