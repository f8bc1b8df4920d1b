import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { root } from '#test/house/tree.ts'
import { openTestStore } from '#test/store/databases.ts'

const place = mkdtempSync(join(tmpdir(), 'kept-serve-'))
after(() => rmSync(place, { recursive: true, force: true }))

test('Serving starts the embedded database, answers when ready, refuses a second start and stops as asked', async () => {
  const environment = { KEPT_DATA: join(place, 'data'), KEPT_PORT: '0' }
  const first = kept(['serve'], environment)
  const address = await addressOf(first)
  assert.equal((await fetch(`${address}/health`)).status, 200)
  assert.equal((await fetch(`${address}/ready`)).status, 200)
  assert.equal(statSync(join(place, 'data', 'secret')).mode & 0o777, 0o600)

  const second = await over(kept(['serve'], environment))
  assert.equal(second.code, 2)
  assert.match(second.err, new RegExp(`in use by process ${first.pid}`))
  const beside = await over(kept(['migrate', '--check'], environment))
  assert.deepEqual([beside.code, beside.out], [0, 'The database is up to date\n'])

  const going = over(first)
  first.kill('SIGTERM')
  const { code, out } = await going
  assert.equal(code, 0)
  const lines = out.trim().split('\n')
  assert.match(lines.at(-1) ?? '', /"stopped"/)
  for (const line of lines) assert.doesNotThrow(() => JSON.parse(line) as unknown, line)
})

test('A worker does the jobs beside a server that leaves them to it, on a server of one’s own', async () => {
  const { url, close } = await openTestStore('embedded')
  const environment = { DATABASE_URL: url, KEPT_SECRET: 'a secret of thirty-two characters', KEPT_PORT: '0' }
  const server = kept(['serve'], { ...environment, KEPT_WORKER: 'no' })
  const address = await addressOf(server)
  const worker = kept(['worker'], environment)
  await said(worker, /The worker is at work/)
  assert.equal((await fetch(`${address}/ready`)).status, 200)
  const going = [over(worker), over(server)]
  worker.kill('SIGTERM')
  // As npm does: the same wish, told twice.
  server.kill('SIGINT')
  server.kill('SIGTERM')
  for (const { code, err } of await Promise.all(going)) assert.equal(code, 0, err)
  await close()
})

test('A database that is not there, and a port that is taken, are refused in words', async () => {
  const secret = { KEPT_SECRET: 'a secret of thirty-two characters' }
  const nowhere = `postgres://kept:very-secret@localhost/kept?host=${encodeURIComponent(place)}`
  const none = await over(kept(['serve'], { ...secret, DATABASE_URL: nowhere }))
  assert.equal(none.code, 2)
  assert.match(none.err, /the database does not answer: there is no such socket; check DATABASE_URL/)
  assert.doesNotMatch(none.err + none.out, /very-secret/)

  const environment = { KEPT_DATA: join(place, 'data'), KEPT_PORT: '0' }
  const first = kept(['serve'], environment)
  const port = new URL(await addressOf(first)).port
  const { url, close } = await openTestStore('embedded')
  const taken = await over(kept(['serve'], { ...secret, DATABASE_URL: url, KEPT_PORT: port }))
  assert.equal(taken.code, 2)
  assert.match(taken.err, new RegExp(`port ${port} of 127.0.0.1 is in use already; set another in KEPT_PORT`))
  const going = over(first)
  first.kill('SIGTERM')
  await going
  await close()
})

test('Migrating says what is to be applied, applies it, and then has nothing to do', async () => {
  const environment = { KEPT_DATA: join(place, 'migrated') }
  const before = await over(kept(['migrate', '--check'], environment))
  assert.equal(before.code, 1)
  assert.match(before.err, /^\d+ migrations to apply:\n001-landlords.sql\n/)
  const applied = await over(kept(['migrate'], environment))
  assert.equal(applied.code, 0, applied.err)
  assert.match(applied.out, /^Applied:\n001-landlords.sql\n/)
  const again = await over(kept(['migrate'], environment))
  assert.deepEqual([again.code, again.out], [0, 'The database is up to date\n'])
})

function kept(args: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
  const env = { PATH: process.env['PATH'], ...environment }
  const child = spawn(process.execPath, ['src/apps/cli/main.ts', ...args], {
    env,
    cwd: root,
  })
  after(() => child.kill('SIGKILL'))
  return child
}

async function addressOf(server: ChildProcess): Promise<string> {
  return (await said(server, /Kept is at (\S+)/))[1] ?? ''
}

/** Waits until a process says something on standard error; fails where it ends first. */
function said(child: ChildProcess, wanted: RegExp): Promise<RegExpExecArray> {
  return new Promise((finish, fail) => {
    let text = ''
    child.stderr?.setEncoding('utf8').on('data', (more: string) => {
      text += more
      const found = wanted.exec(text)
      if (found !== null) finish(found)
    })
    child.once('close', () => fail(new Error(`it ended and had said: ${text}`)))
  })
}

async function over(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (more: string) => (out += more))
  child.stderr?.setEncoding('utf8').on('data', (more: string) => (err += more))
  const code = await new Promise<number | null>((finish) => child.once('close', finish))
  return { code, out, err }
}
