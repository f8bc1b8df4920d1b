import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const place = '/usr/lib/postgresql'

/** Where the programs of Debian’s newest PostgreSQL are. */
export function newestDebian(): string {
  const versions = existsSync(place) ? readdirSync(place) : []
  const [newest] = versions
    .filter((name) => existsSync(join(place, name, 'bin', 'initdb')))
    .sort((a, b) => Number(b) - Number(a))
  if (newest !== undefined) return join(place, newest, 'bin')
  throw new Error(
    'no PostgreSQL server was found: install it (on Debian, as root: apt-get install postgresql), or name one in KEPT_BENCH_DATABASE_URL',
  )
}
