import type { ActField, PossibleAct } from '#core/acts/act-form.ts'

/** An act as its form needs it: what may be done now, or what may open a case. */
export type FormAct = Pick<PossibleAct, 'type' | 'fields' | 'asksFor'>

/** One field of an act, and which promises ask for it. */
export type FormField = ActField

/** The fields that a form shows: a field without a label is on none. */
export function shownFields({ fields }: Pick<FormAct, 'fields'>): readonly FormField[] {
  return fields.filter(({ definition: { label, type } }) => label !== undefined && !notTyped.has(type))
}

const notTyped: ReadonlySet<string> = new Set(['reasons by promise', 'fields'])

/** Money is kept in pence and typed in pounds. */
export function isMoney({ name }: Pick<FormField, 'name'>): boolean {
  return /pence$/i.test(name)
}
