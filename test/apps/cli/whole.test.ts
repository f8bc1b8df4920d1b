import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import pg from 'pg'
import { runKept } from '#apps/cli/program.ts'
import { openTestStore, type TestStore } from '#test/store/databases.ts'

// The commands work on whatever database the environment names.
const environment = { ...process.env }
const folder = mkdtempSync(join(tmpdir(), 'kept-whole-'))
let from: TestStore
let to: TestStore

before(async () => {
  from = await openTestStore()
  to = await openTestStore()
  await from.addLandlord('linstone')
})
beforeEach(() => on(from))
after(() => {
  for (const name of ['DATABASE_URL', 'KEPT_SECRET']) {
    const was = environment[name]
    if (was === undefined) delete process.env[name]
    else process.env[name] = was
  }
  rmSync(folder, { recursive: true, force: true })
})

const letter = { case: 'c1', kind: 'enquiry', type: 'contact-received', at: '2026-03-02T09:00:00Z' }
const letterData = { ...letter, data: { channel: 'letter' } }

test('Events are imported into the ledger; what is faulty is named, written out, and the rest is there', async () => {
  const events = file('events.ndjson', [
    letterData,
    { ...letterData, case: 'c2' },
    { ...letterData, type: 'contact-receved' },
  ])
  const rejects = join(folder, 'rejects.ndjson')
  const ran = await kept('import', '--landlord', 'linstone', '--events', events, '--rejects', rejects)
  assert.equal(ran.exitCode, 1)
  assert.match(ran.out, /From the file: 2 events, 2 new cases/)
  assert.match(
    ran.err,
    /events\.ndjson:3: type "contact-receved" is not known; did you mean "contact-received"\?/,
  )
  assert.match(readFileSync(rejects, 'utf8'), /contact-receved/)
  const again = await kept('import', '--landlord', 'linstone', '--events', events)
  assert.match(again.err, /events\.ndjson:1: c1: the case is there already/)
})

test('A landlord goes out as one file and comes in elsewhere, once', async () => {
  const out = join(folder, 'linstone.ndjson')
  const written = await kept('export', '--landlord', 'linstone', '--out', out)
  assert.equal(written.exitCode, 0, written.err)
  assert.equal(statSync(out).mode & 0o777, 0o600, 'nobody else may read it')
  const facts = join(folder, 'facts.ndjson')
  const events = await kept('export', '--landlord', 'linstone', '--events', '--out', facts)
  assert.equal(events.exitCode, 0, events.err)
  for (const line of readFileSync(facts, 'utf8').trimEnd().split('\n'))
    assert.deepEqual(Object.keys(JSON.parse(line) as object).at(0), 'case', 'as kept measure reads them')
  on(to)
  assert.equal((await kept('import', '--whole', out)).exitCode, 0)
  const twice = await kept('import', '--whole', out)
  assert.equal(twice.exitCode, 2)
  assert.match(twice.err, /there is already a landlord “linstone”/)
})

test('A backup is a folder that restores into an empty database, and goes on where it was cut off', async () => {
  const backup = join(folder, 'backup')
  assert.equal((await kept('backup', backup)).exitCode, 0)
  assert.deepEqual(readdirSync(backup).sort(), ['backup.json', 'linstone.ndjson'])
  assert.match((await kept('backup', backup)).err, /is not empty/)
  const empty = await openTestStore()
  on(empty)
  const restored = await kept('restore', backup)
  assert.equal(restored.exitCode, 0, restored.err)
  assert.match((await kept('restore', backup)).out, /linstone: there already/)
  assert.match((await kept('verify')).out, /linstone: 2 events, 2 cases, .*: nothing differs/)
  await empty.addLandlord('another')
  assert.match((await kept('restore', backup)).err, /a landlord that is not in the backup: another/)
})

test('A difference is named with its place, and the exit code says that there is one', async () => {
  assert.equal((await kept('verify', '--landlord', 'linstone')).exitCode, 0)
  const client = new pg.Client({ connectionString: from.url })
  await client.connect()
  await client.query(`update clocks set outcome = 'void' where case_id = 'c1'`)
  await client.end()
  const { exitCode, err } = await kept('verify')
  assert.equal(exitCode, 1)
  assert.match(err, /linstone: case c1, LIN-39, clock 1: outcome is void, and should be missed/)
})

test('What makes no sense is said, with what to do', async () => {
  assert.match((await kept('import')).err, /name either --whole FILE or --events FILE/)
  assert.match(
    (await kept('import', '--events', file('e.ndjson', []))).err,
    /name the landlord with --landlord/,
  )
  assert.match(
    (await kept('export', '--landlord', 'linston', '--out', join(folder, 'x'))).err,
    /did you mean linstone/,
  )
  assert.match((await kept('restore', folder)).err, /holds no whole backup/)
})

function on({ url }: TestStore): void {
  process.env['DATABASE_URL'] = url
  process.env['KEPT_SECRET'] = 'a secret for tests that is long enough'
}

async function kept(...args: readonly string[]) {
  let out = ''
  let err = ''
  const screen = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) }
  return { exitCode: await runKept(args, screen), out, err }
}

function file(name: string, lines: readonly unknown[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return path
}
