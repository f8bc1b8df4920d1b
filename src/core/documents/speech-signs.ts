import { digitByDigit, type SpeechRule } from './speech-numbers.ts'

const letterByLetter = (text: string) => Array.from(text).join(' ')

const signs: Readonly<Record<string, string>> = {
  '.': 'dot',
  '-': 'dash',
  _: 'underscore',
  '/': 'slash',
  '+': 'plus',
  '@': 'at',
}

/** Addresses of the Internet: they are heard to be typed. */
export const addressRules: readonly SpeechRule[] = [
  {
    finds: /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}\b/g,
    says: ([found]) => spelled(found),
  },
  {
    finds: /\b(?:https?:\/\/)?((?:www\.)[\w-]+(?:\.[\w-]+){1,5}(?:\/[\w/-]*)?)\b\/?/g,
    says: ([, address = '']) => spelled(address).replace(/^www\b/, 'w w w'),
  },
  {
    finds: /\bhttps?:\/\/([\w-]+(?:\.[\w-]+){1,5}(?:\/[\w/-]*)?)\b\/?/g,
    says: ([, address = '']) => spelled(address),
  },
]

/** Postcodes, references and clause ids: letter by letter and digit by digit. */
export const referenceRules: readonly SpeechRule[] = [
  {
    finds: /\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b/g,
    says: ([, out = '', inward = '']) => `${letterByLetter(out)}, ${letterByLetter(inward)}`,
  },
  {
    finds:
      /\b(sections?|clauses?|paragraphs?|points?|parts?|rules?|standards?) (\d{1,3}(?:\.\d{1,3}){1,4})\b/gi,
    says: ([, what = '', id = '']) => `${what} ${id.replaceAll('.', ' point ')}`,
  },
  { finds: /\b\d{1,3}(?:\.\d{1,3}){2,4}\b/g, says: ([found]) => found.replaceAll('.', ' point ') },
  {
    finds: /\b(?=[A-Z\d/-]{0,40}[A-Z])(?=[A-Z\d/-]{0,40}\d)[A-Z\d]+(?:[-/][A-Z\d]+)*\b/g,
    says: ([found]) => referenceSaid(found),
  },
]

/** What is shortened on paper and said in full. */
export const shortenedRules: readonly SpeechRule[] = [
  { finds: /\be\.?g\.(?:,)?/gi, says: () => 'for example,' },
  { finds: /\bi\.?e\.(?:,)?/gi, says: () => 'that is,' },
  { finds: /,? etc\b\.?(?=\s*$)/gi, says: () => ' and so on.' },
  { finds: /,? etc\b\.?/gi, says: () => ' and so on' },
  { finds: /\band\/or\b/gi, says: () => 'and, or,' },
  { finds: /\s&\s/g, says: () => ' and ' },
  { finds: /\bapprox\b\.?/gi, says: () => 'approximately' },
  { finds: /\b(tel|telephone)(?: no)?\b\.?:?(?=\s[\d+(])/gi, says: () => 'telephone' },
  { finds: /\bref\b[.:]?(?=\s)/gi, says: () => 'reference' },
  { finds: /\bno\. ?(?=\d)/gi, says: () => 'number ' },
  { finds: /(\d) ?hrs?\b\.?/g, says: ([, digit = '']) => `${digit} ${digit === '1' ? 'hour' : 'hours'}` },
  { finds: /(\d) ?mins?\b\.?/g, says: ([, digit = '']) => `${digit} minutes` },
  { finds: /\bRd\b\.?/g, says: () => 'Road' },
  { finds: /\bAve\b\.?/g, says: () => 'Avenue' },
  { finds: /\bSt\b\.?(?=,|$)/g, says: () => 'Street' },
  { finds: /\bSt\b\.? (?=[A-Z])/g, says: () => 'Saint ' },
  { finds: /\bLtd\b\.?/g, says: () => 'Limited' },
  { finds: /\b([a-z]{3,})\/([a-z]{3,})\b/g, says: ([, one = '', other = '']) => `${one} or ${other}` },
]

/** Short forms of capitals are said letter by letter, unless they are said as a word. */
export const capitalRules: readonly SpeechRule[] = [
  {
    finds: /\b[A-Z]{2,5}s?\b/g,
    says: ([found]) => {
      const letters = found.replace(/s$/, '')
      if (saidAsWords.has(letters)) return found
      return letterByLetter(letters) + (found === letters ? '' : ' s')
    },
  },
]

const saidAsWords: ReadonlySet<string> = new Set([
  'PIN',
  'CORGI',
  'NATO',
  'AIDS',
  'OK',
  'TUPE',
  'ACAS',
  'SIM',
])

function spelled(address: string): string {
  return address
    .replaceAll(/[.@/_+-]/g, (sign) => ` ${signs[sign]} `)
    .replaceAll(/\d+/g, (digits) => ` ${digitByDigit(digits)} `)
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function referenceSaid(reference: string): string {
  return reference
    .split(/([-/])/)
    .map((part) => signs[part] ?? letterByLetter(part))
    .join(' ')
}
