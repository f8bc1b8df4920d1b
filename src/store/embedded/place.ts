import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRefusal, type Refusal } from '#core/refusal.ts'
import type { Binaries } from './binaries.ts'
import { type RunAs, runAs } from './run-as.ts'
import { takeFolder } from './starter.ts'

/** A folder that is ours while this process lives. */
export interface Place {
  readonly folder: string
  /** PostgreSQL’s own data folder in it. */
  readonly database: string
  readonly as: RunAs
}

/** Makes the folder where it is missing, and takes it for this process. */
export function takePlace(asked: string, binaries: Binaries): Place | Refusal {
  mkdirSync(asked, { recursive: true, mode: 0o700 })
  const folder = realpathSync(asked)
  const as = runAs(folder, binaries.folder)
  if (isRefusal(as)) return as
  const taken = takeFolder(folder)
  if (taken !== undefined) return taken
  give(folder, as)
  return { folder, database: join(folder, 'database'), as }
}

/** A socket’s whole path may have 107 bytes on Linux and 103 elsewhere. */
const longestSocketFolder = 103 - '/.s.PGSQL.5432'.length

/** Where the socket is: beside the data, or in a short private folder where that path is too long. */
export function socketFolder({ folder, as }: Place): string {
  const beside = join(folder, 'socket')
  const isShort = Buffer.byteLength(beside) <= longestSocketFolder
  const socket = isShort ? beside : mkdtempSync(join(tmpdir(), 'kept-'))
  mkdirSync(socket, { recursive: true, mode: 0o700 })
  give(socket, as)
  return socket
}

/** Takes the short folder away again. */
export function leaveSocket({ folder }: Place, socket: string): void {
  if (!socket.startsWith(folder)) rmSync(socket, { recursive: true, force: true })
}

function give(folder: string, { owner }: RunAs): void {
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid)
  chmodSync(folder, 0o700)
}
