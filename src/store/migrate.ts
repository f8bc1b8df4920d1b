import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { applicationRole } from './database.ts'
import { installQueue } from './jobs/install-queue.ts'

/** What bringing a database up to date did. */
export interface Migrated {
  readonly applied: readonly string[]
  /** How many it had before. */
  readonly before: number
}

/** Only one process migrates at a time; the others wait and then find nothing to do. */
const lock = 7_366_843_129

/**
 * Brings the schema up to date: the numbered files of `migrations/`, each once and in order, each whole or not at
 * all. They only go forward. A file that was changed after it was applied is refused, since nobody could say what
 * the database then holds. Signs in as whoever owns the schema.
 */
export async function migrate(
  url: string,
  folder = new URL('./migrations/', import.meta.url),
): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url, application_name: 'kept migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(bookOfMigrations)
    await makeRole(client)
    const applied = await appliedIn(client)
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
    const done: string[] = []
    for (const name of files) {
      const text = await readFile(new URL(name, folder), 'utf8')
      if (isNew(name, text, applied)) {
        await apply(client, name, text)
        done.push(name)
      }
    }
    await installQueue(url)
    return { applied: done, before: applied.size }
  } finally {
    await client.end()
  }
}

const bookOfMigrations = `
  create table if not exists migrations (
    name text primary key, digest text not null, applied_at timestamptz not null default now())`

/** The role is of the whole server, so another database of it may have made it already. */
async function makeRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [applicationRole])
  if (rowCount === 0) await client.query(`create role ${applicationRole} nologin`).catch(unlessMadeMeanwhile)
  await client.query(`grant ${applicationRole} to current_user`)
  await client.query(`grant usage on schema public to ${applicationRole}`)
  await client.query(`grant select on migrations to ${applicationRole}`)
}

function unlessMadeMeanwhile(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== '42710' && code !== '23505') throw error
}

async function appliedIn(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; digest: string }>('select name, digest from migrations')
  return new Map(rows.map(({ name, digest }) => [name, digest]))
}

function isNew(name: string, text: string, applied: ReadonlyMap<string, string>): boolean {
  const was = applied.get(name)
  if (was !== undefined && was !== digestOf(text))
    throw new Error(
      `${name} was changed after it was applied: put it back, and write what is new in a file of its own`,
    )
  return was === undefined
}

async function apply(client: pg.Client, name: string, text: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migrations (name, digest) values ($1, $2)', [name, digestOf(text)])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(
      `${name} could not be applied: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    )
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
