import { blocksOf } from '#http/pdf/blocks.ts'
import type { LetterInputs } from '#http/pdf/pdf-templates.ts'
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
  const office = ground.writer?.officeAddress?.split('\n') ?? []
  return {
    head: { landlord, ...(office.length > 0 && { lines: [office.join(', ')] }) },
    subject: letter.subject,
    to: letter.to,
    date: letter.today,
    reference: ground.case.case_id,
    ...headAndBody(letter.text),
    largePrint: letter.largePrint,
  }
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
