import { languageName } from '#core/documents/plain-text-languages.ts'
import { type Refused, refused } from '#core/refused.ts'

/** The voice of espeak-ng for a language. Of those of right standing; it has no Somali, for one. */
const voices: Readonly<Record<string, string>> = {
  en: 'en-gb',
  am: 'am',
  ar: 'ar',
  bg: 'bg',
  bn: 'bn',
  cy: 'cy',
  de: 'de',
  es: 'es',
  fa: 'fa',
  fr: 'fr',
  ga: 'ga',
  gd: 'gd',
  gu: 'gu',
  he: 'he',
  hi: 'hi',
  hu: 'hu',
  it: 'it',
  lt: 'lt',
  lv: 'lv',
  pa: 'pa',
  pl: 'pl',
  pt: 'pt',
  ro: 'ro',
  ru: 'ru',
  sk: 'sk',
  sq: 'sq',
  ta: 'ta',
  tr: 'tr',
  uk: 'uk',
  ur: 'ur',
  vi: 'vi',
  zh: 'cmn',
}

/** The voice for a language, or a refusal where there is none. */
export function voiceFor(language: string): string | Refused {
  const voice = voices[language.split('-')[0]?.toLowerCase() ?? '']
  if (voice !== undefined) return voice
  return refused(
    'not valid',
    `no computer voice for ${languageName(language)} is known here`,
    'ask somebody who speaks it to record it',
  )
}
