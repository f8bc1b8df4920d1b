import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Refusal, refuse } from '#core/refusal.ts'
import { isThere, markOf, type ProcessMark } from './processes.ts'

/** Who started the server in a folder, for those who come later: the second is refused, or told where it is. */
export interface Starter extends ProcessMark {
  readonly url?: string
}

/** Takes the folder for this process, or says which process has it. PostgreSQL’s own lock stands behind this one. */
export function takeFolder(folder: string): Refusal | undefined {
  for (let tries = 0; tries < 5; tries++) {
    try {
      writeFileSync(fileIn(folder), JSON.stringify(markOf(process.pid)), { flag: 'wx', mode: 0o600 })
      return undefined
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const starter = starterOf(folder)
    if (starter !== undefined)
      return refuse(
        `the database in ${folder} is in use by process ${starter.pid}${starter.pid === process.pid ? ', which is this one' : ''}`,
        'stop that one first, or name another folder in KEPT_DATA',
      )
    // Left by a process that was killed.
    const aside = `${fileIn(folder)}.${process.pid}`
    try {
      renameSync(fileIn(folder), aside)
    } catch {
      continue
    }
    rmSync(aside, { force: true })
  }
  return refuse(`the database in ${folder} is being started by somebody else`, 'try again')
}

/** Tells those who come later where the server is. */
export function tellWhere(folder: string, url: string): void {
  const aside = `${fileIn(folder)}.${process.pid}`
  writeFileSync(aside, JSON.stringify({ ...markOf(process.pid), url }), { mode: 0o600 })
  renameSync(aside, fileIn(folder))
}

/** Gives the folder back. */
export function leaveFolder(folder: string): void {
  rmSync(fileIn(folder), { force: true })
}

/** Who started the server in a folder, if that process is still there. */
export function starterOf(folder: string): Starter | undefined {
  try {
    const starter = JSON.parse(readFileSync(fileIn(folder), 'utf8')) as Starter
    return isThere(starter) ? starter : undefined
  } catch {
    return undefined
  }
}

function fileIn(folder: string): string {
  return join(folder, 'started-by.json')
}
