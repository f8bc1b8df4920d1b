import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { vocabulary } from '#apps/compose.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { addLandlord } from '#store/landlords.ts'
import { migrate } from '#store/migrate.ts'
import { openStore, type Store } from '#store/store.ts'
import { activateTerms } from '#store/terms/activate.ts'
import { isThere, root } from '#test/house/tree.ts'
import { stopServers, testServers } from './servers.ts'

/** A store on a database of its own, brought up to date and empty. */
export interface TestStore {
  readonly store: Store
  /** Signs in as whoever owns the schema, whom the wall does not hold. */
  readonly url: string
  /**
   * Adds a landlord and activates its shipped pack; another slug gets the pack of the first shipped landlord as its
   * own. Gives the system’s leave to act for it.
   */
  addLandlord(slug?: string): Promise<Acting>
  /** Closes the store and drops the database. Done at the end of all tests where a test does not. */
  close(): Promise<void>
}

export interface TestStoreOptions {
  readonly now?: () => Instant
  readonly connections?: number
}

/** Registers a test for each kind of database; what the test opened is closed after it. */
export function eachDatabase(
  title: string,
  body: (open: (options?: TestStoreOptions) => Promise<TestStore>) => Promise<void>,
): void {
  for (const { name, says, skip } of testServers)
    test(`${title} (${says})`, { skip }, async (t) => {
      await body(async (options) => {
        const opened = await openTestStore(name, options)
        t.after(() => opened.close())
        return opened
      })
    })
}

/** Opens a store on a new database of a server, copied from one that was brought up to date. */
export async function openTestStore(
  server: (typeof testServers)[number]['name'] = 'embedded',
  options: TestStoreOptions = {},
): Promise<TestStore> {
  const { url: serverUrl, database } = await newDatabase(server)
  const url = inDatabase(serverUrl, database)
  const store = openStore({ url, vocabulary, longestWait: 60_000, ...options })
  const close = async () => {
    if (!open.delete(close)) return
    await store.database.close()
    if (isKept(serverUrl)) await ask(serverUrl, `drop database if exists ${database} with (force)`)
  }
  open.add(close)
  return { store, url, close, addLandlord: (slug) => addTestLandlord(store, slug) }
}

/** At the end of all tests a server of our own goes with everything on it: dropping each database before would take minutes. */
let ending = false
function isKept(serverUrl: string): boolean {
  return !ending || serverUrl === process.env['KEPT_TEST_DATABASE_URL']
}

const open = new Set<() => Promise<void>>()
after(async () => {
  ending = true
  for (const close of open) await close()
  for (const [url, template] of templatesMade)
    if (isKept(url)) await ask(url, `drop database if exists ${template}`)
  templatesMade.clear()
  await stopServers()
})

async function newDatabase(server: string): Promise<{ readonly url: string; readonly database: string }> {
  const found = testServers.find(({ name }) => name === server)
  if (found === undefined) throw new Error(`there is no test server “${server}”`)
  const url = await found.url()
  const template = found.template ?? (await templateOf(url))
  const database = `kept_test_${randomBytes(6).toString('hex')}`
  // Copying its files is three times as quick as copying its pages through the log.
  await ask(url, `create database ${database} template ${template} strategy file_copy`)
  return { url, database }
}

const templates = new Map<string, Promise<string>>()
const templatesMade = new Map<string, string>()

/** Bringing a database up to date takes a second, copying it a moment. Gives the name of one to be copied. */
export function templateOf(url: string): Promise<string> {
  let template = templates.get(url)
  template ??= makeTemplate(url)
  templates.set(url, template)
  return template
}

async function makeTemplate(url: string): Promise<string> {
  const template = `kept_template_${randomBytes(6).toString('hex')}`
  await ask(url, `create database ${template}`)
  templatesMade.set(url, template)
  await migrate(inDatabase(url, template))
  return template
}

const firstShipped = 'linstone'

async function addTestLandlord(store: Store, slug = firstShipped): Promise<Acting> {
  const pack = isThere(`packs/${slug}/pack.yaml`) ? slug : firstShipped
  const text = readFileSync(join(root, `packs/${pack}/pack.yaml`), 'utf8')
  const acting = done(await addLandlord(store, { slug, name: /^landlord: (.*)$/m.exec(text)?.[1] ?? slug }))
  const holidays = JSON.parse(
    readFileSync(join(root, 'packs/holidays/bank-holidays.json'), 'utf8'),
  ) as unknown
  const own = text.replace(/^pack: .*$/m, `pack: ${slug}`)
  done(await activateTerms(store, acting, { pack: own, holidays, why: 'the first edition' }))
  return acting
}

/** The result, where a test needs it to get on; a refusal fails the test. */
export function done<Done>(result: Done | Refused): Done {
  if (isRefused(result)) throw new Error(`${result.refusal} (${result.because}); ${result.fix ?? ''}`)
  return result
}

function inDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

/** Runs one statement as the owner. */
async function ask(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
