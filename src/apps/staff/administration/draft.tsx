import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Button, Field, Form } from '#http/layout/form.tsx'
import type { Fault } from '#http/layout/fault.ts'
import { TableHead } from '#http/layout/table-head.tsx'
import type { Move, Preview, Standing } from '#store/terms/bring-to-terms.ts'

/** The most clocks that one page lists; the count above it is of all. */
const mostShown = 200

/** A draft: what it is, what it would move, and the two things that can be done with it. */
export function Draft({
  draftId,
  says,
  preview,
  why,
  faults,
  token,
}: {
  readonly draftId: string
  readonly says: string
  /** What it would move, once that was asked for. */
  readonly preview: Preview | undefined
  readonly why: string
  readonly faults: readonly Fault[]
  readonly token: string
}): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Before you activate it</h1>
      <p class="govuk-body">{says}</p>
      <p class="govuk-body">It was checked and has no faults.</p>
      {preview === undefined ? (
        <p class="govuk-body">
          <a class="govuk-link" href={local`/administration/drafts/${draftId}?preview=yes`}>
            See which clocks it would move
          </a>{' '}
          (with many cases this takes a minute)
        </p>
      ) : (
        <Moves preview={preview} />
      )}
      <h2 class="govuk-heading-m">Activate it</h2>
      <p class="govuk-body">
        From then on, what is recorded is counted by it. Open cases follow in the background.
      </p>
      <Form action={local`/administration/drafts/${draftId}/activate`} token={token}>
        <Field
          name="why"
          label="Why, in a sentence"
          hint="It is kept with the change."
          value={why}
          faults={faults}
        />
        <Button>Activate</Button>
      </Form>
      <Form action={local`/administration/drafts/${draftId}/drop`} token={token}>
        <Button look="second">Throw the draft away</Button>
      </Form>
    </>
  )
}

function Moves({ preview: { cases, moved, moves, more } }: { readonly preview: Preview }): Raw {
  const tried = `${cases} ${cases === 1 ? 'case was' : 'cases were'} tried${more ? ', and there are more' : ''}.`
  if (moved === 0) return <p class="govuk-body">{`${tried} No clock would move.`}</p>
  return (
    <>
      <p class="govuk-body">
        {`${tried} ${moved} ${moved === 1 ? 'clock' : 'clocks'} would move${moved > mostShown ? `; the first ${mostShown} are shown` : ''}.`}
      </p>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">What would move</caption>
        <TableHead columns={['Case', 'Promise', 'Now', 'With this']} />
        <tbody class="govuk-table__body">{moves.slice(0, mostShown).map(moveRow)}</tbody>
      </table>
    </>
  )
}

function moveRow({ caseId, promise, before, after }: Move): Raw {
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={local`/cases/${caseId}`}>
          {caseId}
        </a>
      </th>
      <td class="govuk-table__cell">{promise}</td>
      <td class="govuk-table__cell">{standingText(before)}</td>
      <td class="govuk-table__cell">{standingText(after)}</td>
    </tr>
  )
}

function standingText(standing: Standing | undefined): string {
  if (standing === undefined) return 'no clock'
  const { outcome, dueOn, dueAt } = standing
  return `${outcome}, due ${dueOn ?? dueAt?.slice(0, 16).replace('T', ' at ') ?? 'at no time'}`
}
