import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { vocabulary } from '#apps/compose.ts'
import { type Acting, systemActing } from '#core/people/acting.ts'
import { isRefusal } from '#core/refusal.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type Embedded, startEmbedded } from '#store/embedded/start-embedded.ts'
import { addWebhook } from '#store/jobs/webhooks/webhook.ts'
import { addLandlord } from '#store/landlords.ts'
import { migrate } from '#store/migrate.ts'
import { makeKey } from '#store/people/keys.ts'
import { openSecretBox } from '#store/people/secret-box.ts'
import { openStore, type Store } from '#store/store.ts'
import { activateTerms } from '#store/terms/activate.ts'
import { freePort } from './free-port.ts'
import { keepRunning, type Kept } from './kept-process.ts'
import { openReceiver, type Receiver } from './receiver.ts'

/** Everything that runs: a database, a server and a worker in processes of their own, and a receiver of webhooks. */
export interface Ground {
  readonly address: string
  readonly key: string
  readonly acting: Acting
  readonly store: Store
  readonly url: string
  readonly receiver: Receiver
  /** Where mail is written, a file each. */
  readonly mailFolder: string
  /** Kills by force; what was killed is started again, as whoever runs the machine would. */
  kill(victim: 'server' | 'worker' | 'database' | 'backend'): Promise<void>
  /** What ended without having been killed. */
  fellOver(): readonly string[]
  /** Ends everything; the folder stays where somebody has to look into it. */
  stop(keep: boolean): Promise<void>
  readonly folder: string
}

const secret = 'the secret of this torture, which nobody needs to keep'

/** Starts it all in a temporary folder. */
export async function openGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-torture-'))
  const mailFolder = join(folder, 'mail')
  let database = await startDatabase(folder)
  const { url } = database
  await migrate(url)
  const store = openStore({ url, vocabulary })
  const receiver = await openReceiver()
  const { acting, key } = await landlordIn(store, receiver)
  const port = await freePort()
  const variables = {
    DATABASE_URL: url,
    KEPT_SECRET: secret,
    KEPT_PORT: String(port),
    KEPT_WORKER: 'no',
    KEPT_PRIVATE_WEBHOOKS: 'yes',
    KEPT_MAIL_FOLDER: mailFolder,
  }
  const running: Record<'server' | 'worker', Kept> = {
    server: keepRunning('serve', variables, join(folder, 'server.log')),
    worker: keepRunning('worker', variables, join(folder, 'worker.log')),
  }
  return {
    address: `http://127.0.0.1:${port}`,
    key,
    acting,
    store,
    url,
    receiver,
    mailFolder,
    folder,
    fellOver: () => [...running.server.fellOver(), ...running.worker.fellOver()],
    async kill(victim) {
      if (victim === 'server' || victim === 'worker') running[victim].kill()
      else if (victim === 'backend') await killBackend(url)
      else {
        process.kill(database.pid, 'SIGKILL')
        await database.ended
        await database.stop()
        database = await startDatabase(folder)
      }
    },
    async stop(keep) {
      await Promise.all([running.server.stop(), running.worker.stop()])
      await receiver.stop()
      await store.database.close()
      await database.stop()
      if (!keep) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startDatabase(folder: string): Promise<Embedded> {
  const database = await startEmbedded({ folder: join(folder, 'data') })
  if (isRefusal(database)) throw new Error(`${database.refusal}; ${database.fix ?? ''}`)
  return database
}

/** One of the processes that serve a connection, by force: the database then ends all of them, and recovers. */
async function killBackend(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ readonly pid: number }>(
    "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by (state = 'idle'), random() limit 1",
  )
  for (const { pid } of rows) process.kill(pid, 'SIGKILL')
  await client.end().catch(() => {})
}

async function landlordIn(store: Store, receiver: Receiver) {
  const added = given(await addLandlord(store, { slug: 'linstone', name: 'Linstone' }))
  const acting = systemActing(added.landlord)
  const holidays = JSON.parse(inPacks('holidays/bank-holidays.json')) as unknown
  given(
    await activateTerms(store, acting, { pack: inPacks('linstone/pack.yaml'), holidays, why: 'the first' }),
  )
  const rules = { privateAddresses: true, box: openSecretBox(secret) }
  given(await addWebhook(store, acting, { url: receiver.url }, rules))
  const { key } = given(
    await makeKey(store, acting, { name: 'torture', scopes: ['cases.read', 'cases.write', 'cases.assign'] }),
  )
  return { acting, key }
}

function inPacks(path: string): string {
  return readFileSync(new URL(`../../packs/${path}`, import.meta.url), 'utf8')
}

/** What was not refused. */
export function given<Done>(done: Done | Refused): Done {
  if (isRefused(done)) throw new Error(`${done.refusal}; ${done.fix ?? ''}`)
  return done
}
