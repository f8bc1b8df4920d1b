import type { Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import type { Fault } from '#http/layout/fault.ts'
import type { Fields } from '#http/layout/fields.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { sentence } from '#http/layout/fault.ts'
import type { Since } from '#store/case-page/since.ts'
import type { Present } from '#store/presence/presence.ts'
import { PresentLine } from '../case/present-line.tsx'
import { ActFields, ActMoment, ActOverrides, ActWords, type Asked } from './act-form.tsx'
import type { ActPeople } from './act-people.ts'
import type { FormAct } from './form-act.ts'
import { Meanwhile } from './meanwhile.tsx'

interface ActPageProps {
  readonly caseId: string
  readonly caseTitle: string
  readonly action: Url
  readonly form: FormAct & { readonly act: string; readonly says: string }
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly people: ActPeople
  /** What promises ask for that is not given; each can be answered by a reason. */
  readonly asks: readonly Asked[]
  readonly version: number
  readonly since: Since | undefined
  readonly present: readonly Present[]
  readonly now: Instant
  readonly token: string
}

/** The form of one act in a case. */
export function ActPage(props: ActPageProps): Raw {
  const { caseId, caseTitle, action, form, typed, faults, people, since, version, token } = props
  return (
    <>
      <PresentLine present={props.present} now={props.now} />
      <span class="govuk-caption-l">{caseTitle}</span>
      <h1 class="govuk-heading-l">{form.act}</h1>
      <p class="govuk-body">{sentence(form.says.split(/[;.]/, 1)[0] ?? form.says)}</p>
      {since !== undefined && <Meanwhile events={since.events} names={since.names} />}
      <Form action={action} token={token}>
        <input type="hidden" name="version" value={String(version)} />
        <ActFields fields={form.fields} typed={typed} faults={faults} people={people} />
        <ActWords
          typed={typed}
          faults={faults}
          {...(form.asksFor !== undefined && { asksFor: form.asksFor })}
        />
        <ActMoment typed={typed} faults={faults} />
        <ActOverrides asks={props.asks} typed={typed} faults={faults} />
        <div class="bar">
          <Button>Save</Button>
          <a class="govuk-link" href={local`/cases/${caseId}`}>
            Back to the case without saving
          </a>
        </div>
      </Form>
    </>
  )
}

/** The promises of a refusal, each once, for which a reason may be given. */
export function askedOf({ asks = [] }: Pick<Refused, 'asks'>): readonly Asked[] {
  return [...new Map(asks.map(({ promise, says }) => [promise, { promise, says }])).values()]
}
