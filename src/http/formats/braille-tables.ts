import { type Refused, refused } from '#core/refused.ts'
import { languageName } from '#core/documents/plain-text-languages.ts'

/** The table of liblouis for each language that has one of six dots: contracted where readers of it expect that. */
const tables: Readonly<Record<string, string>> = {
  en: 'en-ueb-g2.ctb',
  ar: 'ar-ar-g1.utb',
  bn: 'be-in-g1.utb',
  cy: 'cy-cy-g2.ctb',
  de: 'de-g1.ctb',
  es: 'es-g1.ctb',
  fa: 'fa-ir-g1.utb',
  fr: 'fr-bfu-comp6.utb',
  ga: 'ga-g2.ctb',
  gu: 'gu-in-g1.utb',
  hi: 'hi-in-g1.utb',
  it: 'it-it-comp6.utb',
  lt: 'lt-6dot.utb',
  pa: 'pu-in-g1.utb',
  pl: 'pl.tbl',
  pt: 'pt-pt-g1.utb',
  ta: 'ta-ta-g1.ctb',
  uk: 'uk.utb',
  ur: 'ur-pk-g1.utb',
}

/** What English is translated with, and what the notices of the program are in. */
export const englishTable = 'en-ueb-g2.ctb'

/** The table for a language, or a refusal where there is none. */
export function brailleTable(language: string): string | Refused {
  const table = tables[language.split('-')[0]?.toLowerCase() ?? '']
  if (table !== undefined) return table
  return refused(
    'not valid',
    `no Braille code for ${languageName(language)} is known here`,
    'ask a transcription service that writes Braille in that language',
  )
}
