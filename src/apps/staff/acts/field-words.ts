import { capitalised } from '#core/capitalised.ts'
/** A code as people read it: “no-answer-needed” is “No answer needed”. */
export function codeWords(code: string): string {
  const known = spelled[code]
  if (known !== undefined) return known
  return capitalised(code.replaceAll('-', ' '))
}

/** The same within a sentence: `customer-said-no` is “customer said no”. */
export function codeInLine(code: string): string {
  return spelledInLine[code] ?? code.replaceAll('-', ' ')
}

const spelledInLine: Readonly<Record<string, string>> = {
  'asb-reported': 'antisocial behaviour reported',
  'asb-taken-up': 'antisocial behaviour taken up',
  'asb-updated': 'antisocial behaviour, how it stands',
  'asb-closed': 'antisocial behaviour dealt with',
  mp: 'Member of Parliament',
  'e-mail': 'e-mail',
  bsl: 'British Sign Language',
  cd: 'CD',
}

/** Codes whose words are not their letters. */
const spelled: Readonly<Record<string, string>> = {
  'asb-reported': 'Antisocial behaviour reported',
  'asb-taken-up': 'Antisocial behaviour taken up',
  'asb-updated': 'Antisocial behaviour, how it stands',
  'asb-closed': 'Antisocial behaviour dealt with',
  mp: 'Member of Parliament',
  'e-mail': 'E-mail',
  bsl: 'British Sign Language',
  cd: 'CD',
  partly: 'Partly upheld',
  not: 'Not upheld',
  'easy-read': 'Easy read',
  home: 'At home',
  web: 'Web form',
}

/** A name of the vocabulary as a label, where it has none of its own: “decisionOn” is “Decision on”. */
export function nameWords(name: string): string {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return capitalised(words.replaceAll('-', ' '))
}
