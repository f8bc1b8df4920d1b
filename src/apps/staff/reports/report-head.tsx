import { periodWords } from '#core/reporting/report-period.ts'
import { phrase } from '#core/promises/in-words.ts'
import { govuk } from '#http/govuk/index.ts'
import type { Raw } from '#http/html/raw.ts'
import { SummaryList } from '#http/layout/summary-list.tsx'
import type { ReportStep } from '#store/reports/report-steps.ts'
import { dayText, momentText } from '../times.ts'
import type { DraftProps } from './draft-props.ts'
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
          ['Due', row.version === 1 ? dayText(row.dueOn) : 'as soon as it can be'],
          row.version > 1
            ? ['Version', `${row.version}, which takes the place of version ${row.version - 1}`]
            : undefined,
          ['Edition of our standards', phrase(content.editions.map(({ edition }) => edition))],
          ['Figures as known', momentText(content.asOf)],
          ['So far', <History steps={steps} names={names} />],
        ]}
      />
      {content.period.to >= draft.today && (
        <div class="govuk-inset-text">
          Its time is not over, so its figures will change. It can be sent once it is.
        </div>
      )}
    </>
  )
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
