import type { Raw } from '#http/html/raw.ts'
import { TableHead } from '#http/layout/table-head.tsx'
import type { ReturnImportShown } from '#store/returns/read-returns.ts'
import { dayText, staffZone } from '../times.ts'
import { type Around, nameOf } from './around.ts'

/** Files that were brought in, and the rows of them that could not be taken. */
export function FilesBroughtIn({
  imports,
  around,
}: {
  readonly imports: readonly ReturnImportShown[]
  readonly around: Around
}): Raw {
  if (imports.length === 0) return <></>
  return (
    <>
      <h2 class="govuk-heading-m">Files brought in</h2>
      {imports.map(({ fileName, importedAt, importedBy, rowsTaken, rejected }) => (
        <section>
          <h3 class="govuk-heading-s">{`${fileName}, ${dayText(staffZone.dayOf(importedAt))}`}</h3>
          <p class="govuk-body">
            {`${rowsTaken} of ${rowsTaken + rejected.length} rows taken, brought in by ${nameOf(importedBy.replace(/^staff:/, ''), around)}.`}
          </p>
          {rejected.length > 0 && (
            <table class="govuk-table">
              <caption class="govuk-table__caption govuk-table__caption--s">Rows that were not taken</caption>
              <TableHead columns={['Line', 'What it says', 'Why not']} />
              <tbody class="govuk-table__body">
                {rejected.slice(0, 100).map(({ line, text, reason }) => (
                  <tr class="govuk-table__row">
                    <td class="govuk-table__cell">{String(line)}</td>
                    <td class="govuk-table__cell">{text}</td>
                    <td class="govuk-table__cell">{reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
    </>
  )
}
