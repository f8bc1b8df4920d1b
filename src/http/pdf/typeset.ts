import { isRefused, type Refused, refused } from '#core/refused.ts'
import { oneThread } from '../thread/one-thread.ts'
import type { PdfInputs, PdfTemplate } from './pdf-templates.ts'
import type { Typeset, ToTypeset } from './typeset-worker.ts'

/** The most that one letter may hold, in characters of its inputs; a report with its charts holds more. */
const mostCharacters = 200_000
const mostOfDocument = 2_000_000

const thread = oneThread<ToTypeset, Typeset>(new URL('./typeset-worker.ts', import.meta.url), {
  doing: 'making a PDF',
  mostWaiting: 100,
  longest: 20_000,
})

/**
 * Makes a tagged PDF (PDF/UA-1: title, language, headings, reading order) in a thread beside the pages. Refused where a
 * letter of an alphabet stands in it that no font here can show, naming it: a name with a box in it is no name.
 */
export async function typeset<Template extends PdfTemplate>(
  template: Template,
  inputs: PdfInputs[Template],
): Promise<Uint8Array | Refused> {
  const data = JSON.stringify(inputs).toWellFormed()
  if (template === 'document' && data.length > mostOfDocument)
    return refused('too large', 'this is too long for one PDF', 'make two documents of it')
  if (template !== 'document' && data.length > mostCharacters)
    return refused('too large', 'this is too long for one letter', 'make two letters of it')
  const made = await thread.ask({ template, data })
  if (isRefused(made)) return made
  if ('pdf' in made) return made.pdf
  if (made.unshowable.length > 0) return cannotShow(made.unshowable)
  throw new Error(`the page “${template}” could not be set: ${made.fault}`)
}

function cannotShow(characters: readonly string[]): Refused {
  const named = characters.slice(0, 10).map((each) => `“${each}”`)
  return refused(
    'not valid',
    `no font on this server can print ${named.join(', ')}`,
    'write it in another alphabet, or ask whoever runs the server to install a font that has it',
  )
}
