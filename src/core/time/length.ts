import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import { type Length, parseCounted } from '#core/time/length-counted.ts'
import { hour, minute, second } from '#core/time/instant.ts'

export type { Length } from '#core/time/length-counted.ts'

/** What a landlord's loose words mean in arithmetic. */
export interface Meanings {
  /** One ring of the telephone (readings.md 2). */
  readonly ringMilliseconds?: number
  /** `immediately`, `on receipt`, `regularly` and the like, in lower case. */
  readonly words: ReadonlyMap<string, Length>
}

/**
 * Reads a length: `24 seconds`, `5 rings`, `10 working days`, `same day`, or a loose word the pack gives a meaning.
 * Words in brackets at the end say the same again, `5 rings (18 seconds)`, and are checked.
 */
export function parseLength(text: string, meanings: Meanings): Length | Refusal {
  if (text.length > longestText) return refuse('this length is too long to read', example)
  const bracketed = /^([^()]+)\(([^()]+)\)\s*$/.exec(text)
  if (bracketed === null) return parsePlain(text, meanings)
  const length = parsePlain(bracketed[1] as string, meanings)
  const gloss = parsePlain(bracketed[2] as string, meanings)
  if (isRefusal(length)) return length
  if (isRefusal(gloss)) return gloss
  if (length.unit === gloss.unit && length.amount === gloss.amount) return length
  const [said, bracket] = [formatLength(length), formatLength(gloss)]
  return refuse(
    `“${text.trim()}” says ${said}, but ${bracket} in brackets`,
    `write ${said} in the brackets, or leave them out`,
  )
}

function parsePlain(text: string, meanings: Meanings): Length | Refusal {
  const plain = text.trim().replace(/\s+/g, ' ').toLowerCase()
  const named = fixedWords.get(plain) ?? meanings.words.get(plain)
  return named ?? parseCounted(plain, meanings.ringMilliseconds) ?? refuseWord(plain, meanings)
}

function refuseWord(text: string, meanings: Meanings): Refusal {
  const meant = suggest(text, [...fixedWords.keys(), ...meanings.words.keys()])
  const fix =
    meant === undefined
      ? `${example}, or give “${text}” a meaning under meanings`
      : `did you mean “${meant}”?`
  return refuse(`“${text}” is not a length of time`, fix)
}

/** Writes a length so that `parseLength` reads the same one. */
export function formatLength(length: Length): string {
  switch (length.unit) {
    case 'milliseconds':
      return formatElapsed(length.amount, '')
    case 'working milliseconds':
      return formatElapsed(length.amount, 'working ')
    case 'days':
      return length.amount === 0 ? 'same day' : counted(length.amount, 'day')
    case 'working days':
      return length.amount === 0 ? 'same working day' : counted(length.amount, 'working day')
    case 'months':
      return length.amount % 12 === 0 ? counted(length.amount / 12, 'year') : counted(length.amount, 'month')
  }
}

/** In the largest unit that comes out whole, never more than hours: 72 hours are not 3 days (readings.md 4). */
function formatElapsed(milliseconds: number, kind: string): string {
  if (milliseconds % hour === 0) return counted(milliseconds / hour, `${kind}hour`)
  if (milliseconds % minute === 0) return counted(milliseconds / minute, `${kind}minute`)
  return counted(milliseconds / second, `${kind}second`)
}

function counted(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`
}

const fixedWords: ReadonlyMap<string, Length> = new Map([
  ['same day', { unit: 'days', amount: 0 }],
  ['same working day', { unit: 'working days', amount: 0 }],
  ['next working day', { unit: 'working days', amount: 1 }],
] as const)

const example = 'write a length such as 10 working days'
const longestText = 200
