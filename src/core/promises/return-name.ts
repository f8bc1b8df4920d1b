import type { Term } from './ratio.ts'

/**
 * The return that feeds a term of a ratio: the one it names; or, for a sum of amounts in cases (rent received), the total of
 * cases that another system holds, by the event and its field: `rent-received-pence`. Undefined for what is only counted.
 */
export function returnNameOf({ returned, sum, last, event = [] }: Term): string | undefined {
  if (returned !== undefined) return returned
  const field = sum ?? last
  const [only] = event
  if (field === undefined || only === undefined || event.length > 1 || only.when.length > 0) return undefined
  return `${only.event}-${field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
