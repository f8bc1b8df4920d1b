import pg from 'pg'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import { type Binaries, shippedBinaries } from './binaries.ts'
import { makeCluster, superuser, whyNotFolder } from './cluster.ts'
import { endServerPolitely, stopLeftOver } from './left-over.ts'
import { leaveSocket, type Place, socketFolder, takePlace } from './place.ts'
import { serve } from './serve.ts'
import { leaveFolder, starterOf, tellWhere } from './starter.ts'

/** A PostgreSQL server of our own. */
export interface Embedded {
  /** For `pg`: a private socket, no port. */
  readonly url: string
  readonly pid: number
  /** Comes when the server has ended, by `stop` or by itself. */
  readonly ended: Promise<void>
  /** Ends every connection, writes everything out and stops. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Made where it is missing; nobody else may read it. */
  readonly folder: string
  /** Is told what takes a while. */
  readonly log?: (line: string) => void
  /** Another PostgreSQL than the one from npm; tests name Debian’s. */
  readonly binaries?: Binaries
  /** Settings of the server beside ours. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * Starts PostgreSQL on a folder that nobody else uses. It has a socket in a private folder and no port, runs without
 * privileges, and ends with this process. What stops it from starting is said, with what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded | Refusal> {
  try {
    const binaries = options.binaries ?? (await shippedBinaries())
    if (isRefusal(binaries)) return binaries
    const not = whyNotFolder(options.folder, binaries)
    if (not !== undefined) return not
    const place = takePlace(options.folder, binaries)
    if (isRefusal(place)) return place
    return await startIn(place, binaries, options)
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined) throw error
    return refusal
  }
}

/** The server that another process has started on this folder; or one of our own, which `stop` stops again. */
export async function reachEmbedded(
  options: EmbeddedOptions,
): Promise<Pick<Embedded, 'url' | 'stop'> | Refusal> {
  const running = starterOf(options.folder)?.url
  if (running !== undefined) return { url: running, stop: async () => {} }
  return startEmbedded(options)
}

async function startIn(
  place: Place,
  binaries: Binaries,
  options: EmbeddedOptions,
): Promise<Embedded | Refusal> {
  let started: Embedded | Refusal | undefined
  try {
    started = await serveIn(place, binaries, options)
    return started
  } finally {
    if (started === undefined || isRefusal(started)) leaveFolder(place.folder)
  }
}

async function serveIn(
  place: Place,
  binaries: Binaries,
  { log, settings }: EmbeddedOptions,
): Promise<Embedded | Refusal> {
  const leftOver = await stopLeftOver(place.database)
  if (leftOver !== undefined) return leftOver
  log?.(`starting PostgreSQL ${binaries.major} in ${place.folder}`)
  const failed = await makeCluster(place.folder, binaries, place.as)
  if (failed !== undefined) return failed
  const socket = socketFolder(place)
  const server = await serve(place, binaries.folder, serverSettings(socket, settings))
  if (isRefusal(server)) {
    leaveSocket(place, socket)
    return server
  }
  const pid = server.pid ?? 0
  const ended = new Promise<void>((finish) => server.once('exit', () => finish()))
  const url = `postgres://${superuser}@localhost/${superuser}?host=${encodeURIComponent(socket)}`
  await makeDatabase(url)
  tellWhere(place.folder, url)
  return { url, pid, ended, stop: () => stopServer(pid, place, socket) }
}

async function stopServer(pid: number, place: Place, socket: string): Promise<void> {
  await endServerPolitely(pid)
  leaveSocket(place, socket)
  leaveFolder(place.folder)
}

/**
 * Modest, safe, and in UTC. What a statement was about never gets into the log: it is short of details, and of the
 * statements that failed.
 */
function serverSettings(socket: string, more: EmbeddedOptions['settings']): readonly string[] {
  const settings = {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '128MB',
    fsync: 'on',
    jit: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...more,
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(`/${superuser}?`, '/postgres?') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [superuser])
    if (rowCount === 0) await client.query(`create database ${superuser}`)
  } finally {
    await client.end()
  }
}

/** What is wrong with a folder is for whoever named it to put right; anything else is our own mistake. */
function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error && 'code' in error && 'path' in error)) return undefined
  const says = folderFaults[String(error.code)]
  if (says === undefined) return undefined
  return refuse(`${String(error.path)} ${says}`, 'put that right, or name another folder in KEPT_DATA')
}

const folderFaults: Readonly<Record<string, string>> = {
  EACCES: 'may not be opened or written by this account',
  EPERM: 'may not be changed by this account',
  EROFS: 'is on a disk that may only be read',
  ENOSPC: 'is on a disk that is full',
  ENOTDIR: 'is not a folder',
  EEXIST: 'is not a folder',
}
