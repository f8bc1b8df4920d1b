// `npm run report`: makes an example year of every landlord, measures each, and says where to read what came out.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Figure } from '#core/promises/figure.ts'
import { frontPage, type MeasuredLandlord } from './front-page.tsx'

const facts = 'out/example'
const pages = 'out/report'

/** The example year, looked at as its last day ended: a report must come out the same on any day it is made. */
const year = ['--from', '2025-04-01', '--to', '2026-03-31', '--as-of', '2026-04-01T00:00:00+01:00']

interface Landlord {
  readonly pack: string
  readonly landlord: string
  readonly title: string
}

mkdirSync(pages, { recursive: true })
console.log('Making an example year of every landlord …')
run('examples/year/main.ts', [])
const measured = landlords().map(measure)
writeFileSync(join(pages, 'index.html'), frontPage(measured))
console.log(
  `\nRead what was kept:\n  ${pages}/index.html\n${measured.map(({ page }) => `  ${pages}/${page}`).join('\n')}`,
)

/** Every landlord that has a pack, in the order of their folders. */
function landlords(): readonly Landlord[] {
  const files = readdirSync('packs')
    .map((folder) => `packs/${folder}/pack.yaml`)
    .filter((file) => existsSync(file))
  return files.map((file) => parse(readFileSync(file, 'utf8')) as Landlord)
}

/** One landlord's year: a page for people, and the figures that the front page sums up. */
function measure({ pack, landlord, title }: Landlord): MeasuredLandlord {
  console.log(`Measuring ${landlord} …`)
  const asked = ['measure', '--pack', pack, '--events', `${facts}/${pack}.ndjson`, ...year]
  run('src/apps/cli/main.ts', [
    ...asked,
    '--by',
    'month',
    '--format',
    'html',
    '--out',
    `${pages}/${pack}.html`,
  ])
  run('src/apps/cli/main.ts', [...asked, '--by', 'all', '--format', 'json', '--out', `${facts}/${pack}.json`])
  const { figures } = JSON.parse(readFileSync(`${facts}/${pack}.json`, 'utf8')) as {
    figures: readonly Figure[]
  }
  return { page: `${pack}.html`, landlord, title, verdicts: figures.map(({ verdict }) => verdict) }
}

/** Ends here where a step fails: it has said why. */
function run(program: string, args: readonly string[]): void {
  const { status, error } = spawnSync(process.execPath, ['--import', 'tsx', program, ...args], {
    stdio: 'inherit',
  })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}
