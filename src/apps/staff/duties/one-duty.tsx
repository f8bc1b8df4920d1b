import type { Clock } from '#core/promises/clock-run.ts'
import { figureText, targetText } from '#core/promises/shown-figure.ts'
import type { MeasuredPromise } from '#core/report.ts'
import type { Instant } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { Button, DateField, Form } from '#http/layout/form.tsx'
import { SummaryList } from '#http/layout/summary-list.tsx'
import { countedText } from '#http/page/counted-words.ts'
import type { EvidenceShown } from '#store/duties/evidence.ts'
import type { DutyShown } from '#store/duties/read-duties.ts'
import { dayText, momentText, staffZone } from '../times.ts'
import { HowItStands } from './duty-list.tsx'
import { OwnerForm, ownerWords, type WhoThereIs } from './owner-form.tsx'
import { dutyFile, PaperFields, Papers } from './paper.tsx'
import { dutyName, timesWords } from './said.ts'

export interface OneDutyProps {
  readonly duty: DutyShown
  readonly evidence: readonly EvidenceShown[]
  /** What was kept of it; nothing for who may not see figures. */
  readonly measured: MeasuredPromise | undefined
  readonly who: WhoThereIs
  readonly now: Instant
  readonly token: string
  readonly maySetOwner: boolean
  readonly typed: Fields
  readonly faults: readonly Fault[]
}

/** One duty: its promise’s words, how it stands, when it was done and what shows that, and who answers for it. */
export function OneDuty(props: OneDutyProps): Raw {
  const { duty, now, who, token, maySetOwner, typed, faults } = props
  const { promise, owner } = duty
  const mayRecord = duty.mayAnswer && duty.onCases === undefined
  return (
    <>
      <span class="govuk-caption-l">{`${promise.id} · ${promise.section}`}</span>
      <h1 class="govuk-heading-l">{dutyName(duty)}</h1>
      <HowItStands duty={duty} now={now} />
      <SummaryList rows={rowsOf(props)} />
      {mayRecord && (
        <section>
          <h2 class="govuk-heading-m">Record that it was done</h2>
          <Form action={local`/duties/${promise.id}/done`} token={token} sendsFiles>
            <DateField name="done" label="When was it done?" value={textIn(typed, 'done')} faults={faults} />
            <PaperFields typed={typed} faults={faults} />
            <Button>Record that it was done</Button>
          </Form>
        </section>
      )}
      {duty.onCases === undefined && <History {...props} />}
      {maySetOwner && (
        <section>
          <h2 class="govuk-heading-m">Who answers for it</h2>
          <p class="govuk-body">
            {duty.onCases === undefined
              ? 'They are told before it is due and when it is overdue, and may record that it was done.'
              : 'They may record what is done for it.'}
          </p>
          <OwnerForm
            action={local`/duties/${promise.id}/owner`}
            token={token}
            who={who}
            owner={owner}
            typed={typed}
            faults={faults}
          />
        </section>
      )}
    </>
  )
}

function rowsOf({
  duty,
  measured,
  who,
  evidence,
}: OneDutyProps): readonly (readonly [string, Child] | undefined)[] {
  const { promise, often, owner, onCases } = duty
  const times = timesWords(duty)
  const [last] = evidence
  const days = owner?.daysBefore
  return [
    ['How often', often],
    times === undefined ? undefined : ['In its present year', times],
    onCases === undefined
      ? ['Last done', last === undefined ? 'Not so far' : dayText(staffZone.dayOf(last.doneAt))]
      : undefined,
    [
      'Who answers',
      `${ownerWords(owner, who)}${days === undefined || onCases !== undefined ? '' : `, told ${days} days before`}`,
    ],
    promise.reading === undefined ? undefined : ['How the clause is read', promise.reading],
    measured === undefined ? undefined : ['What was kept so far', <Figure measured={measured} />],
  ]
}

function Figure({ measured: { promise, whole } }: { readonly measured: MeasuredPromise }): Raw {
  return (
    <>
      <strong>{figureText(promise, whole)}</strong>
      {whole.value !== null && `: ${countedText(promise, whole)}`}
      {promise.target !== undefined && `, target ${targetText(promise)}`}
      {'. '}
      <a class="govuk-link" href={local`/promises/${promise.id}`}>
        How it went month by month
      </a>
    </>
  )
}

function History({ duty, evidence, token }: OneDutyProps): Raw {
  const missed = duty.past.filter(({ outcome, stoppedAt }) => outcome === 'missed' && stoppedAt === undefined)
  return (
    <section>
      <h2 class="govuk-heading-m">When it was done</h2>
      {evidence.length === 0 && <p class="govuk-body">Nothing was recorded so far.</p>}
      <ul class="rows">
        {evidence.map((each) => (
          <li>
            <div>
              <h3 class="govuk-heading-s">{dayText(staffZone.dayOf(each.doneAt))}</h3>
              <Papers papers={each.papers} fileAt={dutyFile(duty.promise.id)} />
              <p class="govuk-hint govuk-!-font-size-16">
                {`${inTimeWords(duty, each)}Recorded ${momentText(each.recordedAt)}.`}
              </p>
            </div>
            {duty.mayAnswer && (
              <Form action={local`/duties/${duty.promise.id}/taken-back`} token={token}>
                <input type="hidden" name="evidence" value={each.name} />
                <Button
                  look="second"
                  about={`what was recorded for ${dayText(staffZone.dayOf(each.doneAt))}`}
                >
                  Take back
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {missed.length > 0 && (
        <p class="govuk-body">{`Not done at all when it was due: ${missed.slice(0, 12).map(dueWords).join(', ')}.`}</p>
      )}
    </section>
  )
}

function inTimeWords({ past }: DutyShown, { doneAt }: EvidenceShown): string {
  const clock = past.find(({ stoppedAt }) => stoppedAt === doneAt)
  if (clock === undefined) return ''
  return clock.outcome === 'met' ? 'In time. ' : `Late: it was due ${dueWords(clock)}. `
}

function dueWords({ due, keepsUntil }: Clock): string {
  return dayText('on' in due ? due.on : staffZone.dayOf(keepsUntil))
}
