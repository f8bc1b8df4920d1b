// Runs every check of the house, or those named (`npm run check -- lint types`), and goes on after a failure, so that
// one run names everything that is wrong. The tests come last and print as they go.
import { spawn } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'

interface Step {
  readonly name: string
  readonly command: readonly string[]
  /** Prints as it runs, rather than only where it fails. */
  readonly aloud?: true
  /** Runs beside the one before it, and prints what it has to say when it is over. */
  readonly beside?: true
}

/** Tests that run beside the others, by where they are. */
const sets = {
  store: ['test/store/**/*.test.ts', 'test/wall/**/*.test.ts', 'test/jobs/**/*.test.ts'],
  pages: ['test/apps/staff/**/*.test.ts', 'test/apps/public/**/*.test.ts'],
} as const

/** Which half of a set. */
type Half = 0 | 1

const steps: readonly Step[] = [
  { name: 'format', command: ['biome', 'format', '.'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of the script of the pages', command: ['tsc', '-p', 'src/http/script'] },
  {
    name: 'boundaries',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', '-T', 'err-long', ...folders()],
  },
  { name: 'unused', command: ['knip', '--no-progress'] },
  { name: 'tests', command: testCommand('others'), aloud: true },
  { name: 'tests of the store', command: testCommand('store', 0), beside: true },
  { name: 'tests of more of the store', command: testCommand('store', 1), beside: true },
  { name: 'tests of pages', command: testCommand('pages', 0), beside: true },
  { name: 'tests of more pages', command: testCommand('pages', 1), beside: true },
]

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no check called ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}`,
  )
  process.exit(2)
}
const failed: string[] = []
const wanted = steps.filter((step) => asked.length === 0 || asked.includes(step.name))
const servers = wanted.some(({ name }) => name.startsWith('tests')) ? await keepServers() : undefined
while (wanted.length > 0) {
  const next = wanted.findIndex(({ beside }, place) => place > 0 && beside !== true)
  const together = wanted.splice(0, next === -1 ? wanted.length : next)
  const passed = await Promise.all(together.map(passes))
  for (const [place, { name }] of together.entries()) if (passed[place] !== true) failed.push(name)
}
servers?.end()
console.log(failed.length === 0 ? '\nAll checks passed' : `\nFailed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

/** One PostgreSQL of each kind for all processes of tests: starting and filling one takes longer than most of them need. */
async function keepServers(): Promise<{ end(): void }> {
  const keeper = spawn('node', ['--import', 'tsx', 'test/store/keep-servers.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  // Without them each process starts its own, and says what is wrong where it cannot.
  const said = await new Promise<string | undefined>((tell) => {
    keeper.stdout.setEncoding('utf8').once('data', tell)
    keeper.once('exit', () => tell(undefined))
  })
  if (said !== undefined) process.env['KEPT_TEST_SERVERS'] = said
  return { end: () => keeper.stdin.end() }
}

async function passes({ name, command: [program = '', ...args], aloud, beside }: Step): Promise<boolean> {
  if (aloud) console.log(`… ${name}`)
  const began = process.hrtime.bigint()
  // A far time zone, so that nothing passes by leaning on the zone of the machine it runs on.
  const env = { ...process.env, TZ: 'Pacific/Auckland' }
  const ran = spawn(program, args, {
    env,
    stdio: ['ignore', aloud ? 'inherit' : 'pipe', aloud ? 'inherit' : 'pipe'],
  })
  const said: Buffer[] = []
  ran.stdout?.on('data', (chunk: Buffer) => said.push(chunk))
  ran.stderr?.on('data', (chunk: Buffer) => said.push(chunk))
  const good = await new Promise<boolean>((finish) => {
    ran.once('error', ({ message }) => {
      console.log(message)
      finish(false)
    })
    ran.once('close', (status) => finish(status === 0))
  })
  const seconds = Number(process.hrtime.bigint() - began) / 1e9
  if (said.length > 0 && (!good || beside)) console.log(Buffer.concat(said).toString())
  console.log(`${good ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
  return good
}

/**
 * One process for all of a set: the tests share no state, and starting a process for each file costs more than most of them.
 * Tests of the store and of pages wait for databases and browsers, so they run beside the others, in two halves each: so all end at
 * about the same time. Each half of the pages has one browser.
 */
function testCommand(which: keyof typeof sets | 'others', half?: Half): readonly string[] {
  const files =
    which === 'others'
      ? globSync('test/**/*.test.{ts,tsx}', { exclude: Object.values(sets).flat() })
      : globSync([...sets[which]])
  const ours = files.toSorted().filter((_, place) => half === undefined || place % 2 === half)
  return [
    'node',
    '--enable-source-maps',
    '--import',
    'tsx',
    '--import',
    './test/support/seed.ts',
    '--test',
    '--test-isolation=none',
    '--test-reporter=spec',
    '--test-timeout=300000',
    ...ours,
  ]
}

/** The folders that hold code and are there. */
function folders(): readonly string[] {
  return ['src', 'test', 'bench', 'examples', 'scripts'].filter((folder) => existsSync(folder))
}
