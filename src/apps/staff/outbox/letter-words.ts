import type { LetterShown } from '#store/letters/read-letters.ts'

/** What kind of thing it is. */
export const channelWords: Readonly<Record<LetterShown['channel'], string>> = {
  letter: 'Letter',
  'e-mail': 'E-mail',
  text: 'Text',
}

/** How far it is, in words. */
export const stateWords: Readonly<Record<LetterShown['state'], string>> = {
  waiting: 'Waiting',
  gone: 'Gone',
  failed: 'Failing',
  withdrawn: 'Taken back',
}
