import type { FieldDefinition, WordsAskedFor } from '#core/kind.ts'

/** An act as its form needs it: what may be done now, or what may open a case. */
export interface FormAct {
  readonly type: string
  readonly fields: readonly FormField[]
  readonly asksFor?: WordsAskedFor | undefined
}

/** One field of an act, and which promises ask for it. */
export interface FormField {
  readonly name: string
  readonly definition: FieldDefinition
  readonly required: FieldDefinition['required']
  readonly promises: readonly { readonly promise: string; readonly says: string }[]
}

/** The fields that a form shows: a field without a label is on none. */
export function shownFields({ fields }: Pick<FormAct, 'fields'>): readonly FormField[] {
  return fields.filter(({ definition: { label, type } }) => label !== undefined && !notTyped.has(type))
}

const notTyped: ReadonlySet<string> = new Set(['reasons by promise', 'fields'])

/** Money is kept in pence and typed in pounds. */
export function isMoney({ name }: Pick<FormField, 'name'>): boolean {
  return /pence$/i.test(name)
}
