import type { FieldValue } from '#core/ledger/event.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import type { Act, WordsOfAct } from '#store/ledger/act.ts'
import { newId } from '#store/new-id.ts'
import { type FormAct, shownFields } from './form-act.ts'
import { momentOfAct } from './moment-typed.ts'
import { typedValue } from './typed-value.ts'

/**
 * The act that a form of it asks for, or everything that is wrong with what was typed. `now` is for a time typed without its
 * date; where neither was typed, the act has no time and happens as it is recorded.
 */
export function actFromForm(fields: Fields, form: FormAct, now: Instant): Act | readonly Refused[] {
  const faults: Refused[] = []
  const data: Record<string, FieldValue> = {}
  for (const field of shownFields(form)) {
    const value = typedValue(field, fields, now)
    if (isRefused(value)) faults.push(value)
    else if (value !== undefined) data[field.name] = value
    else if (field.required === 'to record') faults.push(emptyFault(field.name, field.definition.label))
  }
  const at = momentOfAct(fields, now)
  if (isRefused(at)) faults.push(at)
  const overrides = overridesIn(fields)
  if (overrides !== undefined) data['overrides'] = overrides
  const words = wordsTyped(fields, form)
  if (form.asksFor?.required === true && textIn(fields, 'words') === '')
    faults.push(emptyFault('words', form.asksFor.label))
  if (faults.length > 0) return faults
  return {
    type: form.type,
    // So that it can be put right later, whatever else happens at the same time.
    id: newId(),
    data,
    ...(typeof at === 'number' && { at: new Date(at).toISOString() }),
    ...(words.length > 0 && { words }),
  }
}

/** It names the box, since it is read at the head of the page too. */
function emptyFault(name: string, label = name): Refused {
  return refused('not valid', `“${label}” is still empty`, 'fill it in', `/${name}`)
}

/** What was typed freely: into the box that the act asks for, and into the one for a note beside it. */
function wordsTyped(fields: Fields, { asksFor }: Pick<FormAct, 'asksFor'>): readonly WordsOfAct[] {
  const boxes = [
    { kind: asksFor?.kind ?? ('note' as const), text: longTextIn(fields, 'words') },
    { kind: 'note' as const, text: longTextIn(fields, 'note') },
  ]
  return boxes.filter(({ text }) => text !== '')
}

/** Promises that the act is knowingly done otherwise than, each with the reason chosen. */
export function overridesIn(fields: Fields): Readonly<Record<string, string>> | undefined {
  const chosen = Object.keys(fields)
    .filter((name) => name.startsWith(overrideField('')))
    .slice(0, mostOverrides)
    .map((name) => [name.slice(overrideField('').length), textIn(fields, name)] as const)
    .filter(([promise, reason]) => /^[\w.-]{1,40}$/.test(promise) && reason !== '')
  return chosen.length === 0 ? undefined : Object.fromEntries(chosen)
}

/** The name of the field in which somebody chooses why a promise is not kept here. */
export function overrideField(promise: string): string {
  return `override-${promise}`
}

const mostOverrides = 50
