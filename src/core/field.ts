import { channels } from '#core/channel.ts'
import type { FieldDefinition } from '#core/kind.ts'

/**
 * Short ways to write the fields of an event in a kind's definition, so that a definition reads as a list:
 * `queue: toRecord(code('the queue the call came in on'))`.
 */
export const yesOrNo = (says: string): FieldDefinition => ({ says, type: 'yes or no' })
export const code = (says: string): FieldDefinition => ({ says, type: 'code' })
export const codeOrYes = (says: string): FieldDefinition => ({ says, type: 'code or yes' })
export const codeOrNumber = (says: string): FieldDefinition => ({ says, type: 'code or number' })
export const id = (says: string): FieldDefinition => ({ says, type: 'id' })
export const ids = (says: string): FieldDefinition => ({ says, type: 'ids' })
export const number = (says: string): FieldDefinition => ({ says, type: 'number' })
export const wholeNumber = (says: string): FieldDefinition => ({ says, type: 'whole number' })
export const instant = (says: string): FieldDefinition => ({ says, type: 'instant' })
export const dateOrInstant = (says: string): FieldDefinition => ({ says, type: 'date or instant' })

/** A field that takes one of the words given. */
export function oneOf(words: readonly string[], says: string): FieldDefinition {
  return { says, type: 'one of', oneOf: words }
}

/** How something reached us or left us; the same words for every event. */
export function channel(says: string): FieldDefinition {
  return oneOf(channels, says)
}

/** How a form asks for the field, what an id names, and which codes it offers. */
export function asked(
  label: string,
  field: FieldDefinition,
  more: Pick<FieldDefinition, 'of' | 'suggests'> = {},
): FieldDefinition {
  return { ...field, label, ...more }
}

/** The event means nothing without this field: a row that lacks it is a fault. */
export function toRecord(field: FieldDefinition): FieldDefinition {
  return { ...field, required: 'to record' }
}

/** A promise demands this field of whoever acts; an older row may lack it and is counted so. */
export function promised(field: FieldDefinition): FieldDefinition {
  return { ...field, required: 'by a promise' }
}
