import type { PlainEnglish } from '#core/letters/advice.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, Field, Form, Radios, Select, TextArea } from '#http/layout/form.tsx'
import { ActFields, ActOverrides, type Asked } from '../acts/act-form.tsx'
import { EnglishAdvice } from './advice.tsx'
import { addressFor, type Answering, templatesFor } from './answering.ts'
import { CustomerNeeds } from './customer-needs.tsx'
import { fullName } from './merge-values.ts'
import type { AnswerTyped } from './typed.ts'

interface AnswerProps {
  readonly answering: Answering
  readonly caseTitle: string
  readonly typed: AnswerTyped
  readonly faults: readonly Fault[]
  /** What promises ask for and do not find; each can be answered by a reason. */
  readonly asks: readonly Asked[]
  readonly english?: PlainEnglish | undefined
  readonly version: number
  readonly token: string
}

/** Writing to the customer: how, from which template, the text, what the act needs; then check, look and send. */
export function AnswerPage(props: AnswerProps): Raw {
  const { answering, typed, faults, english, token } = props
  const { case_id: caseId } = answering.ground.case
  const here = local`/cases/${caseId}/answer?as=${answering.way}`
  return (
    <>
      <span class="govuk-caption-l">{props.caseTitle}</span>
      <h1 class="govuk-heading-l">{answering.form.act}</h1>
      <Form action={here} token={token} autosave={local`/cases/${caseId}/answer/draft?as=${answering.way}`}>
        {/* Enter in a field checks: the first button of a form is pressed by it, and none of the others should be. */}
        <button
          type="submit"
          class="govuk-visually-hidden"
          name="do"
          value="check"
          tabindex={-1}
          aria-hidden="true"
        >
          Check
        </button>
        <input type="hidden" name="version" value={String(props.version)} />
        <input type="hidden" name="template-version" value={String(typed.templateVersion)} />
        <CustomerNeeds ground={answering.ground} />
        <HowItGoes {...props} />
        <ActFields
          fields={answering.form.fields}
          typed={typed.fields}
          faults={faults}
          people={answering.people}
        />
        <WordsForLetter {...props} />
        <Field
          name="subject"
          label="What it is about"
          value={typed.subject}
          faults={faults}
          autocomplete="off"
        />
        {english !== undefined && <EnglishAdvice found={english} />}
        <TextArea
          name="text"
          label="What it says"
          hint="Leave an empty line between paragraphs. Begin a line with ## for a heading, and with - for a list."
          value={typed.text}
          rows={24}
          faults={faults}
        />
        <ActOverrides asks={props.asks} typed={typed.fields} faults={faults} />
        <Buttons {...props} />
      </Form>
    </>
  )
}

function Buttons({ typed }: AnswerProps): Raw {
  return (
    <div class="bar">
      <Button name="do" value="send">
        Send
      </Button>
      <Button name="do" value="check" look="second">
        Check
      </Button>
      {typed.channel === 'letter' && (
        <Button name="do" value="look" look="second">
          Look at it as a PDF
        </Button>
      )}
      <Button name="do" value="begin-again" look="plain">
        Begin again
      </Button>
    </div>
  )
}

function HowItGoes({ answering, typed, faults }: AnswerProps): Raw {
  const { customer } = answering.ground
  const to = (channel: 'letter' | 'e-mail' | 'text') => {
    const address = addressFor(channel, customer)
    return { hint: address?.replaceAll('\n', ', ') ?? 'We do not have this of them.' }
  }
  const fitting = templatesFor(answering, typed.channel)
  return (
    <>
      <Radios
        name="channel"
        label="How does it go out?"
        choices={[
          { value: 'letter', label: 'By letter', ...to('letter') },
          { value: 'e-mail', label: 'By e-mail', ...to('e-mail') },
          { value: 'text', label: 'By text', ...to('text') },
        ]}
        chosen={typed.channel}
        faults={faults}
      />
      <Copies answering={answering} typed={typed} />
      <Select
        name="template"
        label="Template"
        choices={[
          { value: '', label: 'None' },
          ...fitting.map(({ templateId, name }) => ({ value: templateId, label: name })),
        ]}
        chosen={typed.templateId}
        faults={faults}
      />
      <Button name="do" value="use-template" look="second">
        Use this template
      </Button>
    </>
  )
}

/** Who has a copy, and who should and cannot be reached in this way. */
function Copies({ answering, typed }: Pick<AnswerProps, 'answering' | 'typed'>): Raw {
  return (
    <>
      {answering.ground.copiesTo.map((each) => (
        <p class="govuk-body">
          {addressFor(typed.channel, each) === undefined
            ? `${fullName(each)}, who speaks for them, should have a copy and cannot be reached in this way.`
            : `A copy goes to ${fullName(each)}, who speaks for them.`}
        </p>
      ))}
    </>
  )
}

/** Words that the template puts in their place. */
function WordsForLetter({ answering, typed, faults }: AnswerProps): Raw {
  const { type } = answering.act
  const isDelay = answering.way === 'holding'
  const isDecision = type === 'complaint-answered'
  return (
    <>
      {(isDelay || isDecision) && (
        <TextArea
          name="reason-words"
          label={
            isDelay
              ? 'Why it takes longer, as the letter says it'
              : 'Why we decided so, as the letter says it'
          }
          hint="It stands in the letter instead of ((reason))."
          value={typed.reasonWords}
          rows={isDelay ? 2 : 5}
          faults={faults}
        />
      )}
      {isDecision && (
        <TextArea
          name="escalate-words"
          label="How they can take it further, as the letter says it"
          hint="It stands in the letter instead of ((how to escalate))."
          value={typed.escalateWords}
          rows={4}
          faults={faults}
        />
      )}
    </>
  )
}
