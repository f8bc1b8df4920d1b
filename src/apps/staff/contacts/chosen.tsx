import type { Instant } from '#core/time/instant.ts'
import { govuk } from '#http/govuk/index.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { CustomerAtHand, OpenCase } from '#store/contacts/customer-at-hand.ts'
import { ClockLine } from '../clocks/clock-line.tsx'
import { shortMoment } from '../times.ts'
import type { AroundContact } from './around.ts'
import { codeInLine, codeWords } from '../acts/field-words.ts'
import { alertText, needText } from './need-words.ts'
import type { Typed } from './typed.ts'
import type { PartProps } from './part-props.ts'

/** The customer chosen: what to mind, who may speak for them, and what is open. Always there, so that it can be fetched anew. */
export function Chosen({ typed, around }: PartProps): Raw {
  const { chosen } = around
  return (
    <div id="chosen">
      {chosen === undefined ? (
        <NoCase caseId={typed.case} />
      ) : (
        <div class="contact-chosen" data-said={saidOf(chosen)}>
          <h3 class="govuk-heading-s">
            <a class="govuk-link" href={local`/customers/${chosen.customerId}`}>
              {chosen.name}
            </a>
          </h3>
          <p>{chosen.home ?? chosen.address ?? 'No home of ours'}</p>
          <ToMind chosen={chosen} />
          <Speakers typed={typed} chosen={chosen} />
          <Cases typed={typed} around={around} cases={chosen.cases} />
        </div>
      )}
    </div>
  )
}

/** What our script says aloud as soon as somebody is chosen. */
function saidOf({ name, alerts, needs }: CustomerAtHand): string {
  return [name, ...alerts.map(alertText), ...needs.map(needText)].join('. ')
}

/** A case named in the address is joined, though nobody is chosen. */
function NoCase({ caseId }: { readonly caseId: string }): Raw {
  if (caseId === 'new') return <></>
  return (
    <>
      <input type="hidden" name="case" value={caseId} />
      <p>
        {'It joins case '}
        <a class="govuk-link" href={local`/cases/${caseId}`}>
          {caseId}
        </a>
        .
      </p>
    </>
  )
}

function ToMind({ chosen: { alerts, needs } }: { readonly chosen: CustomerAtHand }): Raw {
  return (
    <>
      {alerts.length > 0 &&
        govuk.warningText({ text: alerts.map(alertText).join('. '), iconFallbackText: 'Mind' })}
      {needs.length > 0 && (
        <p>
          <strong>Needs:</strong> {needs.map(needText).join('; ')}
        </p>
      )}
    </>
  )
}

/** Who may be told what: asked for where somebody else rings, and shown in any case. */
function Speakers({ typed, chosen }: { readonly typed: Typed; readonly chosen: CustomerAtHand }): Raw {
  const holding = chosen.speakers.filter(({ holds }) => holds)
  if (holding.length === 0)
    return typed.from === 'representative' ? (
      <p>
        <strong>Nobody may speak for them</strong> as far as we know: tell nothing about them.
      </p>
    ) : (
      <></>
    )
  const said = holding.map(({ name, kind, scope }) => `${name} (${codeWords(kind)}, ${codeWords(scope)})`)
  return (
    <p>
      <strong>May speak for them:</strong> {said.join('; ')}
    </p>
  )
}

interface CasesProps extends Pick<PartProps, 'typed' | 'around'> {
  readonly cases: readonly OpenCase[]
}

/** Joins a case that is open, or makes a new one. */
function Cases({ typed, around, cases }: CasesProps): Raw {
  const isListed = typed.case === 'new' || cases.some(({ caseId }) => caseId === typed.case)
  if (cases.length === 0 || !isListed) return <NoCase caseId={typed.case} />
  return govuk.radios({
    name: 'case',
    idPrefix: 'case',
    classes: 'govuk-radios--small',
    fieldset: {
      legend: { text: 'Is it about something that is open?', classes: 'govuk-fieldset__legend--s' },
    },
    items: [
      {
        value: 'new',
        text: 'No, it is new',
        checked: typed.case === 'new',
      },
      ...cases.map((each) => ({
        value: each.caseId,
        text: nameOf(each, around.now),
        hint: { html: <Running each={each} around={around} /> },
        checked: each.caseId === typed.case,
      })),
    ],
  })
}

/** What it is about, then what tells it from another of the same name. */
function nameOf({ subject, kind, openedAt, caseId }: OpenCase, now: Instant): string {
  const which = `${shortMoment(openedAt, now)}, ${caseId}`
  if (subject === undefined || subject === '') return `${codeWords(kind)} of ${which}`
  return `${subject} (${codeInLine(kind)} of ${which})`
}

function Running({ each, around }: { readonly each: OpenCase; readonly around: AroundContact }): Raw {
  if (each.clocks.length === 0) return <>Nothing is promised by a date.</>
  return (
    <>
      {each.clocks.slice(0, 2).map((clock) => (
        <ClockLine
          clock={clock}
          says={around.promises.get(clock.promise) ?? clock.promise}
          now={around.now}
        />
      ))}
    </>
  )
}
