import type { Instant } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { CaseworkRow } from '#store/casework/list-casework.ts'
import { CaseworkList } from '../casework/casework-list.tsx'
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
import { priorities, repairFacts } from './repair-facts.ts'
import { NextPage } from '../next-page.tsx'

interface Props extends ListShown {
  readonly now: Instant
  /** The firm whose list it is, where a contractor looks. */
  readonly firm: string | undefined
  readonly mayReport: boolean
}

/** Repairs by priority, what falls due first coming first. A contractor sees its own jobs. */
export function RepairList({ rows, names, now, which, next, firm, mayReport }: Props): Raw {
  const heading = firm === undefined ? 'Repairs' : `Jobs of ${firm}`
  return (
    <>
      <h1 class="govuk-heading-l">{which === 'open' ? heading : `${heading}: done`}</h1>
      {mayReport && (
        <a class="govuk-button" href={local`/repairs/report`}>
          Report a repair
        </a>
      )}
      <p class="govuk-body">
        {which === 'open' ? (
          <a class="govuk-link" href={local`/repairs?which=closed`}>
            Repairs that are done
          </a>
        ) : (
          <a class="govuk-link" href={local`/repairs`}>
            Repairs to be done
          </a>
        )}
      </p>
      {rows.length === 0 && <p class="govuk-body">There are none.</p>}
      {groups.map(({ value, label }) => (
        <Group
          label={label}
          rows={rows.filter(({ events }) => repairFacts(events).priority === value)}
          names={names}
          now={now}
        />
      ))}
      <NextPage href={next === undefined ? undefined : local`/repairs?which=${which}&from=${String(next)}`} />
    </>
  )
}

const groups = [...priorities, { value: undefined, label: 'Not said how soon' }]

function Group({
  label,
  rows,
  names,
  now,
}: Pick<Props, 'rows' | 'names' | 'now'> & { readonly label: string }): Raw {
  if (rows.length === 0) return <></>
  return (
    <section>
      <h2 class="govuk-heading-m">{`${label} (${rows.length})`}</h2>
      <CaseworkList lines={rows.map((row) => lineOf(row, names, now))} now={now} none="" />
    </section>
  )
}

function lineOf(row: CaseworkRow, names: CaseworkNames, now: Instant): CaseworkLine {
  const { appointment, newDate, recalls, completed, noAccess } = repairFacts(row.events)
  const { contractor_id: contractor } = row.case
  return {
    href: local`/repairs/${row.case.case_id}`,
    title: row.case.case_id,
    about: aboutCase(row, names),
    facts: [
      contractor === null
        ? whoHas(row, names)
        : `given to ${names.contractors.get(contractor) ?? contractor}`,
      ...(completed === undefined
        ? [appointment === undefined ? 'no appointment' : `appointment ${dateWords(appointment)}`]
        : []),
      ...(newDate === undefined ? [] : [`told of a delay, to ${dateWords(newDate)}`]),
      ...(noAccess === 0 ? [] : ['no access']),
      ...(recalls === 0 ? [] : ['recalled']),
    ],
    clock: nextClock(row, names),
    warning: tellWarning(row, now),
  }
}
