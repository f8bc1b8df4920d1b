import type { Pack } from '#core/promises/pack.ts'
import { longDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { EditionRow } from '#store/terms/read-terms.ts'
import type { TermsDraft } from '#store/terms/drafts.ts'
import { momentText } from '../times.ts'

/** Every edition that was activated and what waits; with the form to hand in the next for who may. */
export function Editions({
  editions,
  drafts,
  token,
}: {
  readonly editions: readonly EditionRow[]
  /** Nothing for who may only read. */
  readonly drafts: readonly TermsDraft[] | undefined
  readonly token: string
}): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Editions of the standards</h1>
      <p class="govuk-body">
        What begins on a day is counted by the edition in force on that day. An edition is never changed: the
        next one follows it.
      </p>
      <EditionsTable editions={editions} />
      {drafts !== undefined && drafts.length > 0 && <Drafts drafts={drafts} />}
      {drafts !== undefined && <HandIn token={token} />}
    </>
  )
}

function EditionsTable({ editions }: { readonly editions: readonly EditionRow[] }): Raw {
  return (
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--m">Activated</caption>
      <TableHead columns={['Edition', 'In force from', 'Activated']} />
      <tbody class="govuk-table__body">
        {editions.map((row) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={local`/administration/editions/${row.edition}/pack`}>
                {row.edition}
              </a>
            </th>
            <td class="govuk-table__cell">{longDay(row.in_force_from)}</td>
            <td class="govuk-table__cell">{momentText(row.activated_at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Drafts({ drafts }: { readonly drafts: readonly TermsDraft[] }): Raw {
  return (
    <>
      <h2 class="govuk-heading-m">Waiting to be activated</h2>
      <ul class="govuk-list">
        {drafts.map(({ draftId, pack, addedAt }) => (
          <li>
            <a class="govuk-link" href={local`/administration/drafts/${draftId}`}>
              {`${pack === null ? 'Bank holidays' : 'An edition'} handed in ${momentText(addedAt)}`}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Two ways to hand a pack in: as a file, or as text for who cannot choose one. */
function HandIn({ token }: { readonly token: string }): Raw {
  return (
    <>
      <h2 class="govuk-heading-m">Hand in the next edition</h2>
      <p class="govuk-body">It is checked first. Nothing changes until you activate it.</p>
      <Form action={local`/administration/drafts`} token={token} sendsFiles>
        <FileField name="pack" label="The pack, a YAML file" />
        <Button>Check it</Button>
      </Form>
      <h2 class="govuk-heading-m">Hand in bank holidays</h2>
      <p class="govuk-body">The file that GOV.UK publishes, in JSON.</p>
      <Form action={local`/administration/drafts`} token={token} sendsFiles>
        <FileField name="holidays" label="The bank holidays, a JSON file" />
        <Button look="second">Check them</Button>
      </Form>
    </>
  )
}

function FileField({ name, label }: { readonly name: string; readonly label: string }): Raw {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={name}>
        {label}
      </label>
      <input class="govuk-file-upload" type="file" id={name} name={name} />
    </div>
  )
}

/** What is in a pack, in a line. */
export function packLine({ title, edition, inForceFrom, promises }: Pack): string {
  return `${title}, edition ${edition}: ${promises.length} promises, in force from ${longDay(inForceFrom)}.`
}
