import { parseDay } from '#core/time/day.ts'
import type { Acting } from '#core/people/acting.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { codeWords } from '../acts/field-words.ts'
import { dayText } from '../times.ts'
import { type CustomerRead, holds } from './customer-read.ts'
import { customerParts } from './parts.ts'

type PartName = 'needs' | 'alerts' | 'representatives' | 'tenancies'

/** One part of what is kept of a customer: what holds now, each with a button that ends it, and a link to add one. */
export function PartRows({
  name,
  read,
  acting,
  token,
}: {
  readonly name: PartName
  readonly read: CustomerRead
  readonly acting: Acting
  readonly token: string
}): Raw {
  const part = customerParts.get(name)
  if (part === undefined) throw new Error(`there is no part ${name}`)
  const rows = rowsOf(read, name).filter(({ until }) => holds(until, read.today))
  const mayChange = acting.may.has(part.definition.write)
  if (rows.length === 0 && !mayChange) return <></>
  const id = read.customer.id
  return (
    <>
      <h2 class="govuk-heading-s">{part.heading}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {rows.map((row) => (
          <li>
            {row.shown}
            {mayChange && (
              <Form action={local`/customers/${id}/end/${name}/${row.id}`} token={token}>
                <input type="hidden" name="version" value={String(row.version)} />
                <Button look="plain" about={row.plain}>
                  {part.end}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <p class="govuk-body">
          <a class="govuk-link" href={local`/customers/${id}/add/${name}`}>
            {part.add}
          </a>
        </p>
      )}
    </>
  )
}

/** A date of a master as people read it. */
export function dateWords(text: string): string {
  const day = parseDay(text)
  return day === undefined ? text : dayText(day)
}

interface PartRow {
  readonly id: string
  readonly version: number
  readonly until: string | null
  readonly shown: Raw
  /** In a few words, for those who hear the page. */
  readonly plain: string
}

function rowsOf(read: CustomerRead, name: PartName): readonly PartRow[] {
  return rowsOfPart[name](read)
}

const rowsOfPart: Readonly<Record<PartName, (read: CustomerRead) => readonly PartRow[]>> = {
  needs: ({ needs }) =>
    needs.map(({ id, version, values: { need, language, endedOn } }) => {
      const plain = language === null ? codeWords(need) : `${codeWords(need)}: ${language}`
      return { id, version, until: endedOn, plain, shown: <>{plain}</> }
    }),
  alerts: ({ alerts }) =>
    alerts.map(({ id, version, values: { alert, reviewOn, endedOn } }) => {
      const plain = codeWords(alert)
      const shown = <>{`${plain}, to be looked at again by ${dateWords(reviewOn)}`}</>
      return { id, version, until: endedOn, plain, shown }
    }),
  representatives: ({ representatives, names }) =>
    representatives.map(({ id, version, values }) => {
      const { representative, kind, scope, validUntil } = values
      const plain = names.get(representative) ?? representative
      const until = validUntil === null ? '' : ` until ${dateWords(validUntil)}`
      const shown = (
        <>
          <a class="govuk-link" href={local`/customers/${representative}`}>
            {plain}
          </a>
          {`, ${codeWords(kind).toLowerCase()}, for ${codeWords(scope).toLowerCase()}${until}`}
        </>
      )
      return { id, version, until: validUntil, plain, shown }
    }),
  tenancies: ({ tenancies, homes, names, customer }) =>
    tenancies.map(({ id, version, values: { home, kind, customers, startedOn, endedOn } }) => {
      const plain = home === null ? 'No home yet' : (homes.get(home) ?? home)
      const others = customers.filter((each) => each !== customer.id)
      const since = startedOn === null ? '' : ` since ${dateWords(startedOn)}`
      const shown = (
        <>
          {home === null ? (
            plain
          ) : (
            <a class="govuk-link" href={local`/homes/${home}`}>
              {plain}
            </a>
          )}
          {`, ${codeWords(kind).toLowerCase()}${since}`}
          {others.length > 0 && `, with ${others.map((each) => names.get(each) ?? each).join(', ')}`}
        </>
      )
      return { id, version, until: endedOn, plain, shown }
    }),
}
