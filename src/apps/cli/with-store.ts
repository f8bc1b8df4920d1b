import { type Acting, systemActing } from '#core/people/acting.ts'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import type { Store } from '#store/store.ts'
import { configured } from './configured.ts'
import { calledWrongly, type Outcome } from './outcome.ts'

/** A command needs few connections; the server beside it needs the others. */
const connections = 4

/**
 * Does something with the store that the environment configures, brought up to date first. Where a server has the
 * embedded database open, the command works beside it.
 */
export function withStore(work: (store: Store) => Promise<Outcome>): Promise<Outcome> {
  return configured(async (config) => {
    // Fetched when they are wanted, so that other commands begin at once.
    const { databaseRefusal, reachDatabase } = await import('../installation.ts')
    const reached = await reachDatabase(config, 'beside others')
    if (isRefusal(reached)) return calledWrongly([reached])
    try {
      return await onDatabase(reached.url, work)
    } catch (error) {
      const refusal = databaseRefusal(error)
      if (refusal === undefined) throw error
      return calledWrongly([refusal])
    } finally {
      await reached.stop()
    }
  })
}

async function onDatabase(url: string, work: (store: Store) => Promise<Outcome>): Promise<Outcome> {
  const { migrate } = await import('#store/migrate.ts')
  const { openStore } = await import('#store/store.ts')
  const { vocabulary } = await import('../compose.ts')
  await migrate(url)
  const store = openStore({ url, vocabulary, connections })
  try {
    return await work(store)
  } finally {
    await store.database.close()
  }
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
