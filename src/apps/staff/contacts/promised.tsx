import { capitalised } from '#core/capitalised.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { longDay } from '#core/time/day.ts'
import { type Instant, minute } from '#core/time/instant.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { CaseRead } from '#store/ledger/read-case.ts'
import type { ClockRow } from '#store/ledger/clock-row.ts'
import { momentText, timeText, todayOf } from '../times.ts'
import { codeInLine } from '../acts/field-words.ts'
import { isOfTheAnswer } from './the-answer.ts'

export interface PromisedProps {
  readonly read: CaseRead
  readonly promises: ReadonlyMap<string, PackPromise>
  readonly customer: string | undefined
  /** When we ring back, where that was agreed. */
  readonly ringAt: Instant | undefined
}

/** What was promised to this customer, to be read out while they are still on the line; and what comes next. */
export function Promised({ read, promises, customer, ringAt }: PromisedProps): Raw {
  const { case: shown, clocks } = read
  const running = clocks
    .filter(({ ended_at: ended }) => ended === null)
    .toSorted((a, b) => a.keeps_until - b.keeps_until)
  const late = running.filter(({ outcome }) => outcome === 'missed')
  const owed = running.filter(({ outcome }) => outcome !== 'missed')
  const kept = clocks.filter(({ outcome }) => outcome === 'met')
  return (
    <>
      <h1 class="govuk-heading-l">The contact is recorded</h1>
      <p>
        {customer === undefined ? 'Nobody’s name is known' : customer}: {codeInLine(shown.kind)}
        {', reference '}
        <strong>{shown.case_id}</strong>
        {`. ${timesOf(shown)}`}
      </p>
      <section aria-labelledby="promised-title">
        <h2 id="promised-title" class="govuk-heading-m">
          {owed.length === 0 && ringAt === undefined ? 'Nothing is owed by a date' : 'Tell the customer'}
        </h2>
        {ringAt !== undefined && (
          <p class="contact-say">{`“We ring you on ${longDay(todayOf(ringAt))} at ${timeText(ringAt)}.”`}</p>
        )}
        <Answer running={owed} promises={promises} />
        <Running running={owed} promises={promises} />
        {late.length > 0 && (
          <>
            <h3 class="govuk-heading-s">Late already</h3>
            <Running running={late} promises={promises} />
          </>
        )}
        {kept.length > 0 && <Kept kept={kept} promises={promises} />}
      </section>
      <Next caseId={shown.case_id} customerId={shown.customer_id} />
    </>
  )
}

/** The one date that most callers want to hear. */
function Answer({
  running,
  promises,
}: { readonly running: readonly ClockRow[] } & Pick<PromisedProps, 'promises'>): Raw {
  const answer = running.find(({ promise }) => isOfTheAnswer(promises.get(promise)))
  if (answer === undefined || answer.outcome === 'missed') return <></>
  return <p class="contact-say">{`“You will have our answer ${whenDue(answer)}.”`}</p>
}

function Running({
  running,
  promises,
}: {
  readonly running: readonly ClockRow[]
} & Pick<PromisedProps, 'promises'>): Raw {
  if (running.length === 0) return <p>No promise of ours is waiting for something in this case.</p>
  return (
    <dl class="govuk-summary-list">
      {running.map((clock) => (
        <Line term={<>{dueLabel(clock)}</>}>
          {promises.get(clock.promise)?.promise ?? clock.promise}{' '}
          <a
            class="govuk-link"
            href={local`/cases/${clock.case_id}/clocks/${clock.promise}/${String(clock.n)}`}
          >
            Why this date?<span class="govuk-visually-hidden">{` (${clock.promise})`}</span>
          </a>
        </Line>
      ))}
    </dl>
  )
}

function Kept({
  kept,
  promises,
}: { readonly kept: readonly ClockRow[] } & Pick<PromisedProps, 'promises'>): Raw {
  const says = [...new Set(kept.map(({ promise }) => promises.get(promise)?.promise ?? promise))]
  return (
    <>
      <h3 class="govuk-heading-s">Kept already</h3>
      <ul class="govuk-list govuk-list--bullet">
        {says.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
    </>
  )
}

function Next({ caseId, customerId }: { readonly caseId: string; readonly customerId: string | null }): Raw {
  const customer = customerId ?? ''
  return (
    <nav aria-label="What next">
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={local`/contacts/new`}>
            Record another contact
          </a>
        </li>
        {customerId !== null && (
          <li>
            <a class="govuk-link" href={local`/contacts/new?customer=${customerId}`}>
              Record another matter of this customer’s
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={local`/cases/${caseId}`}>
            Open the case
          </a>
        </li>
        <li>
          <a class="govuk-link" href={local`/cases/${caseId}/answer?as=acknowledgement`}>
            Answer by letter or e-mail
          </a>
        </li>
        <li>
          <a class="govuk-link" href={local`/appointments/new?case=${caseId}&customer=${customer}`}>
            Book an appointment
          </a>
        </li>
      </ul>
    </nav>
  )
}

function Line({ term, children }: { readonly term: Raw; readonly children: Child }): Raw {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{term}</dt>
      <dd class="govuk-summary-list__value">{children}</dd>
    </div>
  )
}

function whenDue({ due_on: on, due_at: at }: ClockRow): string {
  if (on !== null) return `by ${longDay(on)}`
  return at === null ? '' : `by ${timeText(at)} on ${longDay(todayOf(at))}`
}

function dueLabel(clock: ClockRow): string {
  const due = whenDue(clock)
  return clock.outcome === 'missed' ? `Was due ${due}` : capitalised(due)
}

/** When it reached us, and when it was written down where that was later. */
function timesOf({ first_at: first, opened_at: opened }: CaseRead['case']): string {
  if (first === null) return ''
  const isLater = opened - first > 10 * minute
  return `It reached us on ${momentText(first)}${isLater ? ` and was written down on ${momentText(opened)}` : ''}.`
}
