import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { isRefusal } from '#core/refusal.ts'
import { makeLinks } from '#store/embedded/binaries.ts'
import { isThere, markOf, until } from '#store/embedded/processes.ts'
import { type Embedded, reachEmbedded, startEmbedded } from '#store/embedded/start-embedded.ts'

const root = mkdtempSync(join(tmpdir(), 'kept-embedded-'))
after(() => rmSync(root, { recursive: true, force: true }))

test('The embedded database keeps its data over a restart, and leaves nothing running', async () => {
  const folder = join(root, 'kept')
  const first = await started(folder)
  assert.equal(statSync(folder).mode & 0o777, 0o700)
  await ask(first, 'create table letters (said text)')
  await ask(first, "insert into letters values ('Grüße')")
  await first.stop()
  await first.ended
  assert.throws(() => process.kill(first.pid, 0), /ESRCH/)
  const second = await started(folder)
  assert.deepEqual(await ask(second, 'select said from letters'), [{ said: 'Grüße' }])
  await second.stop()
})

test('The embedded database speaks UTF-8 in UTC, syncs to disk, has no port and is not root', async () => {
  const server = await started(join(root, 'kept'))
  const settings = ['server_encoding', 'timezone', 'fsync', 'full_page_writes', 'listen_addresses']
  const [row] = await ask(
    server,
    `select ${settings.map((name) => `current_setting('${name}') as ${name}`).join()}`,
  )
  assert.deepEqual(row, {
    server_encoding: 'UTF8',
    timezone: 'UTC',
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '',
  })
  if (process.platform === 'linux') assert.notEqual(statSync(`/proc/${server.pid}`).uid, 0)
  await server.stop()
})

test('A second start on the same folder is refused and names the process that has it', async () => {
  const folder = join(root, 'kept')
  const server = await started(folder)
  const again = await startEmbedded({ folder })
  assert.ok(isRefusal(again))
  assert.match(again.refusal, new RegExp(`in use by process ${process.pid}`))
  const reached = await reachEmbedded({ folder })
  assert.ok(!isRefusal(reached))
  assert.equal(reached.url, server.url)
  await reached.stop()
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }])
  await server.stop()
})

test('A server left over after its starter was killed is stopped, and nothing is lost', async () => {
  const folder = join(root, 'killed')
  const { child, pid, url } = await startedElsewhere(folder)
  const old = markOf(pid)
  await ask({ url }, 'create table letters (said text)')
  await ask({ url }, "insert into letters values ('kept')")
  // Held, it cannot hear that its starter is gone: as though it had outlived it.
  process.kill(pid, 'SIGSTOP')
  child.kill('SIGKILL')
  await ended(child)
  const starting = startEmbedded({ folder })
  process.kill(pid, 'SIGCONT')
  const server = await starting
  assert.ok(!isRefusal(server))
  assert.notEqual(server.pid, pid)
  assert.ok(!isThere(old))
  assert.deepEqual(await ask(server, 'select said from letters'), [{ said: 'kept' }])
  await server.stop()
})

test('The server itself may be killed, and the next start finds all it had acknowledged', async () => {
  const folder = join(root, 'kept')
  const server = await started(folder)
  await ask(server, 'create table if not exists counted (n integer)')
  await ask(server, 'insert into counted values (1)')
  process.kill(server.pid, 'SIGKILL')
  await server.ended
  await server.stop()
  const next = await started(folder)
  assert.deepEqual(await ask(next, 'select n from counted'), [{ n: 1 }])
  await next.stop()
})

test('The server ends with the process that started it', { skip: withoutDeathSignal() }, async () => {
  const { child, pid } = await startedElsewhere(join(root, 'killed'))
  const server = markOf(pid)
  child.kill('SIGKILL')
  await ended(child)
  assert.ok(await until(() => !isThere(server), 120_000))
})

test('A folder that another version of PostgreSQL made is refused with what to do', async () => {
  const folder = join(root, 'older')
  mkdirSync(join(folder, 'database'), { recursive: true })
  writeFileSync(join(folder, 'database', 'PG_VERSION'), '16\n')
  const refusal = await startEmbedded({ folder })
  assert.ok(isRefusal(refusal))
  assert.match(refusal.refusal, /made by PostgreSQL 16, and this is PostgreSQL 18/)
  assert.match(refusal.fix ?? '', /export/)
})

test('A folder of other things, and a file, are refused and left as they are', async () => {
  const folder = join(root, 'papers')
  mkdirSync(folder)
  writeFileSync(join(folder, 'letter.txt'), 'Dear tenant')
  const others = await startEmbedded({ folder })
  assert.ok(isRefusal(others))
  assert.match(others.refusal, /holds other things, such as letter.txt/)
  const file = await startEmbedded({ folder: join(folder, 'letter.txt') })
  assert.ok(isRefusal(file))
  assert.match(file.refusal, /is not a folder/)
  assert.equal(readFileSync(join(folder, 'letter.txt'), 'utf8'), 'Dear tenant')
})

test('A path too long for a socket gets a short private folder, gone after the stop', async () => {
  const folder = join(root, 'long'.repeat(30))
  // Copied rather than made anew, which is quicker.
  cpSync(join(root, 'kept'), folder, { recursive: true })
  giveTo(folder, statSync(join(root, 'kept')))
  const server = await started(folder)
  const socket = new URL(server.url).searchParams.get('host') ?? ''
  assert.ok(socket.length < 90, socket)
  assert.equal(statSync(socket).mode & 0o777, 0o700)
  assert.deepEqual(await ask(server, 'select 1 as one'), [{ one: 1 }])
  await server.stop()
  assert.equal(statSync(socket, { throwIfNoEntry: false }), undefined)
})

test('The links that an npm without install scripts leaves out are made', async () => {
  const native = join(root, 'package', 'native')
  mkdirSync(join(native, 'lib'), { recursive: true })
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'a library')
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))
  assert.equal(await makeLinks(native), undefined)
  assert.equal(readlinkSync(join(native, 'lib', 'libpq.so.5')), 'libpq.so.5.18')
  assert.equal(await makeLinks(native), undefined)
})

async function started(folder: string): Promise<Embedded> {
  const server = await startEmbedded({ folder })
  if (isRefusal(server)) assert.fail(server.refusal)
  return server
}

async function ask({ url }: { readonly url: string }, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as readonly unknown[]
  } finally {
    await client.end()
  }
}

/** Another process that starts the database and then does nothing. */
async function startedElsewhere(folder: string) {
  const words = `
    import { startEmbedded } from '#store/embedded/start-embedded.ts'
    const server = await startEmbedded({ folder: ${JSON.stringify(folder)} })
    process.stdout.write(JSON.stringify(server))
    process.stdin.resume()`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', words], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [said] = (await child.stdout.setEncoding('utf8').take(1).toArray()) as string[]
  return { child, ...(JSON.parse(said ?? '') as { url: string; pid: number }) }
}

function ended(child: ChildProcess): Promise<unknown> {
  return new Promise((finish) => child.once('exit', finish))
}

function withoutDeathSignal(): string | false {
  return statSync('/usr/bin/setpriv', { throwIfNoEntry: false })
    ? false
    : 'setpriv is not here, so a server may outlive a killed starter'
}

function giveTo(folder: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  if (process.getuid?.() !== 0) return
  const { status } = spawnSync('chown', ['-R', `${uid}:${gid}`, folder])
  assert.equal(status, 0)
}
