import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'

/** Diaries are open to all staff of the landlord; a contractor’s people see their own jobs alone. */
export function contractorRefused({ contractorId }: Acting): Refused | undefined {
  if (contractorId === undefined) return undefined
  return refused('not allowed', 'the diaries of the landlord’s staff are not for its contractors')
}
