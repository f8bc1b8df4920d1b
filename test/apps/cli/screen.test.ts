import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { littleAsOf, littleFacts, littlePack } from './little.ts'
import { figuresIn, keptAlone, run, scratch, share } from './running.ts'

const folder = scratch()
const pack = folder.file('pack.yaml', littlePack)
const facts = folder.file('facts.ndjson', littleFacts)
const asked = ['measure', '--pack', pack, '--as-of', littleAsOf]

test('Facts may come through a pipe, and faults in them are placed in standard input', async () => {
  const piped = await keptAlone([...asked, '--events', '-', '--format', 'json'], `${littleFacts}not a fact\n`)
  assert.equal(piped.code, 1)
  assert.equal(share(figuresIn(piped.out).get('LIT-01')), '2 of 3')
  assert.match(
    piped.err,
    /^standard input:16: the line is not JSON.*\n$/,
    'and no progress where nobody watches',
  )
})

test('A process of its own ends with 0 for help, and with 2 where it was called wrongly', async () => {
  assert.equal((await keptAlone(['--help'])).code, 0)
  const { code, out, err } = await keptAlone([...asked, '--events', 'nowhere'])
  assert.deepEqual({ code, out }, { code: 2, out: '' })
  assert.match(err, /^there is no file “nowhere”; looked for .*\n$/)
})

test('A reader that has seen enough, such as head, ends a long print without a word', async () => {
  const long = `"${process.execPath}" src/apps/cli/main.ts ${asked.join(' ')} --events ${facts} --by month`
  const { code, out, err } = await run('sh', ['-c', `${long} --from 1990-01-01 | head -1`])
  assert.deepEqual({ code, err, lines: out.split('\n').length }, { code: 0, err: '', lines: 2 })
  assert.match(out, /^Promise +Period/)
})

const hasTerminal = existsSync('/usr/bin/script')
const withoutTerminal = hasTerminal ? false : 'there is no “script” here to make a terminal with'

test('On a terminal a bar shows how far the files are read, and is gone when the figures come', {
  skip: withoutTerminal,
}, async () => {
  const command = `stty cols 100; "${process.execPath}" src/apps/cli/main.ts ${asked.join(' ')} --events ${facts}`
  const { out } = await run('script', ['--quiet', '--return', '--command', command, '/dev/null'])
  const [bar = '', blank = '', ...rest] = out.split('\r').slice(1)
  assert.match(bar, /^reading █+ 100% of 0[.]0 MB$/)
  assert.equal(blank.trim(), '')
  assert.ok(blank.length >= bar.length, 'the whole of the bar is wiped')
  assert.match(rest.join(''), /^Promise +Period/)
})
