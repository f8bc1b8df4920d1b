import type { Acting } from '#core/people/acting.ts'
import type { Permission } from '#core/people/permission.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { logAccess } from '../words/access-log.ts'
import { type LookedFor, lookedFor } from './looked-for.ts'
import type { SearchRow } from './search-row.ts'

/** What can be looked for, and what it takes. */
const permissionTo: Readonly<Record<SearchRow['kind'], Permission>> = {
  case: 'cases.read',
  customer: 'customers.read',
  home: 'masters.read',
}

export const searchKinds = Object.keys(permissionTo) as readonly SearchRow['kind'][]

export interface SearchAsked {
  /** A name in any spelling; or a reference, telephone number, postcode or e-mail address, or a part of one. */
  readonly text: string
  /** What kinds of thing; all that whoever asks may find, where it is not said. */
  readonly kinds?: readonly SearchRow['kind'][]
  /** How many, 50 at the most. */
  readonly limit?: number
  readonly why?: string
}

/** Something found: what it is, and what a list shows of it. */
export interface SearchFound {
  readonly kind: SearchRow['kind']
  readonly id: string
  readonly shown: Readonly<Record<string, unknown>>
  /** 1 for a reference or number that fits; less for a name, the nearest first. */
  readonly nearness: number
}

/** Finds cases, customers and homes. Whose names are shown is written down: one line a search. */
export async function find(
  store: Store,
  acting: Acting,
  asked: SearchAsked,
): Promise<readonly SearchFound[] | Refused> {
  const looked = lookedFor(asked.text)
  if (looked === undefined)
    return refused(
      'not valid',
      'this is too short or too long to look for',
      'write two letters at least',
      '/text',
    )
  const kinds = asked.kinds ?? searchKinds.filter((kind) => mayFind(acting, kind))
  const barred = kinds.find((kind) => !mayFind(acting, kind))
  if (barred !== undefined || kinds.length === 0)
    return refused(
      'not allowed',
      `you may not look for a ${barred ?? 'customer, case or home'}`,
      'ask an administrator',
    )
  return store.database.transact(acting, permissionTo[kinds[0] ?? 'case'], async (tx) => {
    const found = await foundBy(tx, looked, kinds, Math.min(asked.limit ?? 20, 50))
    const customerIds = found.filter(({ kind }) => kind === 'customer').map(({ id }) => id)
    if (customerIds.length > 0) await logAccess(tx, { what: 'search', customerIds, why: asked.why })
    return found
  })
}

/** Nothing but their own jobs exists for a contractor. */
function mayFind({ may, contractorId }: Acting, kind: SearchRow['kind']): boolean {
  return may.has(permissionTo[kind]) && (contractorId === undefined || kind === 'case')
}

async function foundBy(
  tx: Transaction,
  { name, key }: LookedFor,
  kinds: readonly SearchRow['kind'][],
  most: number,
): Promise<readonly SearchFound[]> {
  const pattern = key === undefined ? null : `%${key.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const rows = await tx.run(searchFor, [kinds, name ?? null, pattern, tx.acting.contractorId ?? null, most])
  const seen = new Set<string>()
  return rows.filter(({ kind, id }) => !seen.has(`${kind} ${id}`) && seen.add(`${kind} ${id}`)).slice(0, most)
}

const searchFor = statement<SearchFound>(
  'search-for',
  'select kind, id, shown, nearness from search_for($1::text[], $2, $3, $4, $5)',
)
