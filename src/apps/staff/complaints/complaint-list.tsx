import type { Instant } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { CaseworkRow } from '#store/casework/list-casework.ts'
import { CaseworkList } from '../casework/casework-list.tsx'
import { codeWords } from '../casework/code-words.ts'
import { dateWords } from '../casework/date-words.ts'
import { aboutCase, type CaseworkLine, type CaseworkNames, nextClock, whoHas } from '../casework/lines.ts'
import { standingOf } from '../clocks/clock-line.tsx'
import { type ComplaintFacts, complaintFacts, speaksForAnother } from './complaint-facts.ts'

interface Props {
  readonly rows: readonly CaseworkRow[]
  readonly names: CaseworkNames
  readonly now: Instant
  readonly which: 'open' | 'closed'
  /** Where the next page begins, where there is one. */
  readonly next: number | undefined
}

/** Complaints by stage, the most overdue first. */
export function ComplaintList({ rows, names, now, which, next }: Props): Raw {
  const stages = [...Map.groupBy(rows, ({ events }) => complaintFacts(events).stage)].toSorted(
    ([a], [b]) => a - b,
  )
  return (
    <>
      <h1 class="govuk-heading-l">{which === 'open' ? 'Complaints' : 'Closed complaints'}</h1>
      <p class="govuk-body">
        {which === 'open' ? (
          <a class="govuk-link" href={local`/complaints?which=closed`}>
            Closed complaints
          </a>
        ) : (
          <a class="govuk-link" href={local`/complaints`}>
            Open complaints
          </a>
        )}
        {' · '}
        <a class="govuk-link" href={local`/complaints/learning`}>
          What complaints taught us
        </a>
        {' · '}
        <a class="govuk-link" href={local`/compensation`}>
          Compensation
        </a>
      </p>
      {rows.length === 0 && <p class="govuk-body">There are none.</p>}
      {stages.map(([stage, of]) => (
        <section>
          <h2 class="govuk-heading-m">{`Stage ${stage}`}</h2>
          <CaseworkList lines={of.map((row) => lineOf(row, names, now))} now={now} none="" />
        </section>
      ))}
      {next !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={local`/complaints?which=${which}&from=${String(next)}`}>
            Next page
          </a>
        </p>
      )}
    </>
  )
}

function lineOf(row: CaseworkRow, names: CaseworkNames, now: Instant): CaseworkLine {
  const facts = complaintFacts(row.events)
  const { investigator, decisionOn, about, complainant, answer } = facts
  return {
    href: local`/complaints/${row.case.case_id}`,
    title: row.case.case_id,
    about: aboutCase(row, names),
    facts: [
      ...(about === undefined ? [] : [`about ${codeWords(about)}`]),
      ...(speaksForAnother(complainant) ? [`by a ${codeWords(complainant ?? '')}`] : []),
      investigator === undefined
        ? whoHas(row, names)
        : `looked into by ${names.staff.get(investigator) ?? investigator}`,
      ...(answer === undefined && decisionOn !== undefined
        ? [`decision told for ${dateWords(decisionOn)}`]
        : []),
    ],
    clock: nextClock(row, names),
    warning: warningOf(row, facts, now),
  }
}

/** What must not be forgotten: telling of a delay while there is still time. */
function warningOf(
  { clocks }: CaseworkRow,
  { answer, extensions, closed }: ComplaintFacts,
  now: Instant,
): string | undefined {
  if (answer !== undefined || closed !== undefined || extensions.length > 0) return undefined
  const late = clocks.some((clock) => standingOf(clock, now) === 'overdue')
  return late ? 'The customer has not been told that it takes longer.' : undefined
}
