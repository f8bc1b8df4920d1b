import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { figuresIn, kept, root, share } from './running.ts'

const phone = `${root}examples/phone/`
const log = ['--importer', 'queue-log', '--events', `${phone}asterisk.queue-log`]
const asked = ['--pack', `${phone}pack.yaml`, ...log, '--as-of', '2026-11-23T00:00:00Z']
const records = ['--beside', `${phone}asterisk.cdr.csv`]

test('A real queue answers 11 within 15 seconds: of 41 calls, of 35 it took in, or of the 19 it answered', async () => {
  const { code, out, err } = await kept('measure', ...asked, ...records, '--format', 'json')
  assert.deepEqual({ code, err }, { code: 0, err: '' })
  const figures = figuresIn(out)
  const shares = ['QUEUE-01', 'QUEUE-02', 'QUEUE-03'].map((id) => share(figures.get(id)))
  assert.deepEqual(shares, ['11 of 41', '11 of 35', '11 of 19'])
  assert.equal(
    ((figures.get('QUEUE-03')?.value ?? 0) * 100).toFixed(1),
    '57.9',
    'as the exchange itself says',
  )
})

test('Without its call records a queue’s log knows nothing of the six calls it refused', async () => {
  const { out } = await kept('measure', ...asked, '--format', 'json')
  assert.equal(share(figuresIn(out).get('QUEUE-01')), '11 of 35')
})

test('The queue’s own log, counted line by line, gives the same 35, 19 and 11', () => {
  const entered = new Map<string, number>()
  let answered = 0
  let inTime = 0
  for (const line of readFileSync(`${phone}asterisk.queue-log`, 'utf8').split('\n')) {
    const [second, call = '', queue, , what] = line.split('|')
    if (queue !== 'repairs') continue
    if (what === 'ENTERQUEUE') entered.set(call, Number(second))
    if (what !== 'CONNECT') continue
    answered += 1
    if (Number(second) - (entered.get(call) ?? 0) <= 15) inTime += 1
  }
  assert.deepEqual([entered.size, answered, inTime], [35, 19, 11])
})

test('A call that stands only in the call records is explained as offered, refused and not kept', async () => {
  const { code, out } = await kept('explain', ...asked, ...records, '--case', '1795361711.9')
  assert.equal(code, 0)
  assert.match(out, /Started on Sunday 22 November 2026 at 15:35:11 by call-offered[^]*Missed: .* 15:35:11/)
})
