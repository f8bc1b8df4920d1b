import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Refusal, refuse } from '#core/refusal.ts'
import type { Binaries } from './binaries.ts'
import { type RunAs, spawnAs } from './run-as.ts'

/** Who signs in to the embedded database, and how the database is called. */
export const superuser = 'kept'

/** What we put into the folder: anything else in it, and it is not ours to take. */
const ours = /^(database|database[.].*|socket|started-by[.]json.*|secret.*)$/

/** Refuses a folder of somebody else’s things, and one that another version of PostgreSQL made. */
export function whyNotFolder(folder: string, { major }: Binaries): Refusal | undefined {
  const others = existsSync(folder) ? readdirSync(folder).filter((name) => !ours.test(name)) : []
  if (others.length > 0)
    return refuse(`${folder} holds other things, such as ${others[0]}`, 'name an empty folder in KEPT_DATA')
  const made = join(folder, 'database', 'PG_VERSION')
  const version = existsSync(made) ? readFileSync(made, 'utf8').trim() : String(major)
  if (version === String(major)) return undefined
  return refuse(
    `the database in ${folder} was made by PostgreSQL ${version}, and this is PostgreSQL ${major}`,
    'export with the version of Kept that made it and import here, or name another folder in KEPT_DATA',
  )
}

/** Makes the data folder where there is none. It gets its name when it is whole, so that a start cut off leaves none. */
export async function makeCluster(
  folder: string,
  { folder: bin, major }: Binaries,
  as: RunAs,
): Promise<Refusal | undefined> {
  const database = join(folder, 'database')
  if (existsSync(join(database, 'PG_VERSION'))) return undefined
  const half = join(folder, 'database.new')
  await rm(half, { recursive: true, force: true })
  const locale =
    major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8']
  const said = await run(
    as,
    join(bin, 'initdb'),
    [
      `--pgdata=${half}`,
      `--username=${superuser}`,
      '--auth=trust',
      '--encoding=UTF8',
      '--data-checksums',
      '--no-instructions',
      ...locale,
    ],
    folder,
  )
  if (said !== undefined) return refuse(`the database in ${folder} could not be made: ${said}`)
  await rename(half, database)
  return undefined
}

/** Runs a program to its end; what it said, where it failed. */
function run(as: RunAs, program: string, args: readonly string[], cwd: string): Promise<string | undefined> {
  return new Promise((finish) => {
    const child = spawnAs(as, program, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd })
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-2_000)
    })
    child.on('error', (error) => finish(error.message))
    child.on('close', (code) => finish(code === 0 ? undefined : said.trim()))
  })
}
