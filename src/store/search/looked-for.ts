import { normalPostcode } from '../masters/postcode.ts'
import { telephoneLookedFor } from '../masters/telephone.ts'
import { plainKey, plainName } from './normal.ts'

/** What somebody typed, as what it may be: a name in some spelling, and a part of a reference, number or address. */
export interface LookedFor {
  readonly name: string | undefined
  readonly key: string | undefined
}

const longest = 100

/** Reads what somebody typed into a search; undefined where it is too short or too long to look for. */
export function lookedFor(text: string): LookedFor | undefined {
  if (text.length > longest || !text.isWellFormed()) return undefined
  const typed = text.replaceAll(/\p{Cc}/gu, ' ').trim()
  const telephone = telephoneLookedFor(typed)
  if (telephone !== undefined) return { name: undefined, key: telephone }
  if (normalPostcode(typed) !== undefined || typed.includes('@'))
    return { name: undefined, key: plainKey(typed) }
  const [name, key] = [plainName(typed), plainKey(typed)]
  const looked = { name: name.length < 2 ? undefined : name, key: key.length < 3 ? undefined : key }
  return looked.name === undefined && looked.key === undefined ? undefined : looked
}
