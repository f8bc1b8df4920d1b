import { type Refused, refused } from '#core/refused.ts'
import { type Landlord, landlordNamed } from '#store/landlords.ts'
import type { Store } from '#store/store.ts'

/** The landlord that an address names. */
export async function landlordAt(
  store: Store,
  { slug = '' }: Readonly<Record<string, string>>,
): Promise<Landlord | Refused> {
  return (await landlordNamed(store, slug)) ?? noSuchLandlord()
}

function noSuchLandlord(): Refused {
  return refused('not found', 'there is no such landlord here', 'choose one from the list')
}
