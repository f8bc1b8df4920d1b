import type { Acting } from '#core/people/acting.ts'
import { savePageVersion } from '#store/public/page-versions.ts'
import { showPage } from '#store/public/showings.ts'
import type { Store } from '#store/store.ts'
import { done } from '#test/store/databases.ts'

/** What A shows on its public pages, under a name that stands in nothing of B’s. */
export async function publicOfA(store: Store, a: Acting, name: string): Promise<void> {
  const typed = { page: 'hours', texts: { more: name }, datedOn: 20_000, expected: 0 }
  done(await savePageVersion(store, a, typed))
  done(await showPage(store, a, { page: 'hours' }))
}
