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

/** What is wrong with a form as it was sent, and the promises that may be overridden in it. */
export interface FormSaid {
  readonly faults: readonly Fault[]
  readonly asks: readonly PromiseAsks[]
}

export const nothingSaid: FormSaid = { faults: [], asks: [] }

/**
 * The same with a promise that asks for more in its own words, and what to do about it: at the box in which that is done, where
 * the form has one, otherwise where one says why not.
 */
export function saidOf(
  refused: Refused,
  fix: string,
  boxOf: (asks: PromiseAsks) => string | undefined = () => undefined,
): FormSaid {
  const { asks } = refused
  if (asks === undefined) return { faults: simpleFaults(refused), asks: [] }
  const faults = asks.map((each) => ({
    field: boxOf(each) ?? overrideField(each.promise),
    says: `${promisedWords(each)} ${fix}`,
  }))
  return { faults, asks }
}

function promisedWords({ promise, says }: Pick<PromiseAsks, 'promise' | 'says'>): string {
  return `We promise: “${says}” (${promise}).`
}

const ofEveryForm: ReadonlySet<string> = new Set(['at', 'at-time', 'words', 'note'])

function isOnForm(name: string, form: Pick<FormAct, 'fields'>): boolean {
  const own = shownFields(form).map((field) => field.name)
  return ofEveryForm.has(name) || own.includes(name.replace(/-(time|other)$/, ''))
}

function faultsOfAsks(asks: PromiseAsks, form: Pick<FormAct, 'fields'>): readonly Fault[] {
  const { promise, fields, earlier = [], later = [] } = asks
  const words = promisedWords(asks)
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
