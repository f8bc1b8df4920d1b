import { itemAnswers } from '#core/observations/results.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import { Button, DateTimeField, Form, Radios, Select, TextArea } from '#http/layout/form.tsx'
import type { SheetRead } from '#store/observations/read-sheet.ts'
import { momentTyped } from '../acts/moment-typed.ts'
import { AboutSheet } from './about-sheet.tsx'
import { answerWords, placeWords } from './words.ts'

interface SheetFormProps {
  readonly found: SheetRead
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly token: string
  /** Whose sheet it is, where somebody types in what another wrote on paper. */
  readonly forWhom: string | undefined
  readonly isCorrection: boolean
}

/** The observer’s form: each item in the promise’s own words, when and where it was, and a note. */
export function SheetForm(props: SheetFormProps): Raw {
  const { found, typed, faults, token, forWhom, isCorrection } = props
  const { sheet, programme } = found
  const action = isCorrection
    ? local`/observations/sheets/${sheet.sheetId}/correct`
    : local`/observations/sheets/${sheet.sheetId}`
  return (
    <>
      <span class="govuk-caption-l">{programme.name}</span>
      <h1 class="govuk-heading-l">{`Sheet ${sheet.n}`}</h1>
      {forWhom !== undefined && <p class="govuk-inset-text">{`You type in what ${forWhom} found.`}</p>}
      <AboutSheet found={found} />
      <p class="govuk-body">
        Below is what we promise. Was it so? Leave out what you could not judge, or say that it is not
        applicable.
      </p>
      <Form action={action} token={token}>
        {programme.items.map(({ item, says, promises }) => (
          <Radios
            name={`answer-${item}`}
            label={says}
            hint={promises.join(', ')}
            choices={itemAnswers.map((value) => ({ value, label: answerWords[value] }))}
            chosen={textIn(typed, `answer-${item}`)}
            faults={faults}
          />
        ))}
        <Where {...props} />
        <DateTimeField name="at" label="When was it?" value={momentTyped(typed, 'at')} faults={faults} />
        <TextArea
          name="note"
          label={isCorrection ? 'Why is it put right?' : 'What did you notice?'}
          hint="Optional. Name nobody."
          value={longTextIn(typed, 'note')}
          longest={5_000}
          faults={faults}
        />
        <div class="govuk-button-group">
          <Button>{isCorrection ? 'Put it right' : 'Send'}</Button>
          {!isCorrection && (
            <Button look="second" name="how" value="save">
              Keep for later
            </Button>
          )}
        </div>
      </Form>
    </>
  )
}

/** Asked where the sheet does not say it; afterwards it stays as it was sent. */
function Where({
  found: { sheet, programme, placeNames },
  typed,
  faults,
  isCorrection,
}: SheetFormProps): Raw {
  if (sheet.place !== null || programme.places.length === 0 || isCorrection) return <></>
  return (
    <Select
      name="place"
      label="Where was it?"
      choices={[
        { value: '', label: 'Choose one' },
        ...programme.places.map((value) => ({ value, label: placeWords(value, placeNames) })),
      ]}
      chosen={textIn(typed, 'place')}
      faults={faults}
    />
  )
}
