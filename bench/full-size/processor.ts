import { readdirSync, readFileSync } from 'node:fs'

/** The kernel counts in hundredths of a second, on every Linux there is. */
const ticksASecond = 100

/** Processor time of processes and of all they started, those that have ended included, in milliseconds. */
export function processorMsOf(pids: readonly number[]): number {
  const parents = new Map<number, Stat>()
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined
    if (stat !== undefined) parents.set(stat.pid, stat)
  }
  let ticks = 0
  for (const stat of parents.values()) if (isUnder(stat, pids, parents)) ticks += stat.ticks
  return (ticks * 1000) / ticksASecond
}

interface Stat {
  readonly pid: number
  readonly parent: number
  /** Its own, and those of its children that ended. */
  readonly ticks: number
}

function isUnder(stat: Stat, pids: readonly number[], parents: ReadonlyMap<number, Stat>): boolean {
  let each: Stat | undefined = stat
  for (let up = 0; each !== undefined && up < 50; up++) {
    if (pids.includes(each.pid)) return true
    each = parents.get(each.parent)
  }
  return false
}

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold anything; what follows the last bracket is numbers.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const [user = 0, system = 0, usersChildren = 0, systemsChildren = 0] = fields.slice(11, 15).map(Number)
    return { pid, parent: Number(fields[1]), ticks: user + system + usersChildren + systemsChildren }
  } catch {
    // It ended meanwhile; its parent counts it.
    return undefined
  }
}
