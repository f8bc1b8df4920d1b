import { bandOf, ratherNot } from '#core/surveys/bands.ts'
import { longestComment } from '#core/surveys/answers.ts'
import { choicesOf } from '#core/surveys/scales.ts'
import type { Asking, Question } from '#core/surveys/survey.ts'
import type { Raw } from '../html/raw.ts'
import type { Fault } from '../layout/fault.ts'
import { Radios, TextArea } from '../layout/form.tsx'

interface QuestionsProps {
  readonly asking: Asking
  /** What was chosen and typed before, by the name of its field. */
  readonly typed: (name: string) => string
  readonly faults: readonly Fault[]
}

/** The questions of a survey as fields of a form, and at the end what is asked of people themselves. */
export function SurveyQuestions({ asking, typed, faults }: QuestionsProps): Raw {
  return (
    <>
      {asking.questions.map((question) => (
        <OneQuestion question={question} value={typed(question.code)} faults={faults} />
      ))}
      {asking.bands.length > 0 && <AboutYou asking={asking} typed={typed} faults={faults} />}
    </>
  )
}

function OneQuestion({
  question: { code, text, scale },
  value,
  faults,
}: {
  readonly question: Question
  readonly value: string
  readonly faults: readonly Fault[]
}): Raw {
  if (scale === 'words')
    return (
      <TextArea
        name={code}
        label={text}
        value={value}
        rows={4}
        longest={longestComment}
        faults={faults}
        hint="Please name nobody: what you write is kept as you write it."
      />
    )
  return (
    <Radios
      name={code}
      label={text}
      hint={scale === 'nought-to-ten' ? '0 is the worst, 10 the best.' : undefined}
      choices={choicesOf(scale).map(({ answer, label }) => ({ value: String(answer), label }))}
      chosen={value}
      faults={faults}
    />
  )
}

function AboutYou({ asking, typed, faults }: QuestionsProps): Raw {
  return (
    <section aria-labelledby="about-you">
      <h2 class="govuk-heading-m" id="about-you">
        About you
      </h2>
      <p class="govuk-body">
        You need not answer these. They are kept apart from your name and shown only as sums of ten people or
        more, so that we can see whether we serve everybody alike.
      </p>
      {asking.bands.flatMap((strand) => {
        const band = bandOf(strand)
        if (band === undefined) return []
        const choices = [...band.choices, { value: ratherNot, label: 'I would rather not say' }]
        return [
          <Radios
            name={`band-${strand}`}
            label={band.asks}
            choices={choices}
            chosen={typed(`band-${strand}`)}
            faults={faults}
          />,
        ]
      })}
    </section>
  )
}
