import type { TranslationState } from '#store/translations/translation-row.ts'

/** How far a translation is, in words, and in which colour its tag is. */
export const stateWords: Readonly<
  Record<TranslationState, { readonly text: string; readonly colour: string }>
> = {
  wanted: { text: 'Wanted', colour: 'govuk-tag--grey' },
  'in hand': { text: 'In hand', colour: 'govuk-tag--blue' },
  'to be checked': { text: 'To be checked', colour: 'govuk-tag--yellow' },
  published: { text: 'Published', colour: 'govuk-tag--green' },
  withdrawn: { text: 'Withdrawn', colour: 'govuk-tag--grey' },
}

/** What happened, at the head of the next page. */
export const notices: Readonly<Record<string, string>> = {
  wanted: 'It is on the list as wanted.',
  kept: 'It is kept.',
  sent: 'It waits for somebody else to check it.',
  published: 'It is published. Anybody can read it now.',
  back: 'It is given back to whoever wrote it.',
  withdrawn: 'It is withdrawn. Nobody outside can read it any more.',
}
