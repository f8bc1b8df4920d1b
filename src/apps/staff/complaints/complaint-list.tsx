import type { Instant } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { CaseworkRow } from '#store/casework/list-casework.ts'
import { CaseworkList } from '../casework/casework-list.tsx'
import { codeInLine } from '../acts/field-words.ts'
import { dateWords } from '../casework/date-words.ts'
import {
  aboutCase,
  type CaseworkLine,
  type CaseworkNames,
  nextClock,
  tellWarning,
  whoHas,
} from '../casework/lines.ts'
import type { ListShown } from '../casework/read-list.ts'
import { complaintFacts, decisionLate, speaksForAnother } from './complaint-facts.ts'
import { NextPage } from '../next-page.tsx'

interface Props extends ListShown {
  readonly now: Instant
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
      <NextPage
        href={next === undefined ? undefined : local`/complaints?which=${which}&from=${String(next)}`}
      />
    </>
  )
}

function lineOf(row: CaseworkRow, names: CaseworkNames, now: Instant): CaseworkLine {
  const known = complaintFacts(row.events)
  const { investigator, decisionOn, about, complainant, answer } = known
  return {
    href: local`/complaints/${row.case.case_id}`,
    title: row.case.case_id,
    about: aboutCase(row, names),
    facts: [
      ...(about === undefined ? [] : [`about ${codeInLine(about)}`]),
      ...(speaksForAnother(complainant) ? [`by a ${codeInLine(complainant ?? '')}`] : []),
      investigator === undefined
        ? whoHas(row, names)
        : `looked into by ${names.staff.get(investigator) ?? investigator}`,
      ...(answer === undefined && decisionOn !== undefined
        ? [`decision told for ${dateWords(decisionOn)}`]
        : []),
    ],
    clock: nextClock(row, names),
    warning: tellWarning(row, now) ?? decisionLate(known, now),
  }
}
