import { periodWords } from '#core/reporting/report-period.ts'
import { phrase } from '#core/promises/in-words.ts'
import { govuk } from '#http/govuk/index.ts'
import type { Raw } from '#http/html/raw.ts'
import { SummaryList } from '#http/layout/summary-list.tsx'
import type { ReportStep } from '#store/reports/report-steps.ts'
import { dayText, momentText } from '../times.ts'
import type { DraftProps } from './draft-props.ts'
import { Late } from './late.tsx'
import { stateTags, stepWords } from './report-words.ts'

/** What the report is, how far it has come, and why it came back if it did. */
export function ReportHead({ draft, names }: DraftProps): Raw {
  const { row, title, content, steps } = draft
  const last = steps.at(-1)
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{govuk.tag(stateTags[row.state])}</p>
      {last?.step === 'sent back' && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{`${byWords(last, names)} sent it back:`}</p>
          <p class="govuk-body">{last.because ?? ''}</p>
        </div>
      )}
      <SummaryList
        rows={[
          ['Time', periodWords(content.period)],
          ['To be out by', <Due draft={draft} />],
          row.version > 1
            ? ['Version', `${row.version}, which takes the place of version ${row.version - 1}`]
            : undefined,
          ['Edition of our standards', phrase(content.editions.map(({ edition }) => edition))],
          ['Figures as known', momentText(content.asOf)],
          ['So far', <History steps={steps} names={names} />],
        ]}
      />
      <NotYetOver draft={draft} />
    </>
  )
}

function Due({ draft: { row, today } }: Pick<DraftProps, 'draft'>): Raw {
  if (row.version > 1) return <>as soon as it can be</>
  return (
    <>
      {dayText(row.dueOn)}
      <Late dueOn={row.dueOn} today={today} />
    </>
  )
}

/** Says of a report begun early that its figures go up to today, and when it can be sent. */
export function NotYetOver({ draft }: Pick<DraftProps, 'draft'>): Raw {
  if (!isNotYetOver(draft)) return <></>
  const { to } = draft.content.period
  return (
    <div class="govuk-inset-text">
      {`It goes up to today, ${dayText(draft.today)}: its time is not yet over. Its figures change until the end of ${dayText(to)}, and it can be sent to be checked from ${dayText(to + 1)} on.`}
    </div>
  )
}

/** Whether days of a report’s time are still to come. */
export function isNotYetOver({ content, today }: DraftProps['draft']): boolean {
  return content.period.to >= today
}

function History({
  steps,
  names,
}: { readonly steps: readonly ReportStep[] } & Pick<DraftProps, 'names'>): Raw {
  return (
    <ol class="govuk-list">
      {steps.map((step) => (
        <li>{`${stepWords[step.step]} ${momentText(step.at)}${step.by === 'system' ? '' : `, ${byWords(step, names)}`}`}</li>
      ))}
    </ol>
  )
}

function byWords({ by }: ReportStep, names: DraftProps['names']): string {
  return by === 'system' ? 'Kept' : (names.get(by) ?? 'a colleague')
}
