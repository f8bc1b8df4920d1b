import { mkdtempSync, rmSync } from 'node:fs'
import { totalmem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { vocabulary } from '#apps/compose.ts'
import { isRefusal } from '#core/refusal.ts'
import { binariesIn } from '#store/embedded/binaries.ts'
import { startEmbedded } from '#store/embedded/start-embedded.ts'
import { migrate } from '#store/migrate.ts'
import { openStore, type Store } from '#store/store.ts'
import { newestDebian } from './debian.ts'

/** A PostgreSQL server with a store on it. */
export interface Ground {
  readonly url: string
  /** The process of the server, where it is on this machine and ours. */
  readonly pid: number | undefined
  readonly store: Store
  stop(): Promise<void>
}

/**
 * Starts Debian’s PostgreSQL as docs/scaling.md says one should, with what is acknowledged on disk; or uses the server
 * that somebody named.
 */
export async function openGround(keep: string | undefined): Promise<Ground> {
  const named = process.env['KEPT_BENCH_DATABASE_URL']
  if (named !== undefined) return groundOn(named, undefined, async () => {})
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'kept-bench-service-'))
  const binaries = binariesIn(newestDebian())
  if (isRefusal(binaries)) throw new Error(binaries.refusal)
  const server = await startEmbedded({ folder, binaries, settings: asScalingSays() })
  if (isRefusal(server)) throw new Error(`${server.refusal}; ${server.fix ?? ''}`)
  return groundOn(server.url, server.pid, async () => {
    await server.stop()
    if (keep === undefined) rmSync(folder, { recursive: true, force: true })
  })
}

async function groundOn(
  url: string,
  pid: number | undefined,
  stopServer: () => Promise<void>,
): Promise<Ground> {
  await migrate(url)
  const store = openStore({ url, vocabulary })
  return {
    url,
    pid,
    store,
    async stop() {
      await store.database.close()
      await stopServer()
    },
  }
}

/** Memory as docs/scaling.md says; room for the log, so that checkpoints come by the clock. */
function asScalingSays(): Readonly<Record<string, string>> {
  const megabytes = Math.floor(totalmem() / 2 ** 20)
  return {
    shared_buffers: `${Math.floor(megabytes / 4)}MB`,
    effective_cache_size: `${Math.floor((megabytes * 3) / 4)}MB`,
    max_wal_size: '8GB',
  }
}
