import { titleOf } from '#core/reporting/freeze.ts'
import type { Acting } from '#core/people/acting.ts'
import type { Day } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import { TableHead } from '#http/layout/table-head.tsx'
import type { PageAsked } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { OpenReport } from '#store/reports/read-reports.ts'
import { periodOfRow } from '#store/reports/report-row.ts'
import { dayText, todayOf } from '../times.ts'
import { Late } from './late.tsx'
import { stateTags } from './report-words.ts'

/** What waits for whoever looks, and what waits for others; the first due first, and what is late says so. */
export function Waiting({
  asked,
  drafts,
}: {
  readonly asked: PageAsked<Visitor>
  readonly drafts: readonly OpenReport[]
}): Raw {
  const { acting } = asked.visitor
  const today = todayOf(asked.store.now())
  const over = drafts.filter(({ toOn }) => toOn < today)
  const mine = over.flatMap((row) => {
    const task = taskFor(acting, row)
    return task === undefined ? [] : [{ row, task }]
  })
  const others = over.filter((row) => taskFor(acting, row) === undefined)
  return (
    <>
      {mine.length === 0 ? (
        <p class="govuk-body">No report waits for you.</p>
      ) : (
        <Table caption="Waiting for you">
          {mine.map(({ row, task }) => (
            <Line row={row} says={task} today={today} />
          ))}
        </Table>
      )}
      {others.length > 0 && (
        <Table caption="Waiting for others">
          {others.map((row) => (
            <Line row={row} says={stateTags[row.state].text} today={today} />
          ))}
        </Table>
      )}
    </>
  )
}

/** What somebody is to do about a report; nothing where it waits for somebody else. */
function taskFor({ may }: Acting, { state, isOwn, version, sentAt }: OpenReport): string | undefined {
  if (state === 'to be checked') return may.has('publish') && !isOwn ? 'Check it' : undefined
  if (!may.has('reports.write')) return undefined
  if (sentAt !== null) return 'Write on it: it came back'
  return version > 1 ? 'Say why its figures are other ones now' : 'Write its words'
}

function Table({ caption, children }: { readonly caption: string; readonly children: Child }): Raw {
  return (
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--m">{caption}</caption>
      <TableHead columns={['Report', 'To be out by']} />
      <tbody class="govuk-table__body">{children}</tbody>
    </table>
  )
}

function Line({
  row,
  says,
  today,
}: {
  readonly row: OpenReport
  readonly says: string
  readonly today: Day
}): Raw {
  const { reportId, kind, version, dueOn } = row
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={local`/reports/${reportId}`}>
          {titleOf(kind, periodOfRow(row))}
        </a>
        <span class="kept-below">{says}</span>
        {version > 1 && <span class="kept-below">{`Version ${version}: puts figures right`}</span>}
      </th>
      <td class="govuk-table__cell">
        {version > 1 ? (
          'As soon as it can be'
        ) : (
          <>
            {dayText(dueOn)}
            <Late dueOn={dueOn} today={today} />
          </>
        )}
      </td>
    </tr>
  )
}
