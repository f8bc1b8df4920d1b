import type { MasterField } from '../masters/definition.ts'
import { isList } from '../masters/read-value.ts'

/** A cell as the field’s value would be sent, so far as it can be told; what cannot is refused where values are read. */
export function valueInCell({ type }: MasterField, cell: string): unknown {
  const text = cell.replaceAll(/[\u00a0\u202f]/g, ' ').trim()
  if (isList(type))
    return text
      .split(/[;|\n]/)
      .map((each) => each.trim())
      .filter((each) => each !== '')
  if (text === '') return null
  if (type === 'date') return dateInCell(text)
  if (type === 'yes or no') return words.get(text.toLowerCase()) ?? text
  if (type === 'whole number') return /^\d{1,9}$/.test(text) ? Number(text) : text
  return text
}

const words: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', '1'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', '0'].map((word) => [word, false] as const),
])

/** As people here write dates: the day first. */
function dateInCell(text: string): string {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00(?::00)?)?$/.exec(text)
  if (parts === null) return text.replace(/[T ]00:00(?::00)?$/, '')
  const [, day = '', month = '', year = ''] = parts
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
