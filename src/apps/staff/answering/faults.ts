import { fieldsIn, mergeFields, unwrittenIn } from '#core/letters/merge-fields.ts'
import type { Fault } from '#http/layout/fault.ts'
import type { LetterGround } from '#store/letters/letter-ground.ts'
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
    ...unfilled({ ground }, typed),
    ...unwritten(typed),
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

/** Names still in brackets: where the page has a box for one, the fault leads there. */
function unfilled({ ground }: Pick<Answering, 'ground'>, { subject, text }: AnswerTyped): readonly Fault[] {
  const inSubject = new Set(fieldsIn(subject))
  return fieldsIn(`${subject}\n${text}`)
    .slice(0, 10)
    .map((name) => boxOf(name, ground) ?? inLetter(name, inSubject.has(name) ? 'subject' : 'text'))
}

/** What a template leaves to whoever writes must not go out as it stands. */
function unwritten({ subject, text }: AnswerTyped): readonly Fault[] {
  const inText = unwrittenIn(text).slice(0, 5)
  return [
    ...unwrittenIn(subject)
      .slice(0, 1)
      .map((each) => ({ field: 'subject', says: notYet(each) })),
    ...inText.map((each) => ({ field: 'text', says: notYet(each) })),
  ]
}

function notYet(sentence: string): string {
  return `“${sentence}” is still in the letter. Write it, or take it out.`
}

function boxOf(name: string, ground: LetterGround): Fault | undefined {
  const isDecision = ground.case.kind === 'complaint'
  const boxes: Readonly<Record<string, Fault>> = {
    reason: { field: 'reason-words', says: 'Write why, as the letter says it.' },
    'new date': { field: 'newDate', says: 'Say when the answer will come: the letter promises it.' },
    'decision date': { field: 'decisionOn', says: 'Say when a decision will come: the letter promises it.' },
    investigator: { field: 'investigator', says: 'Choose who looks into it: the letter names them.' },
    decision: { field: 'outcome', says: 'Choose what we decided: the letter says it.' },
    ...(isDecision && {
      'how to escalate': { field: 'escalate-words', says: 'Write how they can take it further.' },
    }),
  }
  return Object.hasOwn(boxes, name) ? boxes[name] : undefined
}

function inLetter(name: string, field: string): Fault {
  const says = Object.hasOwn(mergeFields, name) ? mergeFields[name as keyof typeof mergeFields] : undefined
  const missing = says === undefined ? '' : ` We do not know it: ${says}.`
  return { field, says: `((${name})) is still in the letter.${missing} Write it there, or take it out.` }
}
