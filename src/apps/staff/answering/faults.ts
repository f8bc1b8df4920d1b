import { fieldsIn, mergeFields } from '#core/letters/merge-fields.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Answering, addressFor } from './answering.ts'
import type { AnswerTyped } from './typed.ts'

/** What keeps any letter from going: nobody to send it to, nothing in it, or brackets that nothing was put into. */
export function letterFaults({ ground }: Pick<Answering, 'ground'>, typed: AnswerTyped): readonly Fault[] {
  return [
    ...addressFaults(ground.customer, typed),
    ...(typed.subject === '' || typed.subject.length > 200
      ? [{ field: 'subject', says: 'Write what it is about, in one short line.' }]
      : []),
    ...(typed.text === ''
      ? [{ field: 'text', says: 'There is nothing in it yet. Write it, or use a template.' }]
      : []),
    ...unfilled(typed),
  ]
}

function addressFaults(
  customer: Answering['ground']['customer'],
  { channel }: AnswerTyped,
): readonly Fault[] {
  if (customer === undefined)
    return [
      {
        field: 'channel',
        says: 'The case has no customer, so there is nobody to write to. Say on the case who it is about.',
      },
    ]
  if (addressFor(channel, customer) !== undefined) return []
  return [
    { field: 'channel', says: `${wanting[channel]} Add it on the customer’s page, or choose another way.` },
  ]
}

const wanting = {
  letter: 'We do not know where to send a letter.',
  'e-mail': 'We have no e-mail address of theirs.',
  text: 'We have no mobile number of theirs.',
} as const

/** Names still in brackets, each with what it stands for. */
function unfilled({ subject, text }: AnswerTyped): readonly Fault[] {
  const left = fieldsIn(`${subject}\n${text}`)
  return left.slice(0, 10).map((name) => ({
    field: fieldsIn(subject).includes(name) ? 'subject' : 'text',
    says: `((${name})) is still in the letter${meaning(name)}. Write it there, or take it out.`,
  }))
}

function meaning(name: string): string {
  const says = Object.hasOwn(mergeFields, name) ? mergeFields[name as keyof typeof mergeFields] : undefined
  return says === undefined ? '' : `: ${says}, which we do not know`
}
