import type { Asking } from '#core/surveys/survey.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, Checkbox, Field } from '#http/layout/form.tsx'
import { SurveyQuestions } from '#http/surveys/questions.tsx'

interface AnswerFormProps {
  readonly action: Url
  readonly noMore: Url
  readonly name: string
  readonly asking: Asking
  readonly typed: (name: string) => string
  readonly faults: readonly Fault[]
}

/** The whole survey on one page. */
export function AnswerForm({ action, noMore, name, asking, typed, faults }: AnswerFormProps): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">{name}</h1>
      {asking.introduction.split(/\n\s*\n/).map((paragraph) => (
        <p class="govuk-body">{paragraph}</p>
      ))}
      <p class="govuk-body">
        Your answers are kept without your name, and we cannot tell which are yours. Leave out what you would
        rather not answer.
      </p>
      <form action={action} method="post" novalidate>
        <SurveyQuestions asking={asking} typed={typed} faults={faults} />
        <Checkbox
          name="no-more"
          label="Please do not ask me again, in any survey"
          checked={typed('no-more') === 'yes'}
        />
        <Button>Send my answers</Button>
      </form>
      <p class="govuk-body">
        Would you rather not answer?{' '}
        <a class="govuk-link" href={noMore}>
          Ask us not to write to you about surveys
        </a>
        .
      </p>
    </>
  )
}

/** Where the code of a letter is typed in. */
export function CodeForm({
  action,
  typed,
  faults,
}: {
  readonly action: Url
  readonly typed: string
  readonly faults: readonly Fault[]
}): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Answer a survey</h1>
      <p class="govuk-body">The letter in which we asked you how we did has a code on it.</p>
      <form action={action} method="post" novalidate>
        <Field
          name="code"
          label="The code in our letter"
          hint="16 letters and digits, such as 4F7K-2MPX-9QAB-CDEF"
          value={typed}
          faults={faults}
          autocomplete="off"
        />
        <Button>Go to the questions</Button>
      </form>
    </>
  )
}

/** Asks once more before nobody is asked again. */
export function NoMoreForm({ action }: { readonly action: Url }): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Do not ask me again</h1>
      <p class="govuk-body">
        We then ask you in no survey of ours, by mail, letter or telephone. It changes nothing else. You can
        tell us at any time that you would like to be asked again.
      </p>
      <form action={action} method="post" novalidate>
        <Button>Do not ask me again</Button>
      </form>
    </>
  )
}

/** After the answers were taken. */
export function SaidThanks(): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Thank you</h1>
      <p class="govuk-body">We have your answers. Your name does not stand with them.</p>
      <p class="govuk-body">We publish what customers tell us, as figures, together with our promises.</p>
    </>
  )
}

/** After somebody asked not to be asked. */
export function SaidNoMore(): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">We will not ask you again</h1>
      <p class="govuk-body">No survey of ours will come to you. Thank you for telling us.</p>
    </>
  )
}

/** For a code that was used, is too old, or never was: told alike, so that nothing can be found out by trying. */
export function NoLongerOpen(): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">This link is no longer open</h1>
      <p class="govuk-body">
        Each link or code works once, and for some weeks. If you have told us what you think: thank you, we
        have it.
      </p>
      <p class="govuk-body">
        If you have not, look whether the whole address is there as it stands in our mail or letter.
      </p>
    </>
  )
}
