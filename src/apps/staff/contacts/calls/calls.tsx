import type { Instant } from '#core/time/instant.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { Button, Form } from '#http/layout/form.tsx'
import type { Calls, CallShown, VoicemailShown } from '#store/contacts/waiting-calls.ts'
import { ClockLine } from '../../clocks/clock-line.tsx'
import { shortMoment } from '../../times.ts'
import { waitWords } from './wait-words.ts'

interface CallsProps {
  readonly calls: Calls
  readonly names: ReadonlyMap<string, string>
  readonly promises: ReadonlyMap<string, string>
  readonly now: Instant
  readonly token: string
}

/** Calls that wait, calls to write down, voicemails to return: each with what was promised. */
export function CallsPage(props: CallsProps): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Calls</h1>
      <div id="calls" data-live="calls">
        <Waiting {...props} />
        <ToRecord {...props} />
        <Voicemails {...props} />
      </div>
    </>
  )
}

function Waiting({ calls: { waiting }, names, promises, now, token }: CallsProps): Raw {
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title" class="govuk-heading-m">
        {waiting.length === 0 ? 'Nobody is waiting' : `Waiting (${waiting.length})`}
      </h2>
      <ul class="govuk-list">
        {waiting.map((call) => (
          <li class="contact-call">
            <p>
              <strong>{names.get(call.customerId ?? '') ?? 'Caller not known'}</strong>
              {`, line ${call.queue ?? 'not known'}, has waited ${waitWords(now - (call.offeredAt ?? now))}`}
            </p>
            <Clocks clocks={call.clocks} promises={promises} now={now} />
            <Form action={local`/calls/${call.callId}`} token={token}>
              <div class="govuk-button-group">
                <Button name="do" value="answer" about={aboutCall(call)}>
                  Answer
                </Button>
                <Button look="second" name="do" value="voicemail" about={aboutCall(call)}>
                  Went to voicemail
                </Button>
                <Button look="second" name="do" value="abandoned" about={aboutCall(call)}>
                  Rang off
                </Button>
              </div>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ToRecord({ calls: { toRecord }, names, now }: CallsProps): Raw {
  if (toRecord.length === 0) return <></>
  return (
    <section aria-labelledby="record-title">
      <h2 id="record-title" class="govuk-heading-m">
        {`Answered by you, not written down (${toRecord.length})`}
      </h2>
      <ul class="govuk-list">
        {toRecord.map((call) => (
          <li class="contact-call">
            <p>
              <strong>{names.get(call.customerId ?? '') ?? 'Caller not known'}</strong>
              {call.answeredAt !== null && `, answered ${shortMoment(call.answeredAt, now)}`}
              {call.answeredAt !== null &&
                call.offeredAt !== null &&
                ` after ${waitWords(call.answeredAt - call.offeredAt)}`}
            </p>
            <p>
              <a
                class="govuk-link"
                href={local`/contacts/new?call=${call.callId}&customer=${call.customerId ?? ''}`}
              >
                Record what it was about
                <span class="govuk-visually-hidden">{` ${aboutCall(call)}`}</span>
              </a>
              {' · '}
              <a class="govuk-link" href={local`/cases/${call.callId}/acts/call-transferred`}>
                Put the caller through
                <span class="govuk-visually-hidden">{` ${aboutCall(call)}`}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Voicemails({ calls: { voicemails }, names, promises, now }: CallsProps): Raw {
  return (
    <section aria-labelledby="voicemails-title">
      <h2 id="voicemails-title" class="govuk-heading-m">
        {voicemails.length === 0 ? 'No voicemail to return' : `Voicemails to return (${voicemails.length})`}
      </h2>
      <ul class="govuk-list">
        {voicemails.map((voicemail) => (
          <li class="contact-call">
            <p>
              <a class="govuk-link" href={local`/cases/${voicemail.caseId}`}>
                {names.get(voicemail.customerId ?? '') ?? 'Caller not known'}
                <span class="govuk-visually-hidden">{` ${aboutVoicemail(voicemail)}`}</span>
              </a>
              {`, left ${shortMoment(voicemail.receivedAt, now)}`}
            </p>
            <Clocks
              clocks={voicemail.clocks.filter((clock) => clock.ended_at === null)}
              promises={promises}
              now={now}
            />
          </li>
        ))}
      </ul>
      <p>
        <a class="govuk-link" href={local`/contacts/new?channel=voicemail`}>
          Record a voicemail that you heard
        </a>
      </p>
    </section>
  )
}

function Clocks({
  clocks,
  promises,
  now,
}: Pick<CallsProps, 'promises' | 'now'> & { readonly clocks: CallShown['clocks'] }): Raw {
  return (
    <>
      {clocks.map((clock) => (
        <ClockLine clock={clock} says={promises.get(clock.promise) ?? clock.promise} now={now} />
      ))}
    </>
  )
}

function aboutCall({ callId }: CallShown): string {
  return `(call ${callId})`
}

function aboutVoicemail({ caseId }: VoicemailShown): string {
  return `(voicemail ${caseId})`
}
