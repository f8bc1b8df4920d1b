import { isRefused } from '#core/refused.ts'
import type { Acting } from '#core/people/acting.ts'
import type { Fault } from '#http/layout/fault.ts'
import { find } from '#store/search/find.ts'
import type { Store } from '#store/store.ts'
import type { TypedMaster } from './master-form.tsx'

/** Another customer or a home that a name may mean. */
export interface Pickable {
  readonly id: string
  readonly says: string
}

/** Which one was meant; or what was found, to choose from, and what to do. */
export type Picked =
  | { readonly id: string }
  | { readonly id: undefined; readonly found: readonly Pickable[]; readonly faults: readonly Fault[] }

export interface Picking {
  readonly field: string
  readonly kind: 'customer' | 'home'
  readonly typed: TypedMaster
  /** The name, address or reference that was typed. */
  readonly looked: string
}

/** Finds who or what is meant by a name: the one that was chosen, or the only one found. */
export async function pickedBy(
  store: Store,
  acting: Acting,
  { field, kind, typed, looked }: Picking,
): Promise<Picked> {
  const chosen = typed[field] ?? ''
  if (chosen !== '') return { id: chosen }
  if (looked === '') return nothing(`Type a name or an address, or a reference.`)
  const found = await find(store, acting, { text: looked, kinds: [kind], limit: 10, why: 'choosing one' })
  if (isRefused(found) || found.length === 0)
    return nothing('Nothing was found. Try another spelling, or add it first.')
  const [first, second] = found
  const isOnly = second === undefined || (first?.id === looked && second.id !== looked)
  if (first !== undefined && isOnly) return { id: first.id }
  return {
    id: undefined,
    found: found.map(({ id, shown }) => ({ id, says: saysOf(id, shown) })),
    faults: [{ field, says: 'Choose which one you mean.' }],
  }
}

function nothing(says: string): Picked {
  return { id: undefined, found: [], faults: [{ field: 'look-for', says }] }
}

function saysOf(id: string, shown: Readonly<Record<string, unknown>>): string {
  const parts = [shown['name'], shown['address'], shown['postcode'], id]
  return parts
    .filter((part) => typeof part === 'string')
    .join(', ')
    .replaceAll('\n', ', ')
}
