import { isRefused, type Refused } from '#core/refused.ts'
import { textIn } from '#http/layout/fields.ts'
import type { PageAsked } from '#http/layout/page-route.ts'
import { type CaseworkRow, listCasework } from '#store/casework/list-casework.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { type CaseworkNames, namesFor } from './lines.ts'
import { pageFrom, perPage } from './paging.ts'

/** A page of the cases of one kind, with the names that stand in their lines. */
export interface ListShown {
  readonly rows: readonly CaseworkRow[]
  readonly names: CaseworkNames
  readonly which: 'open' | 'closed'
  /** Where the next page begins, where there is one. */
  readonly next: number | undefined
}

/** Reads the page that an address asks for: `?which=closed` for those that are done, `?from=` for a later one. */
export async function readList(
  { store, visitor: { acting }, query }: PageAsked<Visitor>,
  kind: 'complaint' | 'repair',
): Promise<ListShown | Refused> {
  const which = textIn(query, 'which') === 'closed' ? 'closed' : 'open'
  const from = pageFrom(query)
  const found = await listCasework(store, acting, { kind, which, from, limit: perPage + 1 })
  if (isRefused(found)) return found
  const rows = found.slice(0, perPage)
  const cases = rows.map((row) => row.case)
  const names = await namesFor(store, acting, cases, `${kind}s`)
  return { rows, names, which, next: found.length > perPage ? from + perPage : undefined }
}
