import type { Jargon } from '#core/letters/advice.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { Button, Field, Form } from '#http/layout/form.tsx'
import { TableHead } from '#http/layout/table-head.tsx'

interface JargonProps {
  readonly jargon: readonly Jargon[]
  readonly mayWrite: boolean
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly token: string
}

/** Words that customers need not know, and what to say instead. */
export function JargonView({ jargon, mayWrite, typed, faults, token }: JargonProps): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Words of the house</h1>
      <p class="govuk-body">
        Customers need not know these words. Whoever uses one in a letter is told what to say instead.
      </p>
      {mayWrite && (
        <Form action={local`/templates/jargon`} token={token}>
          <Field name="word" label="Word" value={textIn(typed, 'word')} faults={faults} autocomplete="off" />
          <Field
            name="say"
            label="What to say instead"
            value={textIn(typed, 'say')}
            faults={faults}
            autocomplete="off"
          />
          <Button>Put it on the list</Button>
        </Form>
      )}
      <JargonList jargon={jargon} mayWrite={mayWrite} token={token} />
    </>
  )
}

function JargonList({ jargon, mayWrite, token }: Pick<JargonProps, 'jargon' | 'mayWrite' | 'token'>): Raw {
  return (
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--m">The list</caption>
      <TableHead columns={['Word', 'Say instead', ...(mayWrite ? ['Take off'] : [])]} />
      <tbody class="govuk-table__body">
        {jargon.map(({ word, say }) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {word}
            </th>
            <td class="govuk-table__cell">{say}</td>
            {mayWrite && (
              <td class="govuk-table__cell">
                <Form action={local`/templates/jargon`} token={token}>
                  <Button name="remove" value={word} look="plain" about={`“${word}”`}>
                    Take off
                  </Button>
                </Form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
