import type { Document } from './document.ts'

/** What a program may make of a document that a person would read, hear or feel otherwise than it was written. */
export type MadeForm = 'Braille' | 'audio' | 'translation'

/**
 * Says that a program made this, and whom to ask where it went wrong: whoever depends on it cannot see the page it was made from. In
 * English, since it is the program that says it.
 */
export function machineNotice(document: Pick<Document, 'publisher'>, form: MadeForm): string {
  return `${made[form]} If anything in it is unclear or seems wrong, ask ${document.publisher}.`
}

/** What is said at the head of every form of a document, in English: that a program wrote it, and what its publisher says of it. */
export function noticesOf(document: Document): readonly string[] {
  const made = document.madeBy === undefined ? [] : [machineNotice(document, 'translation')]
  return [...made, ...(document.notices ?? [])]
}

const made: Readonly<Record<MadeForm, string>> = {
  Braille: 'A computer made this Braille, and nobody has proofread it.',
  audio: 'A computer is reading this to you.',
  translation: 'A computer made this document from another one.',
}
