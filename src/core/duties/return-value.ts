import { inPlainWords } from '#core/promises/plain-words.ts'
import { numberText } from '#core/promises/percent.ts'
import { type Refused, refused } from '#core/refused.ts'

/** What a return is counted in, by its name: an amount of money is kept in pence. */
export function unitOf(name: string): 'pence' | 'number' {
  return name.endsWith('-pence') ? 'pence' : 'number'
}

/** “Rent received”, for a return called `rent-received-pence`. */
export function returnWords(name: string): string {
  const words = inPlainWords(name.replace(/-pence$/, ''))
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** A value as it is read: “£12,345.60”, “3,204”. */
export function valueText(name: string, value: number): string {
  if (unitOf(name) === 'number') return numberText(value)
  const pounds = (Math.abs(value) / 100).toLocaleString('en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  return `${value < 0 ? '−' : ''}£${pounds}`
}

/** No figure of a landlord's is larger than this, and sums of them stay exact. */
const mostValue = 1e13

/**
 * The value that somebody typed. Money is typed in pounds and kept in pence; what a file holds without a pound sign is in the unit
 * that the name says.
 */
export function valueTyped(name: string, typed: string, from: 'form' | 'file'): number | Refused {
  const text = typed.trim().replaceAll(/[,\s]/g, '').replace('−', '-')
  const match = /^(-?)(£?)(\d{1,14})(?:\.(\d{1,6}))?$/.exec(text)
  if (match === null)
    return refused('not valid', 'this is not a number', 'write it in digits, such as 1234.50', '/value')
  const [, sign, pound, whole = '0', part = ''] = match
  const isMoney = unitOf(name) === 'pence'
  if (pound === '£' && !isMoney)
    return refused('not valid', 'this figure is not an amount of money', 'leave out the pound sign', '/value')
  const inPounds = isMoney && (from === 'form' || pound === '£')
  if (inPounds && part.length > 2)
    return refused('not valid', 'an amount has two digits of pence', 'write it as 1234.50', '/value')
  const size = inPounds
    ? Number(whole) * 100 + Number(part.padEnd(2, '0'))
    : Number(`${whole}.${part || '0'}`)
  if (size > mostValue)
    return refused('not valid', 'this is too large a figure', 'check its digits', '/value')
  return sign === '-' ? -size : size
}
