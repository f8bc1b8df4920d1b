import type { PromiseAsks } from '#core/acts/promise-asks.ts'
import type { Refused } from '#core/refused.ts'
import type { Fault } from '#http/layout/fault.ts'
import type { LetterWriter } from '#store/letters/letter-ground.ts'
import { faultsOfRefusal } from '../acts/act-faults.ts'
import type { Answering } from './answering.ts'

/** Why a letter was refused: a promise speaks in its own words, and we say what the letter lacks and where to write it. */
export function faultsOfLetter(refused: Refused, { form, ground }: Answering): readonly Fault[] {
  if (refused.asks === undefined) return faultsOfRefusal(refused, form)
  // What the form has a box for, such as the reason for a delay, is asked for there.
  const onForm = new Set(form.fields.map(({ name }) => name))
  const isInLetter = (name: string) => Object.hasOwn(inLetter, name) && !onForm.has(name)
  return refused.asks.flatMap((asks) => {
    const lacking = asks.fields.flatMap((any) => any.filter(isInLetter))
    const fields = asks.fields.filter((any) => !any.some(isInLetter))
    const isMore = fields.length > 0 || asks.earlier !== undefined || asks.later !== undefined
    const others = isMore ? faultsOfRefusal({ ...refused, asks: [{ ...asks, fields }] }, form) : []
    return lacking.length === 0 ? others : [...others, lacks(asks, lacking, ground.writer)]
  })
}

/** What the letter itself shows, and what of the writer it is. */
const inLetter = {
  name: { what: 'your name', value: (writer: LetterWriter) => writer.name },
  position: { what: 'your position', value: (writer: LetterWriter) => writer.jobTitle },
  telephone: { what: 'your direct telephone number', value: (writer: LetterWriter) => writer.directDial },
  email: { what: 'your e-mail address', value: (writer: LetterWriter) => writer.email },
  address: { what: 'a return address', value: (writer: LetterWriter) => writer.officeAddress },
  howToEscalate: { what: 'how to take it further', value: () => undefined },
  reason: { what: 'why we decided so', value: () => undefined },
} as const

function lacks(
  { promise, says }: PromiseAsks,
  names: readonly string[],
  writer: LetterWriter | undefined,
): Fault {
  const parts = names.map((name) => {
    const { what, value } = inLetter[name as keyof typeof inLetter]
    const known = writer === undefined ? undefined : value(writer)
    if (known === null) return `${what}, which the staff list does not have`
    return known === undefined ? what : `${what} (${known.replaceAll('\n', ', ')})`
  })
  return {
    field: 'text',
    says: `We promise: “${says}” (${promise}). The letter lacks ${parts.join('; ')}. Write it there, or choose at the end of the form why not.`,
  }
}
