import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { FormatLinks } from '#http/formats/format-links.tsx'
import { govuk } from '#http/govuk/index.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, Form, Radios } from '#http/layout/form.tsx'
import { withdrawReasons } from '#store/letters/end-letter.ts'
import type { LetterRead } from '#store/letters/read-letters.ts'
import { scoreWords } from '../answering/advice.tsx'
import { momentText } from '../times.ts'
import { LetterText } from './letter-text.tsx'
import { codeWords } from '../acts/field-words.ts'
import type { FormNeeded } from './form-needed.ts'
import { channelWords, stateWords } from './letter-words.ts'

/** One letter as it went: to whom, what it said, its page, and how plain it was. */
export function LetterView({
  letter,
  staff,
  mayWithdraw,
  needed,
}: {
  readonly letter: LetterRead
  readonly staff: ReadonlyMap<string, string>
  readonly now: number
  readonly mayWithdraw: boolean
  readonly needed?: FormNeeded | undefined
}): Raw {
  const { letterId, caseId, text, envelope, attachmentId, state } = letter
  const [subject = 'A letter that was erased', ...to] = envelope
  return (
    <>
      <span class="govuk-caption-l">{`${channelWords[letter.channel]} of case ${caseId}`}</span>
      <h1 class="govuk-heading-l">{subject}</h1>
      {govuk.summaryList({
        rows: factsOf(letter, to, staff).map(([key, value]) => ({
          key: { text: key },
          value: { text: value },
        })),
      })}
      <div class="bar">
        {attachmentId !== null && text !== null && (
          <a class="govuk-button" role="button" href={local`/letters/${letterId}/pdf`}>
            Open the PDF
          </a>
        )}
        {mayWithdraw && state === 'waiting' && letter.copyOf === null && (
          <a class="govuk-link" href={local`/letters/${letterId}/withdraw`}>
            Take it back
          </a>
        )}
      </div>
      <h2 class="govuk-heading-m">What it says</h2>
      {text === null ? (
        <p class="govuk-body">Its words were erased. What is left is that it was sent.</p>
      ) : (
        <LetterText text={text} />
      )}
      {text !== null && <OtherForms letterId={letterId} caseId={caseId} needed={needed} />}
    </>
  )
}

/** The same letter for whoever cannot read it as it was sent. */
function OtherForms({
  letterId,
  caseId,
  needed,
}: Pick<LetterRead, 'letterId' | 'caseId'> & { readonly needed: FormNeeded | undefined }): Raw {
  return (
    <>
      <h2 class="govuk-heading-m">In another form</h2>
      <FormatLinks
        language="en-GB"
        hrefOf={(format) => local`/letters/${letterId}/as/${format}`}
        without={['pdf']}
        first={needed}
      />
      {needed?.isAskedFor === true && (
        <p class="govuk-body">
          Once it has gone,{' '}
          <a class="govuk-link" href={local`/cases/${caseId}/acts/format-sent`}>
            record that it was sent
          </a>
          .
        </p>
      )}
    </>
  )
}

function factsOf(
  letter: LetterRead,
  to: readonly string[],
  staff: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  return [
    ['To', to.length === 0 ? 'Nobody any more' : to.join(', ')],
    ['What it was', codeWords(letter.actType)],
    ['Written', `${momentText(letter.madeAt)}, by ${staff.get(letter.madeBy) ?? 'somebody of ours'}`],
    ['State', stateText(letter)],
    ...(letter.copyOf === null ? [] : [['Copy', 'To somebody who speaks for the customer'] as const]),
    ...(letter.largePrint ? [['Set in', 'Large print'] as const] : []),
    ...(letter.templateId === null
      ? []
      : [['Template', `${codeWords(letter.templateId)}, ${versionText(letter.templateVersion)}`] as const]),
    ['Plain English', letter.score === null ? 'Not checked' : scoreWords(letter.score)],
  ]
}

function stateText({ state, endedAt, failedWhy }: LetterRead): string {
  if (state === 'failed') return `${stateWords.failed}: ${failedWhy ?? ''}`
  return endedAt === null ? stateWords[state] : `${stateWords[state]}, ${momentText(endedAt)}`
}

function versionText(version: number | null): string {
  return version === null || version === 0 ? 'as it came with Kept' : `version ${version}`
}

/** Asks why a letter is taken back before it has gone. */
export function WithdrawForm({
  letter,
  faults,
  token,
}: {
  readonly letter: LetterRead
  readonly faults: readonly Fault[]
  readonly token: string
}): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Take it back</h1>
      <p class="govuk-body">
        It has not gone yet. Once it is taken back, what it did counts no more, and its promises run again.
      </p>
      <Form action={local`/letters/${letter.letterId}/withdraw`} token={token}>
        <Radios
          name="reason"
          label="Why?"
          choices={Object.entries(withdrawReasons).map(([value, label]) => ({ value, label }))}
          chosen=""
          faults={faults}
        />
        <Button look="warning">Take it back</Button>
      </Form>
    </>
  )
}
