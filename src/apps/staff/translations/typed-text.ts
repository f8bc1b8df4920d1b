import { type Refused, refused } from '#core/refused.ts'
import { longTextIn, textIn } from '#http/layout/fields.ts'
import type { PageAsked } from '#http/layout/page-route.ts'
import type { TypedText } from './page-shown.ts'

/** What was typed, or sent as a file, which then takes the place of what was typed. */
export function typedIn({
  fields,
  files = [],
}: Pick<PageAsked<never>, 'fields' | 'files'>): TypedText | Refused {
  const file = files.find(({ name, bytes }) => name === 'file' && bytes.length > 0)
  const text = file === undefined ? longTextIn(fields, 'text') : decoded(file.bytes)
  if (text === undefined)
    return refused('not valid', 'this file is not plain text', 'save it as plain text in UTF-8', '/file')
  return {
    title: textIn(fields, 'title'),
    text,
    translator: textIn(fields, 'translator'),
    byProgram: textIn(fields, 'byProgram') === 'yes',
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
