import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRefusal } from '#core/refusal.ts'
import { binariesIn } from '#store/embedded/binaries.ts'
import { startEmbedded } from '#store/embedded/start-embedded.ts'

/** A PostgreSQL that tests run on. */
export interface TestServer {
  readonly name: 'embedded' | 'server'
  readonly says: string
  /** Why its tests are left out, where they are. */
  readonly skip: string | false
  /** Started when first asked for, and once for the whole run. */
  readonly url: () => Promise<string>
  /** A database on it that is up to date, where whoever keeps the servers made one (`keep-servers.ts`). */
  readonly template?: string
}

/** What `keep-servers.ts` tells: many processes of tests share its servers. */
export type KeptServers = Readonly<
  Partial<Record<TestServer['name'], { readonly url: string; readonly template: string }>>
>

const shared = JSON.parse(process.env['KEPT_TEST_SERVERS'] ?? '{}') as KeptServers

const debian = '/usr/lib/postgresql'

/** The database that comes with Kept, and a PostgreSQL server of its own: the same tests pass on both. */
export const testServers: readonly TestServer[] = [
  sharedOr({ name: 'embedded', says: 'embedded', skip: false, url: once(() => startOwn('embedded')) }),
  sharedOr({ name: 'server', says: 'server', skip: whyNoServer(), url: once(startServer) }),
]

function sharedOr(own: TestServer): TestServer {
  const kept = shared[own.name]
  return kept === undefined ? own : { ...own, url: () => Promise.resolve(kept.url), template: kept.template }
}

/** Somebody’s own server for tests; otherwise Debian’s programs, started here and gone with the tests. */
function startServer(): Promise<string> {
  const named = process.env['KEPT_TEST_DATABASE_URL']
  return named === undefined ? startOwn('server') : Promise.resolve(named)
}

async function startOwn(name: TestServer['name']): Promise<string> {
  const binaries = name === 'server' ? debianBinaries() : undefined
  const folder = mkdtempSync(join(memoryOrDisk(), `kept-test-${name}-`))
  // Nothing has to outlive the tests, and a database of a few seconds needs no cleaning.
  const settings = {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    autovacuum: 'off',
    max_connections: '500',
  }
  const server = await startEmbedded({ folder, settings, ...(binaries && { binaries }) })
  if (isRefusal(server)) throw new Error(`${server.refusal}; ${server.fix ?? ''}`)
  running.push({ pid: server.pid, folder, stop: () => server.stop() })
  return server.url
}

const memory = '/dev/shm'
const roomNeeded = 8 * 1024 ** 3

/** Hundreds of databases are made and dropped: on a disk, most of the time of the tests goes in writing them. */
function memoryOrDisk(): string {
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > roomNeeded ? memory : tmpdir()
}

const running: { readonly pid: number; readonly folder: string; readonly stop: () => Promise<void> }[] = []

/** Stops them, once nothing is open on them any more. */
export async function stopServers(): Promise<void> {
  for (const { folder, stop } of running.splice(0)) {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

// Where the tests end before their end, the servers end too: nobody wants what they hold.
process.on('exit', () => {
  for (const { pid, folder } of running) {
    process.kill(pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

function debianBinaries() {
  const [newest] = debianVersions()
  if (newest === undefined)
    throw new Error(
      'no PostgreSQL server was found for the tests that need one: install it (on Debian, as root: apt-get install postgresql), ' +
        'or name one in KEPT_TEST_DATABASE_URL, or leave those tests out knowingly with KEPT_WITHOUT_SERVER=1',
    )
  const binaries = binariesIn(join(debian, String(newest), 'bin'))
  if (isRefusal(binaries)) throw new Error(binaries.refusal)
  return binaries
}

function whyNoServer(): string | false {
  if (process.env['KEPT_WITHOUT_SERVER'] !== '1' || process.env['KEPT_TEST_DATABASE_URL'] !== undefined)
    return false
  return debianVersions().length > 0 ? false : 'no PostgreSQL server was found and KEPT_WITHOUT_SERVER=1'
}

function debianVersions(): readonly number[] {
  const names = existsSync(debian) ? readdirSync(debian) : []
  const whole = names.filter((name) => existsSync(join(debian, name, 'bin', 'initdb')))
  return whole.map(Number).sort((a, b) => b - a)
}

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined
  return () => (made ??= make())
}
