import type { Document } from '#core/documents/document.ts'
import { languageOf } from '#core/documents/plain-text-languages.ts'
import { blocksInNotation } from '#core/documents/plain-text-notation.ts'
import type { Day } from '#core/time/day.ts'
import type { PublishedTranslation } from '#store/translations/published-translations.ts'

/** A translation as a document, to be drawn like any other: it says which version it is of, and where that is no longer so. */
export function translationDocument(
  translation: Pick<
    PublishedTranslation,
    'title' | 'text' | 'language' | 'byProgram' | 'sourceVersion' | 'isOutOfDate'
  > & { readonly publishedOn?: Day },
  landlord: { readonly name: string },
): Document {
  const { title, text, language, byProgram, publishedOn, isOutOfDate } = translation
  return {
    title,
    language,
    direction: languageOf(language)?.direction ?? 'ltr',
    publisher: landlord.name,
    ...(publishedOn !== undefined && { datedOn: publishedOn }),
    ...(byProgram && { madeBy: 'a program' as const }),
    ...(isOutOfDate && { notices: [outOfDate(translation.sourceVersion, landlord.name)] }),
    blocks: blocksInNotation(text),
  }
}

function outOfDate(version: string, landlord: string): string {
  return `This translation is out of date: it was made from ${version} of the document, which has changed since. Ask ${landlord} what has changed.`
}
