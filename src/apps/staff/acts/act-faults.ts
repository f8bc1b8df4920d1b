import type { PromiseAsks } from '#core/acts/promise-asks.ts'
import type { Refused } from '#core/refused.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { overrideField } from './act-from-form.ts'
import { codeWords } from './field-words.ts'
import { type FormAct, shownFields } from './form-act.ts'

/** Why an act was refused, each fault at its box; a promise that asks for more speaks in its own words. */
export function faultsOfRefusal(refused: Refused, form: Pick<FormAct, 'fields'>): readonly Fault[] {
  if (refused.asks !== undefined) return refused.asks.flatMap((asks) => faultsOfAsks(asks, form))
  const { field, says } = faultOf(refused)
  const name = field?.replace(/^data\//, '')
  return [{ says, ...(name !== undefined && isOnForm(name, form) && { field: name }) }]
}

/** Why a form of a page’s own was refused: its boxes are called as the fields are. */
export function simpleFaults(refused: Refused): readonly Fault[] {
  if (refused.because === 'changed meanwhile')
    return [
      {
        says: 'Somebody recorded something in this case meanwhile. Look at the case, then save this again; what you typed is kept.',
      },
    ]
  const { field, says } = faultOf(refused)
  const name = field?.replace(/^data\//, '')
  return [{ says, ...(name !== undefined && name !== 'type' && name !== 'data' && { field: name }) }]
}

const ofEveryForm: ReadonlySet<string> = new Set(['at', 'at-time', 'words', 'note'])

function isOnForm(name: string, form: Pick<FormAct, 'fields'>): boolean {
  const own = shownFields(form).map((field) => field.name)
  return ofEveryForm.has(name) || own.includes(name.replace(/-(time|other)$/, ''))
}

function faultsOfAsks(
  { promise, says, fields, earlier = [], later = [] }: PromiseAsks,
  form: Pick<FormAct, 'fields'>,
): readonly Fault[] {
  const words = `We promise: “${says}” (${promise}).`
  const otherwise = 'or choose at the end of the form why not.'
  const missing = fields.map((any) => {
    const name = any.find((each) => isOnForm(each, form)) ?? overrideField(promise)
    return { field: name, says: `${words} Fill this in, ${otherwise}` }
  })
  const first = earlier.map(codeWords).join(' or ')
  const then = later.map(codeWords).join(' or ')
  const order = [
    ...(first === '' ? [] : [`${words} Record this first: ${first}; ${otherwise}`]),
    ...(then === '' ? [] : [`${words} Record this before closing: ${then}; ${otherwise}`]),
  ].map((each) => ({ field: overrideField(promise), says: each }))
  return [...missing, ...order]
}
