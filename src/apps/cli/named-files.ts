import { closeSync, existsSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Refusal, refuse } from '#core/refusal.ts'

/** Why a file named to be read cannot be, before anything is read; `-` is standard input. */
export function unreadable(path: string): Refusal | undefined {
  if (path === '-') return undefined
  if (!existsSync(path)) return refuse(`there is no file “${path}”`, `looked for ${resolve(path)}`)
  if (statSync(path).isDirectory()) return refuse(`“${path}” is a folder`, 'name the files in it')
  return packedAs(path)
}

/** Why a file named to be written cannot be: above all, nothing that is read is ever written over. */
export function unwritable(option: string, path: string, read: readonly string[]): Refusal | undefined {
  const folder = dirname(resolve(path))
  if (!existsSync(folder)) return refuse(`${option}: there is no folder “${folder}”`, 'make it first')
  if (!existsSync(path)) return undefined
  if (statSync(path).isDirectory()) return refuse(`${option}: “${path}” is a folder`, 'name a file in it')
  const isRead = statSync(path).isFile() && read.some((file) => isSame(file, path))
  return isRead
    ? refuse(`${option} would write over “${path}”, which is read`, 'name another file')
    : undefined
}

/** Whether two paths lead to one file. */
export function isSame(one: string, other: string): boolean {
  return trueName(one) === trueName(other)
}

/** What an operating system's refusal says, in plain words; undefined for any other mistake. */
export function fileRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined
  const why = plainly[String(error.code)]
  const path = 'path' in error ? `“${String(error.path)}”` : 'a file'
  return refuse(why === undefined ? error.message : `${path}: ${why}`)
}

const plainly: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'this account may not open it',
  EPERM: 'this account may not open it',
  EROFS: 'the disk may only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'this account has no more room on the disk',
}

function trueName(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path)
}

/** The first two bytes of files that people take for text. */
const packings: Readonly<Record<string, Refusal>> = {
  '1f8b': refuse('compressed (gzip)', 'unpack it first'),
  '504b': refuse('a spreadsheet or a zip archive', 'save it as CSV, or unpack it first'),
}

function packedAs(path: string): Refusal | undefined {
  if (!statSync(path).isFile()) return undefined
  const file = openSync(path, 'r')
  const bytes = Buffer.alloc(2)
  readSync(file, bytes, 0, 2, 0)
  closeSync(file)
  const packing = packings[bytes.toString('hex')]
  return packing && refuse(`“${path}” is ${packing.refusal}`, packing.fix)
}
