import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Refusal, refuse } from '#core/refusal.ts'
import { endServer, isReady } from './left-over.ts'
import type { Place } from './place.ts'
import { until } from './processes.ts'
import { spawnAs } from './run-as.ts'

const longestStartMs = 60_000

/** Starts the server and waits until it takes connections. */
export async function serve(
  place: Place,
  bin: string,
  settings: readonly string[],
): Promise<ChildProcess | Refusal> {
  const latest = performance.now() + longestStartMs
  for (;;) {
    const tried = await serveOnce(place, bin, settings, latest - performance.now())
    if (typeof tried !== 'string') return tried
    // The children of a server that was killed see it in a moment, and end; until then there is no starting.
    if (!tried.includes('shared memory block') || performance.now() > latest)
      return refuse(`PostgreSQL did not start: ${tried}`, `${logIn(place)} may say more`)
    await until(() => false, 50)
  }
}

/** The server, or what it said as it ended. */
async function serveOnce(
  place: Place,
  bin: string,
  settings: readonly string[],
  limitMs: number,
): Promise<ChildProcess | string> {
  const logFile = logIn(place)
  keepShort(logFile)
  const before = sizeOf(logFile)
  const logged = openSync(logFile, 'a', 0o600)
  const server = spawnAs(place.as, join(bin, 'postgres'), ['-D', place.database, ...settings], {
    stdio: ['ignore', logged, logged],
    cwd: place.folder,
  })
  closeSync(logged)
  let failed: string | undefined
  server.once('error', (error) => (failed = error.message))
  let isGone = false
  server.once('exit', () => (isGone = true))
  // What keeps this process alive is whoever uses the database, not the database.
  server.unref()
  await until(() => failed !== undefined || isGone || isReady(place.database, server.pid), limitMs)
  if (failed !== undefined) return failed
  if (isGone) return lastWords(logFile, before)
  if (isReady(place.database, server.pid)) return server
  if (server.pid !== undefined) await endServer(server.pid)
  return 'it was not ready within a minute'
}

function logIn({ folder }: Place): string {
  return join(folder, 'database.log')
}

const longestLog = 10_000_000

function keepShort(file: string): void {
  if (sizeOf(file) > longestLog) renameSync(file, `${file}.old`)
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function lastWords(file: string, from: number): string {
  return readFileSync(file).subarray(from).toString('utf8').trim().split('\n').slice(-3).join(' ')
}
