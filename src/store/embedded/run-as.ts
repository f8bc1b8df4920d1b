import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { accessSync, constants, readFileSync, type Stats, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Refusal, refuse } from '#core/refusal.ts'

/**
 * How the server is run: PostgreSQL refuses to be root, so that root runs it as somebody without privileges; and it
 * must not outlive us, for which Linux has a signal that setpriv asks for.
 */
export interface RunAs {
  /** Set where we are root. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined
  readonly setpriv: string | undefined
  /** What lets an unprivileged server into folders that are root’s own, such as /root. */
  readonly capability: 'dac_read_search' | 'dac_override' | undefined
}

/** Works out as whom to run a server whose programs and files are in these folders. */
export function runAs(folder: string, programs: string): RunAs | Refusal {
  const setpriv = onThePath('setpriv')
  if (process.getuid?.() !== 0) return { owner: undefined, setpriv, capability: undefined }
  const owner = ownerFor(folder)
  if (owner === undefined)
    return refuse(
      'PostgreSQL may not run as root and there is no account “nobody” to run it as',
      'start Kept as an ordinary account, or name a PostgreSQL server in DATABASE_URL',
    )
  const shut = [dirname(folder), programs].find((place) => !mayReach(place, owner))
  if (shut === undefined) return { owner, setpriv, capability: undefined }
  const capability = setpriv === undefined ? undefined : heldCapability()
  if (capability !== undefined) return { owner, setpriv, capability }
  return refuse(
    `PostgreSQL may not run as root, and an account without privileges cannot reach ${shut}`,
    'start Kept as the ordinary account that owns it, or keep it outside of root’s own folder',
  )
}

/**
 * Starts a program that way, in a session of its own, so that Ctrl-C in our terminal does not stop the database before
 * what still uses it.
 */
export function spawnAs(
  { owner, setpriv, capability }: RunAs,
  program: string,
  args: readonly string[],
  { stdio, cwd }: { readonly stdio: StdioOptions; readonly cwd: string },
): ChildProcess {
  const settings = { stdio, cwd, detached: true, env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } }
  // Without setpriv it may outlive us when we are killed; the next start finds and stops it.
  if (setpriv === undefined) return spawn(program, args, { ...settings, ...owner })
  const as = owner && [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
  const powers = capability && [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`]
  return spawn(setpriv, ['--pdeathsig=INT', ...(as ?? []), ...(powers ?? []), program, ...args], settings)
}

/** Where a program is, if it is anywhere on the path. */
function onThePath(program: string): string | undefined {
  const places = (process.env['PATH'] ?? '').split(':').concat('/usr/bin', '/bin')
  return places.map((place) => join(place, program)).find(canBeRun)
}

function canBeRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whoever owns the folder or what it lies in, where that is not root; otherwise nobody. initdb must find the name. */
function ownerFor(folder: string): RunAs['owner'] {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const named = (wanted: (fields: readonly string[]) => boolean) => {
    const [, , uid, gid] = accounts.find(wanted) ?? []
    return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
  }
  for (const place of [folder, dirname(folder)]) {
    const uid = statSync(place, { throwIfNoEntry: false })?.uid ?? 0
    const owner = uid === 0 ? undefined : named((fields) => fields[2] === String(uid))
    if (owner !== undefined) return owner
  }
  return named(([name]) => name === 'nobody')
}

/** Whether an account may walk to a folder: every folder on the way must let it through. */
function mayReach(place: string, { uid, gid }: { readonly uid: number; readonly gid: number }): boolean {
  for (let at = resolve(place); ; at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false })
    if (found !== undefined) {
      if ((found.mode & walkBit(found, uid, gid)) === 0) return false
    }
    if (at === dirname(at)) return true
  }
}

function walkBit(found: Stats, uid: number, gid: number): number {
  if (found.uid === uid) return 0o100
  return found.gid === gid ? 0o010 : 0o001
}

/** The least of root’s powers that opens the way; a container may have taken either away. */
function heldCapability(): RunAs['capability'] {
  const [, held] = /^CapPrm:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  const bits = BigInt(`0x${held ?? '0'}`)
  if ((bits & 0b100n) !== 0n) return 'dac_read_search'
  return (bits & 0b10n) === 0n ? undefined : 'dac_override'
}
