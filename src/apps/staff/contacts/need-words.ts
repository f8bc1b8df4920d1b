import { codeWords } from '../acts/field-words.ts'

/** A communication need as staff must hear it: `interpreter ur` is “Interpreter: Urdu”. */
export function needText(need: string): string {
  const [code = '', language] = need.split(' ')
  const says = needs.get(code) ?? codeWords(code)
  return language === undefined ? says : `${says}: ${languageName(language)}`
}

/** An alert, as what to do. */
export function alertText(alert: string): string {
  return alerts.get(alert) ?? codeWords(alert)
}

const needs: ReadonlyMap<string, string> = new Map([
  ['bsl', 'British Sign Language'],
  ['cd', 'Letters on CD'],
  ['audio', 'Letters on audio'],
  ['braille', 'Letters in Braille'],
  ['large-print', 'Letters in large print'],
  ['easy-read', 'Letters in easy read'],
  ['no-telephone', 'Do not telephone'],
  ['no-letters', 'Do not write letters'],
  ['text-relay', 'Rings by text relay'],
  ['lip-reading', 'Reads lips'],
  ['third-party-copied', 'Copy letters to whoever speaks for them'],
])

const alerts: ReadonlyMap<string, string> = new Map([
  ['visit-in-pairs', 'Two must visit'],
  ['office-visits-only', 'See at the office only'],
  ['letters-only', 'Write only; do not ring or visit'],
  ['dog', 'There is a dog'],
  ['oxygen-in-the-home', 'There is oxygen in the home'],
  ['password-scheme', 'Give the password when visiting'],
  ['do-not-disclose-address', 'Never tell anybody the address'],
])

function languageName(code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

const names = new Intl.DisplayNames(['en-GB'], { type: 'language' })
