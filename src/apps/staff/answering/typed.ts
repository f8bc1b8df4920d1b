import { isLetterChannel, type LetterChannel } from '#core/letters/letter-acts.ts'
import type { Fields } from '#http/layout/fields.ts'
import { longTextIn, textIn } from '#http/layout/fields.ts'

/** What stands in the form of an answer. */
export interface AnswerTyped {
  readonly channel: LetterChannel
  readonly templateId: string
  readonly templateVersion: number
  readonly subject: string
  readonly text: string
  /** Put into the letter, and kept nowhere else. */
  readonly reasonWords: string
  readonly escalateWords: string
  /** Everything that was sent, for the fields of the act. */
  readonly fields: Fields
}

/** Reads the form. */
export function answerTyped(fields: Fields): AnswerTyped {
  const channel = textIn(fields, 'channel')
  const version = textIn(fields, 'template-version')
  return {
    channel: isLetterChannel(channel) ? channel : 'letter',
    templateId: textIn(fields, 'template'),
    templateVersion: /^\d{1,5}$/.test(version) ? Number(version) : 0,
    subject: textIn(fields, 'subject'),
    text: longTextIn(fields, 'text').replaceAll('\r\n', '\n'),
    reasonWords: longTextIn(fields, 'reason-words'),
    escalateWords: longTextIn(fields, 'escalate-words'),
    fields,
  }
}

/** What of it is kept as a draft: everything typed, and nothing of ours. */
export function draftOf(fields: Fields): Readonly<Record<string, string>> {
  const typed = Object.entries(fields).filter(
    (each): each is [string, string] =>
      typeof each[1] === 'string' && each[0].length <= 100 && !notKept.test(each[0]),
  )
  return Object.fromEntries(typed.slice(0, 100))
}

const notKept = /^(form-token|do|version)$|token/
