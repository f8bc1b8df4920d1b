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
    body: blocksOf(letter.text),
    largePrint: letter.largePrint,
  }
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
