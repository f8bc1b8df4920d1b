import type { Logger } from 'pino'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { reachEmbedded, startEmbedded } from '#store/embedded/start-embedded.ts'
import { migrate } from '#store/migrate.ts'
import { openStore, type Store } from '#store/store.ts'
import { vocabulary } from './compose.ts'
import type { Config } from './config/config.ts'
import { keptSecret } from './config/secret.ts'

/** A database, wherever it is. */
export interface Reached {
  readonly url: string
  /** Comes when it has gone without being asked to; never, where it is not ours. */
  readonly ended?: Promise<void>
  stop(): Promise<void>
}

/** What servers, workers and commands work on: the database brought up to date, the store on it, and the secret. */
export interface Installation extends Reached {
  readonly store: Store
  readonly secret: string
}

/** Opens the installation that a configuration describes. Stopping it closes what was opened, last things first. */
export async function openInstallation(
  config: Config,
  { logger, manner }: { readonly logger: Logger; readonly manner: Manner },
): Promise<Installation | Refusal> {
  const reached = await reachDatabase(config, manner, (line) => logger.info(line))
  if (isRefusal(reached)) return reached
  try {
    const { applied } = await migrate(reached.url)
    if (applied.length > 0) logger.info({ applied }, 'the database was brought up to date')
    const store = openStore({ url: reached.url, vocabulary, connections: config.connections })
    return {
      ...reached,
      store,
      secret: config.secret ?? keptSecret(config.data),
      async stop() {
        await store.database.close()
        await reached.stop()
      },
    }
  } catch (error) {
    await reached.stop()
    const refusal = databaseRefusal(error)
    if (refusal === undefined) throw error
    return refusal
  }
}

/** Whether this process has the embedded database to itself, or may share it with one that started it. */
export type Manner = 'alone' | 'beside others'

/** Finds the database: a server’s address, or the embedded one, which is started where nobody has. */
export async function reachDatabase(
  { databaseUrl, data }: Config,
  manner: Manner,
  log?: (line: string) => void,
): Promise<Reached | Refusal> {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: async () => {} }
  const options = { folder: data, ...(log && { log }) }
  return manner === 'alone' ? startEmbedded(options) : reachEmbedded(options)
}

/** What is wrong with the address of a database, in words; anything else is our own mistake. */
export function databaseRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined
  const says = faults[String(error.code)]
  return says === undefined ? undefined : refuse(`the database ${says}`, 'check DATABASE_URL')
}

const faults: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'does not answer: nothing listens at that address',
  ENOENT: 'does not answer: there is no such socket',
  ENOTFOUND: 'cannot be found: there is no such host',
  EAI_AGAIN: 'cannot be found: the name server does not answer',
  ETIMEDOUT: 'does not answer',
  ECONNRESET: 'ended the connection',
  '28P01': 'refuses the password',
  '28000': 'does not let this account in',
  '3D000': 'server has no database of that name',
  '42501': 'does not let this account change the schema: sign in as its owner',
  '53300': 'has no connection left',
  '57P03': 'is starting or stopping: try again',
}
