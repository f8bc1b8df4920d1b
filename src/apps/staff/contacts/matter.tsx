import type { Raw } from '#http/html/raw.ts'
import { Checkbox, Field, Radios, Select, TextArea } from '#http/layout/form.tsx'
import {
  channels,
  complainants,
  complaintsAbout,
  formats,
  matters,
  neighbourQuestions,
  praises,
  priorities,
} from './choices.ts'
import { Received } from './received.tsx'
import type { PartProps } from './part-props.ts'

/** What it is about, and how it came. */
export function Matter(props: PartProps): Raw {
  const { typed, faults } = props
  return (
    <section aria-labelledby="matter-title">
      <h2 id="matter-title" class="govuk-heading-m">
        What is it about?
      </h2>
      <Field name="subject" label="In a few words" value={typed.subject} faults={faults} />
      <TextArea
        name="details"
        label="What they said (optional)"
        value={typed.details}
        rows={3}
        faults={faults}
      />
      <div class="contact-pair">
        <Select
          name="channel"
          label="How did it come?"
          choices={channels}
          chosen={typed.channel}
          faults={faults}
        />
        <div class="for-new-case">
          <Select
            name="matter"
            label="What kind of matter is it?"
            choices={matters}
            chosen={typed.matter}
            faults={faults}
          />
        </div>
      </div>
      <div class="for-new-case">
        <Particulars {...props} />
      </div>
      <Received {...props} />
      <Checkbox name="urgent" label="It is urgent" checked={typed.urgent === 'yes'} />
    </section>
  )
}

/** What each kind of matter asks besides; the style sheet shows those of the one chosen. */
function Particulars(props: PartProps): Raw {
  const { typed, faults } = props
  return (
    <>
      <div class="for-repair">
        <Radios
          name="priority"
          label="How soon must it be done?"
          choices={priorities}
          chosen={typed.priority}
          faults={faults}
        />
      </div>
      <div class="for-complaint">
        <ComplaintParts {...props} />
      </div>
      <div class="for-antisocial-behaviour">
        <Checkbox name="hate" label="It is a hate incident" checked={typed.hate === 'yes'} />
      </div>
      <div class="for-format">
        <FormatParts {...props} />
      </div>
      <div class="for-praise">
        <Radios name="praise" label="Which is it?" choices={praises} chosen={typed.praise} faults={faults} />
      </div>
    </>
  )
}

function ComplaintParts({ typed, faults }: PartProps): Raw {
  return (
    <>
      <Select
        name="about"
        label="What is the complaint about?"
        choices={complaintsAbout}
        chosen={typed.about}
        faults={faults}
      />
      <div class="for-neighbour">
        <Radios
          name="neighbour"
          label="Is it about what the neighbour does, or about how we dealt with it?"
          choices={neighbourQuestions}
          chosen={typed.neighbour}
          faults={faults}
        />
      </div>
      <Select
        name="complainant"
        label="Who complains?"
        choices={complainants}
        chosen={typed.complainant || 'customer'}
        faults={faults}
      />
    </>
  )
}

function FormatParts({ typed, faults }: PartProps): Raw {
  return (
    <>
      <Select
        name="format"
        label="What do they need?"
        choices={formats}
        chosen={typed.format}
        faults={faults}
      />
      <Field
        name="language"
        label="Language, for a translation or an interpreter"
        value={typed.language}
        faults={faults}
      />
    </>
  )
}
