import type { Instant } from '#core/time/instant.ts'
import { govuk } from '#http/govuk/index.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Button, Form } from '#http/layout/form.tsx'
import type { AccessCopy } from '#store/access-requests/access-copy.ts'
import type { ActsPossible } from '#store/acts/possible-acts.ts'
import type { CaseworkRow } from '#store/casework/list-casework.ts'
import { aboutCase, type CaseworkNames } from '../casework/lines.ts'
import { OneCase } from '../casework/one-case.tsx'
import { momentText } from '../times.ts'

interface Props {
  readonly row: CaseworkRow
  readonly names: CaseworkNames
  readonly possible: ActsPossible
  readonly copy: AccessCopy | undefined
  /** Whether whoever looks may gather the file and give it. */
  readonly mayGive: boolean
  readonly now: Instant
  readonly token: string
}

/** One access request, step by step: who asks, what is held, what is hidden, what is given. */
export function RequestPage({ row, names, possible, copy, mayGive, now, token }: Props): Raw {
  const { case_id: caseId } = row.case
  const confirmed = row.events.findLast(({ type }) => type === 'identity-confirmed')
  const decided = row.events.findLast(({ type }) => type === 'access-given' || type === 'access-refused')
  const rows: readonly (readonly [string, string])[] = [
    ['Whose file', aboutCase(row, names) || 'Not said yet'],
    ['Who they are', confirmed === undefined ? 'Not confirmed yet' : `Confirmed ${momentText(confirmed.at)}`],
    ['Gathered', copy === undefined ? 'Not yet' : `${momentText(copy.gatheredAt)}: ${copy.items} things`],
    ['Hidden', passagesWords(copy?.redactions ?? 0)],
    ...(decided === undefined
      ? []
      : [
          [
            'Decided',
            `${decided.type === 'access-given' ? 'Given' : 'Refused'} ${momentText(decided.at)}`,
          ] as const,
        ]),
  ]
  return (
    <OneCase what="Access request" row={row} names={names} possible={possible} now={now}>
      {govuk.summaryList({
        rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
      })}
      {confirmed === undefined && (
        <p class="govuk-body">Confirm who they are before anything is gathered or given.</p>
      )}
      {!mayGive && <p class="govuk-body">The copy of their file is made by a data-protection officer.</p>}
      {mayGive && copy !== undefined && <Steps caseId={caseId} />}
      {mayGive && confirmed !== undefined && decided === undefined && (
        <Form action={local`/access-requests/${caseId}/gather`} token={token}>
          {copy !== undefined && (
            <p class="govuk-body">To gather anew shows again what was hidden, with what has come since.</p>
          )}
          {copy === undefined ? (
            <Button>Gather everything held</Button>
          ) : (
            <Button look="second">Gather anew</Button>
          )}
        </Form>
      )}
    </OneCase>
  )
}

function passagesWords(count: number): string {
  if (count === 0) return 'Nothing'
  return count === 1 ? '1 passage' : `${count} passages`
}

function Steps({ caseId }: { readonly caseId: string }): Raw {
  return (
    <ol class="govuk-list govuk-list--number">
      <li>
        <a class="govuk-link" href={local`/access-requests/${caseId}/copy`}>
          Hide what is about others
        </a>
      </li>
      <li>
        <a class="govuk-link" href={local`/access-requests/${caseId}/preview`}>
          Look at what will be given
        </a>
      </li>
      <li>
        Take it out:{' '}
        <a class="govuk-link" href={local`/access-requests/${caseId}/copy.html`}>
          a page to read or print
        </a>
        {' or '}
        <a class="govuk-link" href={local`/access-requests/${caseId}/copy.json`}>
          a file for programs
        </a>
      </li>
    </ol>
  )
}
