import { readdir } from 'node:fs/promises'
import { statement } from './statement.ts'
import type { Store } from './store.ts'

/** Whether the database has every migration that this program was written for. */
export async function isUpToDate(
  store: Store,
  folder = new URL('./migrations/', import.meta.url),
): Promise<boolean> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
  const applied = await store.database.outside(appliedMigrations)
  const names = new Set(applied.map(({ name }) => name))
  return files.every((name) => names.has(name))
}

const appliedMigrations = statement<{ readonly name: string }>(
  'applied-migrations',
  'select name from migrations',
)
