import { capitalised } from '#core/capitalised.ts'
import type { Refused } from '#core/refused.ts'

/** What is wrong with what was typed, at which field; without one, it concerns the whole form. */
export interface Fault {
  readonly field?: string
  readonly says: string
}

/** A refusal as it is shown beside its field, with the fix: one or two sentences. */
export function faultOf({ refusal, fix, field }: Refused): Fault {
  const says = fix === undefined ? sentence(refusal) : `${sentence(refusal)} ${sentence(fix)}`
  return { says, ...(field !== undefined && { field: field.replace(/^\//, '') }) }
}

/** A clause as a sentence. */
export function sentence(clause: string): string {
  const text = capitalised(clause)
  return /[.?!]$/.test(text) ? text : `${text}.`
}
