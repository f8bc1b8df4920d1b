import { capitalised } from '#core/capitalised.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { govuk } from '#http/govuk/index.ts'
import { local } from '#http/html/local.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import type { CompensationRow } from '#store/compensation/read-compensation.ts'
import { codeInLine, codeWords } from '../acts/field-words.ts'
import { moneyText, valueText } from '../casework/code-words.ts'
import { dateWords } from '../casework/date-words.ts'
import type { CaseworkNames } from '../casework/lines.ts'
import { momentText } from '../times.ts'
import type { Authority } from './authority.ts'
import { type ComplaintFacts, speaksForAnother } from './complaint-facts.ts'

export interface ComplaintShown {
  readonly caseId: string
  readonly facts: ComplaintFacts
  readonly customer: string | undefined
  readonly customerId: string | null
  /** Whose authority is on record; undefined where whoever looks may not know. */
  readonly authority: readonly Authority[] | undefined
  readonly compensation: readonly CompensationRow[]
  readonly names: CaseworkNames
}

/** What there is to know of a complaint beside its timeline: stage, people, dates told, answers, money, lessons. */
export function ComplaintSection(shown: ComplaintShown): Raw {
  return (
    <>
      <WhoMayBeTold {...shown} />
      <Summary {...shown} />
      <Answers {...shown} />
      <Money {...shown} />
      <Lessons {...shown} />
    </>
  )
}

/** Without authority on record, nothing of the customer’s may be told to whoever complains for them. */
function WhoMayBeTold({ facts, authority, customerId }: ComplaintShown): Raw {
  if (!speaksForAnother(facts.complainant) || authority === undefined || authority.length > 0) return <></>
  return (
    <>
      {govuk.warningText({
        iconFallbackText: 'Warning',
        text: 'Nobody’s authority to speak for this customer is on record.',
      })}
      <p class="govuk-body">
        Until it is, tell whoever complains nothing of the customer’s: not their address, account, needs or
        what we did for them. You may say that the complaint came, how we deal with complaints, and what
        authority we need to see.
      </p>
      {customerId !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={local`/customers/${customerId}`}>
            Record their authority on the customer’s page
          </a>
        </p>
      )}
    </>
  )
}

function Summary({ facts, customer, authority, names }: ComplaintShown): Raw {
  const { stage, complainant, about, channel, investigator, decisionOn, extensions } = facts
  const rows: readonly (readonly [key: string, value: string])[] = [
    ['Stage', String(stage)],
    ['Who complains', whoComplains(customer, complainant)],
    ...(authority === undefined || !speaksForAnother(complainant)
      ? []
      : [['Authority', authorityWords(authority)] as const]),
    ['About', about === undefined ? 'Not said' : codeWords(about)],
    ['Came by', channel === undefined ? 'Not said' : codeWords(channel)],
    [
      'Who looks into it',
      investigator === undefined ? 'Nobody yet' : (names.staff.get(investigator) ?? investigator),
    ],
    ['Decision told for', decisionOn === undefined ? 'No date told yet' : dateWords(decisionOn)],
    [
      'Put off',
      extensions.length === 0 ? 'Not put off' : capitalised(extensions.map(extensionWords).join('; ')),
    ],
  ]
  return govuk.summaryList({
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
  })
}

function whoComplains(customer: string | undefined, complainant: string | undefined): string {
  if (!speaksForAnother(complainant)) return customer ?? codeWords(complainant ?? 'not said')
  const who = codeWords(complainant ?? '')
  return customer === undefined ? who : `${who}, for ${customer}`
}

function authorityWords(authority: readonly Authority[]): string {
  if (authority.length === 0) return 'None on record'
  return authority
    .map(
      ({ name, kind, scope, seenOn }) =>
        `${name} (${codeInLine(kind)}), for ${codeInLine(scope)}, seen ${dateWords(seenOn)}`,
    )
    .join('; ')
}

function extensionWords({ at, data }: CaseEvent): string {
  const reason = typeof data['reason'] === 'string' ? ` (${codeInLine(data['reason'])})` : ''
  return `told on ${momentText(at)}, to ${dateWords(data['newDate'])}${reason}`
}

const outcomes: Readonly<Record<string, string>> = {
  upheld: 'Upheld',
  partly: 'Partly upheld',
  not: 'Not upheld',
}

function Answers({ facts: { answers } }: ComplaintShown): Raw {
  if (answers.length === 0) return <></>
  return (
    <section>
      <h2 class="govuk-heading-m">Answers</h2>
      <ul class="govuk-list govuk-list--bullet">
        {answers.map((answer) => (
          <li>{answerWords(answer)}</li>
        ))}
      </ul>
    </section>
  )
}

function answerWords({ at, data }: CaseEvent): string {
  const remedies = [
    data['apology'] === true ? 'we said sorry' : undefined,
    data['putRight'] === true ? 'what went wrong was put right' : undefined,
  ].filter((each) => each !== undefined)
  const outcome = outcomes[valueText(data['outcome'])] ?? 'Answered'
  const remedy = remedies.length === 0 ? '' : `; ${remedies.join(', ')}`
  return `Stage ${valueText(data['stage']) || '1'}, ${momentText(at)}: ${outcome}${remedy}`
}

function Money({ compensation, names }: ComplaintShown): Raw {
  if (compensation.length === 0) return <></>
  return (
    <section>
      <h2 class="govuk-heading-m">Compensation</h2>
      <ul class="govuk-list govuk-list--bullet">
        {compensation.map(({ caseId, promise, pence, state }) => (
          <li>
            <a class="govuk-link" href={local`/cases/${caseId}`}>
              {caseId}
            </a>
            {`, ${state}${pence === undefined ? '' : `, ${moneyText(pence)}`}: ${promise === undefined ? 'a broken promise' : (names.promises.get(promise) ?? promise)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lessons({ facts: { lessons } }: ComplaintShown): Raw {
  if (lessons.length === 0) return <></>
  return (
    <section>
      <h2 class="govuk-heading-m">What we learnt</h2>
      <ul class="govuk-list govuk-list--bullet">
        {lessons.map(
          ({ at, data }): Child => (
            <li>{`${codeWords(valueText(data['lesson']) || 'a lesson')} (${momentText(at)})`}</li>
          ),
        )}
      </ul>
    </section>
  )
}
