import type { Raw } from '../html/raw.ts'

/** The head of a table: a heading for each column, in order. */
export function TableHead({ columns }: { readonly columns: readonly (string | TableColumn)[] }): Raw {
  return (
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {columns
          .map((column) => (typeof column === 'string' ? { text: column } : column))
          .map(({ text, isNumber = false }) => (
            <th scope="col" class={`govuk-table__header${isNumber ? ' govuk-table__header--numeric' : ''}`}>
              {text}
            </th>
          ))}
      </tr>
    </thead>
  )
}

interface TableColumn {
  readonly text: string
  readonly isNumber?: boolean
}
