import type { CaseEvent, FieldValue } from '#core/ledger/event.ts'

/** Conditions as a pack writes them: `{full: true}`, `{by: not system}`, `{newDate: given}`, `{channel: [letter, text]}`. */
export type Wanted = Readonly<Record<string, Plain | readonly Plain[]>>
type Plain = string | boolean

/** An event as a promise names it, or several. */
export type Named = OneNamed | readonly OneNamed[]
type OneNamed = string | { readonly event: string; readonly when: Wanted }

/** Whether an event is one of those named, by its type and its own fields. */
export function isAnyOf(named: Named | undefined, event: CaseEvent): boolean {
  if (named === undefined) return false
  return [named].flat().some((one) => {
    if (typeof one === 'string') return one === event.type
    if (one.event !== event.type) return false
    return Object.entries(one.when).every(([field, wanted]) => isWanted(wanted, event.data[field]))
  })
}

/** Whether a field is what a condition wants; absent counts as false. */
export function isWanted(wanted: Wanted[string], value: FieldValue | undefined): boolean {
  if (typeof wanted === 'object') return wanted.some((each) => isWanted(each, value))
  const given = value !== undefined && value !== null
  if (wanted === 'given') return given
  if (wanted === 'not given') return !given
  const not = typeof wanted === 'string' && wanted.startsWith('not ') ? wanted.slice(4) : undefined
  if (not !== undefined) return JSON.stringify(value ?? false) !== not && value !== not
  return (given ? value : false) === wanted
}
