import { Fragment } from '#http/html/jsx-runtime'
import type { Raw } from '#http/html/raw.ts'
import type { FieldRow } from './field-rows.ts'
import { Inline } from './inline.tsx'

/** A table of fields; nothing where there are none. */
export function FieldTable({
  caption,
  rows,
}: {
  readonly caption: string
  readonly rows: readonly FieldRow[]
}): Raw {
  if (rows.length === 0) return <Fragment />
  return (
    <div class="scrolls" tabindex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            <th scope="col">Needed</th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, type, required, says }) => (
            <tr>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{type}</td>
              <td>{required ? 'yes' : 'no'}</td>
              <td>
                <Inline text={says} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
