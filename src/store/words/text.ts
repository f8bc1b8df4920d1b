import { type Refused, refused } from '#core/refused.ts'

/** A letter of some thirty pages; what is longer comes as a file. */
export const mostCharacters = 100_000

/** Why a text cannot be kept, if it cannot: asked at the door. */
export function textFault(text: string, field: string): Refused | undefined {
  if (text.trim() === '')
    return refused('not valid', 'there is nothing in the text', 'write something', field)
  if (text.length > mostCharacters)
    return refused(
      'too large',
      `the text has ${text.length} characters; ${mostCharacters} is the most`,
      'attach it as a file',
      field,
    )
  if (text.includes('\0') || !text.isWellFormed())
    return refused(
      'not valid',
      'the text holds a character that cannot be kept',
      'leave out control characters',
      field,
    )
  return undefined
}
