import { blocksOf } from '#http/pdf/blocks.ts'
import type { LetterInputs } from '#http/pdf/pdf-templates.ts'
import type { LetterRead } from '#store/letters/read-letters.ts'
import { dayText, todayOf } from '../times.ts'
import { fullName } from './merge-values.ts'
import type { Answering } from './answering.ts'

/** The letter as it is printed: to the customer, or as a copy to who speaks for them. */
export function letterPage(
  { ground, landlord }: Pick<Answering, 'ground' | 'landlord'>,
  letter: {
    readonly to: readonly string[]
    readonly subject: string
    readonly text: string
    readonly today: string
    readonly largePrint: boolean
  },
): LetterInputs {
  return {
    head: headOf(landlord, ground.writer?.officeAddress),
    subject: letter.subject,
    to: letter.to,
    date: letter.today,
    reference: ground.case.case_id,
    ...headAndBody(letter.text),
    largePrint: letter.largePrint,
  }
}

/** A letter that was kept, as it was printed when it was sent. */
export function keptLetterPage(letter: LetterRead, landlord: string): LetterInputs {
  const [subject = '', ...to] = letter.envelope
  return {
    head: headOf(landlord, letter.officeAddress),
    subject,
    to,
    date: dayText(todayOf(letter.madeAt)),
    reference: letter.caseId,
    ...headAndBody(letter.text ?? ''),
    largePrint: letter.largePrint,
  }
}

function headOf(landlord: string, office: string | null | undefined): LetterInputs['head'] {
  const lines = office?.split('\n') ?? []
  return { landlord, ...(lines.length > 0 && { lines: [lines.join(', ')] }) }
}

/**
 * A letter that begins with lines such as “Direct dial: 01539 111222” before its greeting says there whom to ask for: on
 * paper they stand beside the address.
 */
function headAndBody(text: string): Pick<LetterInputs, 'contact' | 'body'> {
  const body = blocksOf(text)
  const [first] = body
  const isHead = first?.kind === 'paragraph' && first.lines.every((line) => /^[^:]{2,30}: ./.test(line))
  return isHead ? { contact: first.lines, body: body.slice(1) } : { body }
}

/** Name and address, as they show in the window of the envelope. */
export function envelopeLines(
  to: { readonly name: string; readonly title: string | null } | undefined,
  address: string | undefined,
): readonly string[] {
  return [...(to === undefined ? [] : [fullName(to)]), ...(address?.split('\n') ?? [])].filter(
    (line) => line.trim() !== '',
  )
}
