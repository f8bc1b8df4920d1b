import { capitalised } from '#core/capitalised.ts'
import type { Instant } from '#core/time/instant.ts'
import { govuk } from '#http/govuk/index.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Button, Form, Select } from '#http/layout/form.tsx'
import type { ActsPossible } from '#store/acts/possible-acts.ts'
import type { CaseworkRow } from '#store/casework/list-casework.ts'
import type { CompensationRow } from '#store/compensation/read-compensation.ts'
import { moneyText } from '../casework/code-words.ts'
import { dateWords } from '../casework/date-words.ts'
import { aboutCase, type CaseworkNames, whoHas } from '../casework/lines.ts'
import { OneCase } from '../casework/one-case.tsx'
import { momentText } from '../times.ts'
import { repairFacts } from './repair-facts.ts'

interface Props {
  readonly row: CaseworkRow
  readonly names: CaseworkNames
  readonly possible: ActsPossible
  readonly compensation: readonly CompensationRow[]
  readonly now: Instant
  /** Firms it may be given to, by whoever may give it. */
  readonly firms: readonly { readonly id: string; readonly name: string }[]
  readonly token: string
}

/** One repair: by when, who does it, what the customer was told, and what can be done now. */
export function RepairPage(props: Props): Raw {
  const { row, names, possible, now, compensation, firms, token } = props
  return (
    <OneCase what="Repair" row={row} names={names} possible={possible} now={now}>
      <Summary row={row} names={names} />
      {compensation.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">Compensation</h2>
          <ul class="govuk-list govuk-list--bullet">
            {compensation.map(({ caseId, state, pence }) => (
              <li>
                <a class="govuk-link" href={local`/cases/${caseId}`}>
                  {caseId}
                </a>
                {`, ${state}${pence === undefined ? '' : `, ${moneyText(pence)}`}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {firms.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">Give it to a contractor</h2>
          <Form action={local`/repairs/${row.case.case_id}/contractor`} token={token}>
            <Select
              name="contractor"
              label="Contractor"
              choices={[
                { value: '', label: 'Nobody: our own staff do it' },
                ...firms.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              chosen={row.case.contractor_id ?? ''}
            />
            <Button look="second">Give it to them</Button>
          </Form>
        </section>
      )}
    </OneCase>
  )
}

function Summary({ row, names }: Pick<Props, 'row' | 'names'>): Raw {
  const facts = repairFacts(row.events)
  const { contractor_id: contractor } = row.case
  const about = aboutCase(row, names)
  const rows: readonly (readonly [key: string, value: string])[] = [
    ['Priority', capitalised(facts.priority ?? 'not said')],
    ...(about === '' ? [] : [['For', about] as const]),
    [
      'Done by',
      contractor === null
        ? capitalised(whoHas(row, names))
        : (names.contractors.get(contractor) ?? contractor),
    ],
    ['Appointment', facts.appointment === undefined ? 'None' : dateWords(facts.appointment)],
    ['Delay told', facts.newDate === undefined ? 'No' : `Yes, it will be done ${dateWords(facts.newDate)}`],
    ...(facts.completed === undefined ? [] : [['Done', doneWords(facts.completed)] as const]),
    ...(facts.recalls === 0 ? [] : [['Recalled', String(facts.recalls)] as const]),
    ...(facts.noAccess === 0 ? [] : [['No access', String(facts.noAccess)] as const]),
  ]
  return govuk.summaryList({
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
  })
}

function doneWords({
  at,
  data,
}: {
  readonly at: Instant
  readonly data: Readonly<Record<string, unknown>>
}): string {
  if (data['firstVisit'] === undefined) return momentText(at)
  return `${momentText(at)}, ${data['firstVisit'] === true ? 'on' : 'not on'} the first visit`
}
