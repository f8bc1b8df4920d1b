import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { Button, type Choice, Field, Form, Select } from '#http/layout/form.tsx'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { TryShown } from '#store/tries/read-tries.ts'
import { momentText } from '../times.ts'
import { stateWords } from './state-words.ts'

export interface TriesShown {
  readonly tries: readonly TryShown[]
  /** Promises whose length can be changed, each with its words. */
  readonly promises: readonly Choice[]
  /** Drafts that wait to be activated, for those who may see them. */
  readonly drafts: readonly Choice[]
  readonly fields: Fields
  readonly faults: readonly Fault[]
  readonly token: string
  readonly mayTry: boolean
}

/** What was tried, and the two ways to try something else. */
export function Tries(shown: TriesShown): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">What if</h1>
      <p class="govuk-body-l">
        Try another length or another target on what really happened. You see what would have been kept, which
        cases would have come out otherwise, and what it would take. Nothing is changed by it.
      </p>
      {shown.mayTry && <Ways {...shown} />}
      {shown.tries.length > 0 && <TriesTable tries={shown.tries} />}
    </>
  )
}

/** One promise changed by hand, or a whole draft. */
function Ways(shown: TriesShown): Raw {
  return (
    <>
      <ChangeForm {...shown} />
      <details class="govuk-details" open={shown.faults.some(({ field }) => field === 'pack')}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Try a whole draft of the pack</span>
        </summary>
        <div class="govuk-details__text">
          <DraftForm {...shown} />
        </div>
      </details>
    </>
  )
}

function ChangeForm({ promises, fields, faults, token }: TriesShown): Raw {
  return (
    <Form action={local`/tries`} token={token}>
      <Select
        name="promise"
        label="What if this promise"
        choices={promises}
        chosen={textIn(fields, 'promise')}
        faults={faults}
      />
      <Field
        name="within"
        label="were kept within"
        hint="A length, such as 5 working days, 24 hours or 20 seconds. Leave it empty to change the target alone."
        value={textIn(fields, 'within')}
        faults={faults}
      />
      <Field
        name="target"
        label="with this target"
        hint="Such as at least 95%. Leave it empty to keep the target as it is."
        value={textIn(fields, 'target')}
        faults={faults}
      />
      <MonthFields fields={fields} faults={faults} />
      <Button>Try it</Button>
    </Form>
  )
}

function DraftForm({ drafts, fields, faults, token }: TriesShown): Raw {
  return (
    <Form action={local`/tries/drafts`} token={token} sendsFiles>
      {drafts.length > 0 && (
        <Select
          name="draft"
          label="A draft that waits to be activated"
          choices={[{ value: '', label: 'none of them' }, ...drafts]}
          chosen={textIn(fields, 'draft')}
          faults={faults}
        />
      )}
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="pack">
          {drafts.length > 0 ? 'Or a pack, a YAML file' : 'The pack, a YAML file'}
        </label>
        <input class="govuk-file-upload" type="file" id="pack" name="pack" />
      </div>
      <MonthFields fields={fields} faults={faults} of="draft-" />
      <Button look="second">Try this draft</Button>
    </Form>
  )
}

function MonthFields({
  fields,
  faults,
  of = '',
}: Pick<TriesShown, 'fields' | 'faults'> & { readonly of?: string }): Raw {
  const [from, to] = [`${of}from`, `${of}to`]
  return (
    <div class="kept-months">
      <Field
        name={from}
        label="First month"
        hint="Such as 2026-03; empty is from the beginning."
        value={textIn(fields, from)}
        faults={faults}
      />
      <Field
        name={to}
        label="Last month"
        hint="Empty is up to now."
        value={textIn(fields, to)}
        faults={faults}
      />
    </div>
  )
}

function TriesTable({ tries }: Pick<TriesShown, 'tries'>): Raw {
  return (
    <Scrolled label="Tried before">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">Tried before</caption>
        <TableHead columns={['What if', 'Begun', 'How it stands']} />
        <tbody class="govuk-table__body">
          {tries.map((each) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={local`/tries/${each.tryId}`}>
                  {each.says}
                </a>
              </th>
              <td class="govuk-table__cell">{momentText(each.madeAt)}</td>
              <td class="govuk-table__cell">{stateWords(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}
