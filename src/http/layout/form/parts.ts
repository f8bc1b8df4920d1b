import { type Child, markupOfAll, type Raw, raw } from '../../html/raw.ts'
import type { Fault } from '../fault.ts'

/** A hint as macros take it. */
export function hintOf(hint: Child): { readonly html: Raw } | undefined {
  return hint === undefined ? undefined : { html: raw(markupOfAll(hint)) }
}

/** What is wrong at this field, as macros take it. */
export function errorAt(name: string, faults: readonly Fault[]): { readonly text: string } | undefined {
  const wrong = faults.filter(({ field }) => field === name)
  return wrong.length === 0 ? undefined : { text: wrong.map(({ says }) => says).join(' ') }
}
