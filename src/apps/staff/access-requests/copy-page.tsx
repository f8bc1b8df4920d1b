import { capitalised } from '#core/capitalised.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, Choices, Field, Form } from '#http/layout/form.tsx'
import type { AccessCopy, CopyItem } from '#store/access-requests/access-copy.ts'
import { passagesOf, redactedText } from '#store/access-requests/redacted.ts'
import { momentText } from '../times.ts'
import { boxesOf, covers } from './hidden-typed.ts'

export const itemsPerPage = 20

interface Props {
  readonly copy: AccessCopy
  readonly items: readonly CopyItem[]
  readonly from: number
  readonly faults: readonly Fault[]
  readonly token: string
}

/** The copy, a part at a time: each sentence can be hidden by itself. The original is not touched. */
export function CopyPage({ copy, items, from, faults, token }: Props): Raw {
  const { caseId } = copy
  const last = from + items.length
  return (
    <>
      <h1 class="govuk-heading-l">Hide what is about others</h1>
      <p class="govuk-body">
        {`${copy.items} things are held; ${copy.redactions === 1 ? '1 passage is' : `${copy.redactions} passages are`} hidden. This is ${from + 1} to ${last}.`}
      </p>
      <Form action={local`/access-requests/${caseId}/hide`} token={token}>
        <Field
          name="passage"
          label="Hide a name or passage wherever it stands"
          hint="Such as a neighbour’s name. It is hidden in the whole copy."
          faults={faults}
        />
        <Button look="second">Hide it everywhere</Button>
      </Form>
      <Form action={local`/access-requests/${caseId}/copy`} token={token}>
        <input type="hidden" name="from" value={String(from)} />
        {items.map((item) => (
          <Item item={item} />
        ))}
        <Button>Hide what is ticked</Button>
      </Form>
      <p class="govuk-body">
        {from > 0 && (
          <a
            class="govuk-link"
            href={local`/access-requests/${caseId}/copy?from=${String(Math.max(0, from - itemsPerPage))}`}
          >
            Page before
          </a>
        )}
        {from > 0 && last < copy.items && ' · '}
        {last < copy.items && (
          <a class="govuk-link" href={local`/access-requests/${caseId}/copy?from=${String(last)}`}>
            Next page
          </a>
        )}
      </p>
    </>
  )
}

function Item({ item }: { readonly item: CopyItem }): Raw {
  const passages = passagesOf(item.text)
  const title = `${capitalised(item.section)}: ${item.title}${item.at === null ? '' : `, ${momentText(item.at)}`}`
  const parts = item.hidden.filter((span) => !passages.some((passage) => covers(span, passage)))
  if (passages.length === 0) return <p class="govuk-body">{`${title}. Nothing more is held of it.`}</p>
  return (
    <>
      <Choices
        name={boxesOf(item)}
        legend={title}
        kind="several"
        choices={passages.map(({ starts, text }) => ({ value: String(starts), label: text }))}
        chosen={passages
          .filter((passage) => item.hidden.some((span) => covers(span, passage)))
          .map(({ starts }) => String(starts))}
      />
      {parts.length > 0 && (
        <p class="govuk-inset-text">{`With what is hidden: ${redactedText(item.text, item.hidden)}`}</p>
      )}
    </>
  )
}
