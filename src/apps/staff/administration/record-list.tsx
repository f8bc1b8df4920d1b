import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import { TableHead } from '#http/layout/table-head.tsx'
import type { MasterRow, MasterValue } from '#store/masters/definition.ts'
import { codeWords } from '../acts/field-words.ts'
import { readLabel } from '../customers/master-form.tsx'
import type { Choices } from './record-form.tsx'
import type { RecordKind } from './record-kinds.ts'
import { NextPage } from '../next-page.tsx'

/** One kind of record, a page at a time. */
export function RecordList({
  kind,
  rows,
  choices,
  mayChange,
  next,
}: TableProps & {
  /** The last id of this page, where there is another. */
  readonly next: string | undefined
}): Raw {
  const { definition, title, says, addTitle, addedElsewhere } = kind
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{`${says}.`}</p>
      {mayChange && (
        <p class="govuk-body">
          {addedElsewhere ? (
            <a class="govuk-link" href={local`/people/add`}>
              Add a person
            </a>
          ) : (
            <a class="govuk-link" href={local`/administration/${definition.kind}/new`}>
              {addTitle}
            </a>
          )}
        </p>
      )}
      {rows.length === 0 ? (
        <p class="govuk-body">There are none yet.</p>
      ) : (
        <RecordTable kind={kind} rows={rows} choices={choices} mayChange={mayChange} />
      )}
      <NextPage
        href={next === undefined ? undefined : local`/administration/${definition.kind}?after=${next}`}
      />
    </>
  )
}

interface TableProps {
  readonly kind: RecordKind
  readonly rows: readonly MasterRow[]
  readonly choices: Choices
  readonly mayChange: boolean
}

function RecordTable({ kind: { definition, title, shows }, rows, choices, mayChange }: TableProps): Raw {
  return (
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-visually-hidden">{title}</caption>
      <TableHead columns={['Name', ...shows.map(readLabel)]} />
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <RecordRow
            row={row}
            shows={shows}
            choices={choices}
            href={mayChange ? local`/administration/${definition.kind}/${row.id}` : undefined}
          />
        ))}
      </tbody>
    </table>
  )
}

function RecordRow({
  row,
  shows,
  choices,
  href,
}: {
  readonly row: MasterRow
  readonly shows: readonly string[]
  readonly choices: Choices
  /** Where it is changed, for who may. */
  readonly href: Url | undefined
}): Raw {
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {href === undefined ? (
          nameOf(row)
        ) : (
          <a class="govuk-link" href={href}>
            {nameOf(row)}
          </a>
        )}
        {hasEnded(row) && ' (ended)'}
      </th>
      {shows.map((name) => (
        <td class="govuk-table__cell">{shownValue(row.values[name] ?? null, choices[name])}</td>
      ))}
    </tr>
  )
}

/** What a record is called: its name, or the first line of its address. */
export function nameOf({ id, values }: MasterRow): string {
  const name = values['name'] ?? values['address']
  return typeof name === 'string' && name !== '' ? name.replaceAll('\n', ', ') : id
}

function hasEnded({ values }: MasterRow): boolean {
  return typeof values['endedOn'] === 'string' || values['active'] === false
}

function shownValue(value: MasterValue, choices: Choices[string] | undefined): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  const chosen = choices?.find((each) => each.value === value)
  if (chosen !== undefined) return chosen.label
  return typeof value === 'string' && /^[a-z]+(-[a-z]+)*$/.test(value) ? codeWords(value) : String(value)
}
