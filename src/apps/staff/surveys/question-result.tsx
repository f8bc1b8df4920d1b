import { capitalised } from '#core/capitalised.ts'
import { fewestShown } from '#core/promises/small-numbers.ts'
import type { QuestionResult } from '#core/surveys/results.ts'
import type { Raw } from '#http/html/raw.ts'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import { intervalWords, many, shareWords } from './words.ts'

/** One question’s answers: how many gave each, its share, and between which shares the truth lies. */
export function QuestionShown({
  result,
  kept,
  note,
}: {
  readonly result: QuestionResult
  /** Which answers keep a promise, and which promise. */
  readonly kept: { readonly answers: readonly string[]; readonly promises: string } | undefined
  /** Which edition it is of, where it was worded otherwise before or since. */
  readonly note: string | undefined
}): Raw {
  const { question, answered, choices } = result
  if (answered < fewestShown) return <TooFew result={result} />
  return (
    <section class="kept-question-result">
      <Scrolled label={question.text}>
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-table__caption--m">{question.text}</caption>
          <TableHead
            columns={[
              'Answer',
              { text: 'Answers', isNumber: true },
              { text: 'Share', isNumber: true },
              { text: 'True share, 19 times of 20', isNumber: true },
            ]}
          />
          <tbody class="govuk-table__body">
            {choices.map(({ label, count, share, interval }) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header kept-plain-header">
                  {label}
                </th>
                <td class="govuk-table__cell govuk-table__cell--numeric">{count.toLocaleString('en-GB')}</td>
                <td class="govuk-table__cell govuk-table__cell--numeric">
                  {share === undefined ? '' : shareWords(share)}
                </td>
                <td class="govuk-table__cell govuk-table__cell--numeric">
                  {interval === undefined ? '' : intervalWords(interval)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {note !== undefined && <p class="govuk-body kept-quiet">{note}</p>}
      <p class="govuk-body">{howSure(result)}</p>
      {kept !== undefined && <p class="govuk-body">{keptWords(result, kept)}</p>}
    </section>
  )
}

function TooFew({ result: { question } }: { readonly result: QuestionResult }): Raw {
  return (
    <>
      <h3 class="govuk-heading-m">{question.text}</h3>
      <p class="govuk-body">{`Fewer than ${fewestShown} answered it, so their answers are not shown.`}</p>
    </>
  )
}

function howSure({ answered, enough, isEnough }: QuestionResult): string {
  const need = `${many(enough, 'answer is', 'answers are')} needed for a share to be sure within five of a hundred`
  if (isEnough) return `${capitalised(need)}; there are ${answered.toLocaleString('en-GB')}, which is enough.`
  return `${capitalised(need)}; there are ${answered.toLocaleString('en-GB')} so far, so read the shares as rough.`
}

function keptWords(
  { choices, answered }: QuestionResult,
  { answers, promises }: { readonly answers: readonly string[]; readonly promises: string },
): string {
  const kept = choices
    .filter(({ answer }) => answers.includes(String(answer)))
    .reduce((sum, { count }) => sum + count, 0)
  return `${many(kept, 'answer')} of ${answered.toLocaleString('en-GB')} (${shareWords(kept / answered)}) keep ${promises}.`
}
