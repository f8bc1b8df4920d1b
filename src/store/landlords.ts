import type { Acting } from '#core/people/acting.ts'
import { systemActing } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import { statement } from './statement.ts'
import type { Store } from './store.ts'

/** A landlord as anybody may know it. */
export interface Landlord {
  readonly landlord: number
  /** The pack’s id: the landlord’s name in addresses and on the command line. */
  readonly slug: string
  readonly name: string
}

/** Every landlord of this database, by name. */
export function landlordsOf(store: Store): Promise<readonly Landlord[]> {
  return store.database.outside(allLandlords)
}

/** The landlord with this slug, if there is one. */
export async function landlordNamed(store: Store, slug: string): Promise<Landlord | undefined> {
  const [found] = await store.database.outside(landlordBySlug, [slug])
  return found
}

/** Adds a landlord, without terms so far; gives the system’s leave to act for it. */
export async function addLandlord(
  store: Store,
  { slug, name }: Pick<Landlord, 'slug' | 'name'>,
): Promise<Acting | Refused> {
  const [added] = await store.database.outside(insertLandlord, [slug, name])
  if (added !== undefined) return systemActing(added.landlord)
  return refused(
    'already there',
    `there is already a landlord “${slug}”`,
    'choose another short name',
    '/slug',
  )
}

const allLandlords = statement<Landlord>(
  'all-landlords',
  'select landlord, slug, name from landlords order by name',
)

const landlordBySlug = statement<Landlord>(
  'landlord-by-slug',
  'select landlord, slug, name from landlords where slug = $1',
)

const insertLandlord = statement<{ readonly landlord: number }>(
  'insert-landlord',
  'insert into landlords (slug, name) values ($1, $2) on conflict (slug) do nothing returning landlord',
)
