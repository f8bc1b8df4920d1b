import { bands } from '#core/surveys/bands.ts'
import { mostQuestions } from '#core/surveys/asking-faults.ts'
import type { PromisedSurvey } from '#core/surveys/promised.ts'
import { scales } from '#core/surveys/scales.ts'
import { type Asking, followed, type Inviting } from '#core/surveys/survey.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, type Choice, Choices, Field, Form, Select, TextArea } from '#http/layout/form.tsx'
import type { PlaceNamed } from '#store/masters/names.ts'
import type { SurveyTyped } from '#store/surveys/save-survey.ts'

export interface SurveyFormProps {
  readonly title: string
  readonly action: Url
  readonly token: string
  readonly typed: SurveyTyped
  readonly teams: readonly PlaceNamed[]
  /** The promises that come round, of which a round of the survey can be one time. */
  readonly duties: readonly Choice[]
  readonly faults: readonly Fault[]
  /** The version that is changed; none where it is new. */
  readonly version?: number
  readonly promised: PromisedSurvey | undefined
  readonly numbers: (name: keyof Inviting) => string
}

/** The form of a survey: what is asked, and of whom. */
export function SurveyForm(props: SurveyFormProps): Raw {
  const { title, action, token, typed, faults, version, promised } = props
  return (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {promised !== undefined && <WhatPromisesSay promised={promised} />}
      <Form action={action} token={token}>
        {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
        <Field name="name" label="What is it called?" value={typed.name} faults={faults} autocomplete="off" />
        {version === undefined ? (
          <Field
            name="code"
            label="Its code"
            hint="As promises name it, such as complaints. Left empty, it is made from the name. It stays as it is."
            value={typed.code}
            faults={faults}
            autocomplete="off"
          />
        ) : (
          <p class="govuk-body">{`Its code is ${typed.code}.`}</p>
        )}
        <TextArea
          name="introduction"
          label="Why do we ask?"
          hint="A few lines, above the questions and in the mail or letter."
          value={typed.asking.introduction}
          rows={4}
          longest={2000}
          faults={faults}
        />
        <h2 class="govuk-heading-m">Questions</h2>
        <p class="govuk-body">
          A question that people were asked is not changed. What you change here becomes the next edition, and
          the answers to each are shown apart.
        </p>
        <Questions asking={typed.asking} faults={faults} />
        <Choices
          name="bands"
          legend="What do we ask people of themselves?"
          hint="At the end. They need not say."
          kind="several"
          choices={bands.map(({ strand, asks }) => ({ value: strand, label: asks }))}
          chosen={typed.asking.bands}
          faults={faults}
        />
        <Whom {...props} />
        <Button>{version === undefined ? 'Make the survey' : 'Save'}</Button>
      </Form>
    </>
  )
}

function WhatPromisesSay({ promised }: { readonly promised: PromisedSurvey }): Raw {
  return (
    <div class="govuk-inset-text">
      {promised.promises.map(({ promise, says, question, keptBy, atLeast }) => (
        <p class="govuk-body">
          <span class="kept-clause">{promise}</span>
          {` ${says} `}
          {question !== undefined &&
            `It counts the answers to the question ${question}; kept by ${keptBy?.join(' or ') ?? `${atLeast} or higher`}.`}
        </p>
      ))}
    </div>
  )
}

function Questions({ asking, faults }: { readonly asking: Asking; readonly faults: readonly Fault[] }): Raw {
  const rows = Math.min(mostQuestions, asking.questions.length + 2)
  return (
    <>
      {Array.from({ length: rows }, (_, place) => {
        const question = asking.questions[place]
        const name = `questions-${place}`
        return (
          <div class="kept-question">
            <Field
              name={`${name}-text`}
              label={`Question ${place + 1}: what do we ask?`}
              value={question?.text}
              faults={faults}
              autocomplete="off"
            />
            <Select
              name={`${name}-scale`}
              label={`Question ${place + 1}: how is it answered?`}
              choices={Object.entries(scales).map(([value, { says }]) => ({ value, label: says }))}
              chosen={question?.scale ?? 'satisfaction'}
              faults={faults}
            />
            <Field
              name={`${name}-code`}
              label={`Question ${place + 1}: its code`}
              hint="As promises name it. Left empty, it is made from the question."
              value={question?.code}
              faults={faults}
              autocomplete="off"
            />
          </div>
        )
      })}
    </>
  )
}

function Whom(props: SurveyFormProps): Raw {
  const { typed, duties, faults } = props
  return (
    <>
      <h2 class="govuk-heading-m">Whom we ask</h2>
      <Choices
        name="after"
        legend="After what?"
        hint="Tick nothing to ask everybody with a tenancy, in rounds that you begin: every three years, for instance."
        kind="several"
        choices={Object.entries(followed).map(([value, label]) => ({ value, label }))}
        chosen={typed.inviting.after}
        faults={faults}
      />
      <HowMany {...props} />
      {duties.length > 0 && (
        <Select
          name="dutyPromise"
          label="Does asking everybody keep a promise that comes round?"
          hint="It is recorded as done, with how many were asked, once a round has gone to everybody."
          choices={[{ value: '', label: 'No' }, ...duties]}
          chosen={typed.dutyPromise ?? ''}
          faults={faults}
        />
      )}
      <details class="govuk-details" open={faults.length > 0}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">More about whom we ask, and how often</span>
        </summary>
        <div class="govuk-details__text">
          <OnlyThese {...props} />
          <HowOften {...props} />
        </div>
      </details>
    </>
  )
}

function OnlyThese({ typed: { inviting }, teams, faults }: SurveyFormProps): Raw {
  return (
    <>
      <Select
        name="teamId"
        label="Only cases of this team"
        choices={[
          { value: '', label: 'Any team' },
          ...teams.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        chosen={inviting.teamId ?? ''}
        faults={faults}
      />
      <Field
        name="onlyField"
        label="Only where this field of the event"
        hint="Its name in the glossary, such as priority. Leave it empty for all."
        value={inviting.only?.field ?? ''}
        faults={faults}
        autocomplete="off"
      />
      <Field
        name="onlyValue"
        label="has this value"
        value={inviting.only?.value ?? ''}
        faults={faults}
        autocomplete="off"
      />
    </>
  )
}

function HowMany(props: SurveyFormProps): Raw {
  return (
    <>
      <NumberField
        {...props}
        name="afterDays"
        label="How many days later do we ask?"
        hint="0 is at once; 42 is after six weeks."
      />
      <NumberField
        {...props}
        name="oneIn"
        label="Of how many do we ask one?"
        hint="1 asks everybody; 5 asks one in five."
      />
    </>
  )
}

function HowOften(props: SurveyFormProps): Raw {
  const {
    typed: { inviting },
    faults,
  } = props
  return (
    <>
      <Field
        name="seed"
        label="A word for the draw"
        hint="With the same word the same cases are drawn again, so that anybody can check it."
        value={inviting.seed}
        faults={faults}
        autocomplete="off"
      />
      <NumberField
        {...props}
        name="quietDays"
        label="Within how many days is nobody asked again?"
        hint="By whichever survey."
      />
      <NumberField
        {...props}
        name="reminders"
        label="How many reminders?"
        hint="0, 1 or 2. Only to who has not answered."
      />
      <NumberField {...props} name="reminderDays" label="After how many days does a reminder go out?" />
      <NumberField {...props} name="openDays" label="For how many days can people answer?" />
    </>
  )
}

function NumberField({
  name,
  label,
  hint,
  numbers,
  faults,
}: SurveyFormProps & {
  readonly name: keyof Inviting
  readonly label: string
  readonly hint?: string
}): Raw {
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      value={numbers(name)}
      faults={faults}
      autocomplete="off"
      short
    />
  )
}
