/** Something in a text that is written for the eye, and how it is said. */
export interface SpeechRule {
  readonly finds: RegExp
  readonly says: (found: RegExpMatchArray) => string
}

/** Digits one by one, so that they can be written down as they are heard: `020` is “0 2 0”. */
export function digitByDigit(digits: string): string {
  return Array.from(digits).join(' ')
}

const pounds = (amount: string) => `${amount} ${amount === '1' ? 'pound' : 'pounds'}`
const plain = (amount: string) => amount.replaceAll(',', '')
const pence = (amount: string) => `${Number(amount)} ${Number(amount) === 1 ? 'penny' : 'pence'}`

/** Money, telephone numbers, percentages, and numbers with signs. */
export const numberRules: readonly SpeechRule[] = [
  {
    finds: /£(\d[\d,]*(?:\.\d+)?)\s?(k|m|bn|million|billion|thousand)\b/gi,
    says: ([, amount = '', scale = '']) => `${plain(amount)} ${scales[scale.toLowerCase()] ?? scale} pounds`,
  },
  { finds: /£0\.(\d\d)(?!\d)/g, says: ([, part = '']) => pence(part) },
  {
    finds: /£(\d[\d,]*)\.(\d\d)(?!\d)/g,
    says: ([, amount = '', part = '']) =>
      part === '00' ? pounds(plain(amount)) : `${pounds(plain(amount))} and ${pence(part)}`,
  },
  { finds: /£(\d[\d,]*\d|\d)(?!\.\d)/g, says: ([, amount = '']) => pounds(plain(amount)) },
  { finds: /\b(\d{1,3})p\b/g, says: ([, part = '']) => pence(part) },
  {
    finds: /(?<![\d.,/-])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|\(?0)(?:\)?[\s-]?\d){9,10}(?![\d.,/]?\d)/g,
    says: ([found]) => telephone(found),
  },
  {
    finds: /\b(ring|call|dial|phone|telephone|on|text)\s(999|101|111|112|116\s?\d{3})\b/gi,
    says: ([, verb = '', digits = '']) => `${verb} ${digitByDigit(digits.replaceAll(/\s/g, ''))}`,
  },
  { finds: /(\d)\s?%/g, says: ([, digit = '']) => `${digit} per cent` },
  { finds: /\b24\/7\b/g, says: () => '24 hours a day, 7 days a week' },
  {
    finds: /\b(20\d\d)[/–-](\d\d)\b(?![-/]\d)/g,
    says: ([, year = '', end = '']) => `${year} to ${year.slice(0, 2)}${end}`,
  },
  { finds: /\b\d{1,3}(?:,\d{3})+\b/g, says: ([found]) => plain(found) },
  { finds: /(?<![\d.])\d{7,}(?![\d.]\d)/g, says: ([found]) => digitByDigit(found) },
  { finds: /(\d)\s?[–-]\s?(\d)/g, says: ([, from = '', to = '']) => `${from} to ${to}` },
  { finds: /½/g, says: () => ' and a half' },
  { finds: /(\d)\s?°C\b/g, says: ([, digit = '']) => `${digit} degrees` },
  { finds: /(\d)\s?m²/g, says: ([, digit = '']) => `${digit} square metres` },
  { finds: /\s×\s/g, says: () => ' times ' },
]

const scales: Readonly<Record<string, string>> = { k: 'thousand', m: 'million', bn: 'billion' }

/** Its groups stay apart. */
function telephone(found: string): string {
  const groups = found
    .replace(/^\+/, 'plus ')
    .replaceAll(/[()]/g, ' ')
    .split(/[\s-]+/)
    .filter((group) => group !== '')
  return groups
    .map((group) => (group === 'plus' ? group : digitByDigit(group)))
    .join(', ')
    .replace('plus, ', 'plus ')
}
