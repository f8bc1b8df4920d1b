import { type Acting, systemActing } from '#core/people/acting.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import type { Store } from '#store/store.ts'
import { installed } from './installed.ts'
import type { Outcome } from './outcome.ts'

/** Does something with the store that the environment configures (`installed`). */
export function withStore(work: (store: Store) => Promise<Outcome>): Promise<Outcome> {
  return installed(({ store }) => work(store))
}

/** The system’s leave to act for the landlord of this slug; refused where there is none. */
export async function actingFor(store: Store, slug: string, by?: string): Promise<Acting | Refusal> {
  const { landlordNamed, landlordsOf } = await import('#store/landlords.ts')
  const found = await landlordNamed(store, slug)
  if (found !== undefined) return systemActing(found.landlord, by)
  const slugs = (await landlordsOf(store)).map((each) => each.slug)
  const near = suggest(slug, slugs)
  const fix = slugs.length === 0 ? 'there is none in this database yet' : `there are ${slugs.join(', ')}`
  return refuse(`there is no landlord “${slug}”`, near === undefined ? fix : `did you mean ${near}?`)
}
