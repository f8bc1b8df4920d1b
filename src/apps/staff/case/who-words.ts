import type { Names } from '#store/case-page/names-in.ts'

/** Whoever recorded something, as the ledger names them, in words. */
export function actorWords(actor: string, names: Names): string {
  const [sort = '', id = ''] = actor.split(/:(.*)/, 2)
  if (sort === 'staff') return names.get(id) ?? 'somebody who is no longer here'
  if (sort === 'key') return 'another system'
  if (sort === 'import') return 'an import'
  return 'Kept itself'
}

/** Whoever did it in the world: a member of staff, the customer, a contractor. */
export function doerWords(by: string, names: Names): string {
  return names.get(by) ?? others[by] ?? by
}

const others: Readonly<Record<string, string>> = {
  system: 'Kept itself',
  customer: 'the customer',
  contractor: 'the contractor',
}
