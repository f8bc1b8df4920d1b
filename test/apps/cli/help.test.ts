import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseEvent } from '#core/ledger/parse-event.ts'
import { isRefusal } from '#core/refusal.ts'
import { vocabulary } from '#apps/compose.ts'
import { kept } from './running.ts'

const commands = ['check', 'measure', 'explain', 'replay']

for (const command of commands)
  test(`The help of ${command} is asked for, so it ends with 0, shows an example and says how it exits`, async () => {
    const { code, out, err } = await kept(command, '--help')
    assert.deepEqual({ code, err }, { code: 0, err: '' })
    assert.match(out, new RegExp(`^ {2}kept ${command} .*the-landlord`, 'm'))
    assert.match(out, /Exit: 0 done; 1 the input has faults .*; 2 called wrongly/)
  })

for (const command of commands.slice(1))
  test(`The help of ${command} shows an event that is a good one, and tells of each importer`, async () => {
    const { out } = await kept(command, '--help')
    const line = out.split('\n').find((each) => each.trimStart().startsWith('{')) ?? ''
    assert.ok(!isRefusal(parseEvent(line.trim(), 1, vocabulary)), line)
    for (const importer of ['ndjson', 'csv', 'queue-log'])
      assert.match(out, new RegExp(`^ {2}${importer} +\\w`, 'm'))
  })

test('The help of all lists every command with what it does', async () => {
  const { code, out } = await kept('--help')
  assert.equal(code, 0)
  for (const command of commands)
    assert.match(out, new RegExp(`^ {2}${command} \\[options\\].* {2,}\\w`, 'm'))
})
