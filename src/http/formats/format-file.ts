import type { Document } from '#core/documents/document.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Fields } from '#http/layout/fields.ts'
import { textIn } from '#http/layout/fields.ts'
import type { GivenFile } from '#http/layout/page-route.ts'
import { isColours } from './colours.ts'
import { cannot, type FormatChoices, formats } from './formats.ts'

export interface FormatAsked {
  /** What the address says: `braille`. */
  readonly format: string
  /** What was chosen: `size`, `colours`, `cells`, `lines`. */
  readonly query: Fields
  /** What the file is called, without its ending. */
  readonly fileName: string
  /** Of a letter. */
  readonly isPrivate?: boolean
}

/** A document made in the form asked for, as a file to be kept. */
export async function formatFile(
  document: Document,
  { format: name, query, fileName, isPrivate = false }: FormatAsked,
): Promise<GivenFile | Refused> {
  const format = formats.find((each) => each.name === name)
  if (format === undefined)
    return refused('not found', 'there is no such form', 'choose one of those on the page')
  const choices = choicesIn(query)
  if (isRefused(choices)) return choices
  const bytes = cannot(format, document.language) ?? (await format.make(document, { ...choices, isPrivate }))
  if (isRefused(bytes)) return bytes
  return { file: { name: `${fileName}.${format.extension}`, type: format.type, bytes, keep: true } }
}

function choicesIn(query: Fields): FormatChoices | Refused {
  const colours = textIn(query, 'colours')
  if (colours !== '' && !isColours(colours))
    return refused('not valid', 'no such colours can be chosen', 'choose colours from the list')
  const numbers = (['size', 'cells', 'lines'] as const).map((name) => textIn(query, name))
  if (numbers.some((text) => !/^\d{0,3}$/.test(text)))
    return refused('not valid', 'a size is a whole number', 'choose a size from the list')
  const [pointSize, cells, lines] = numbers.map((text) => (text === '' ? undefined : Number(text)))
  return {
    ...(isColours(colours) && { colours }),
    ...(pointSize !== undefined && { pointSize }),
    ...(cells !== undefined && { cells }),
    ...(lines !== undefined && { lines }),
  }
}
