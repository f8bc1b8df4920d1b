import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { LetterInputs } from '#http/pdf/pdf-templates.ts'
import { typeset } from '#http/pdf/typeset.ts'
import type { PageAsked } from '#http/layout/page-route.ts'
import { readLetter } from '#store/letters/read-letters.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { keptLetterPage } from '../answering/letter-page.ts'

/** The most letters that are printed at once. */
const mostAtOnce = 50

/** The chosen letters as one file to be printed, each beginning on a page of its own, the first written first. */
export async function printLetters(
  { store, visitor }: Pick<PageAsked<Visitor>, 'store' | 'visitor'>,
  letterIds: readonly string[],
): Promise<Uint8Array | Refused> {
  if (letterIds.length === 0)
    return refused('not valid', 'no letter is chosen', 'tick those that you want to print', '/letters')
  if (letterIds.length > mostAtOnce)
    return refused('too many', `no more than ${mostAtOnce} can be printed at once`, 'tick fewer of them')
  const letters: LetterInputs[] = []
  for (const letterId of letterIds.toReversed()) {
    const letter = await readLetter(store, visitor.acting, letterId)
    if (isRefused(letter)) return letter
    if (letter.channel === 'letter' && letter.text !== null)
      letters.push(keptLetterPage(letter, visitor.landlord.name))
  }
  if (letters.length === 0)
    return refused('not valid', 'none of them is a letter on paper', 'tick letters, or type texts by hand')
  const pdf = await typeset('letters', { title: 'Letters to post', letters })
  return isRefused(pdf) && pdf.because === 'too large'
    ? refused('too large', 'these letters are too long for one file', 'tick fewer of them')
    : pdf
}
