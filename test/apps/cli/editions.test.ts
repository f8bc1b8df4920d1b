import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asFile, contact, littlePack, reply } from './little.ts'
import { figuresIn, kept, scratch, share } from './running.ts'

const folder = scratch()
const old = folder.file('2026-01.yaml', littlePack)
const stricter = littlePack
  .replace('edition: 2026-01', 'edition: 2026-03')
  .replace('in_force_from: 2026-01-01', 'in_force_from: 2026-03-16')
  .replaceAll('3 working days', '2 working days')
const strict = folder.file('2026-03.yaml', stricter)

/** Each is answered on the third working day: in time by the first edition, a day late by the second. */
const facts = folder.file(
  'facts.ndjson',
  asFile([
    contact('before', '2026-03-13T10:00:00Z'),
    reply('before', '2026-03-18T10:00:00Z'),
    contact('after', '2026-03-16T00:00:00Z'),
    reply('after', '2026-03-19T10:00:00Z'),
  ]),
)
const asked = ['--events', facts, '--as-of', '2026-03-31T12:00:00Z']

test('A clock keeps the edition in force when it started, whatever the order in which editions are named', async () => {
  for (const packs of [
    [old, strict],
    [strict, old],
  ]) {
    const { out } = await kept('measure', '--pack', ...packs, ...asked, '--format', 'json')
    assert.equal(share(figuresIn(out).get('LIT-01')), '1 of 2')
    assert.equal(JSON.parse(out).edition, '2026-03')
  }
})

test('The newer edition alone says that it was not yet in force', async () => {
  const { out } = await kept('measure', '--pack', strict, ...asked, '--format', 'json')
  assert.equal(share(figuresIn(out).get('LIT-01')), '0 of 1')
  assert.match(
    JSON.parse(out).notes[0],
    /^1 event happened before .* \(Monday 16 March 2026\): no clock started/,
  )
})

test('The working says which edition a clock began under, where that is not the newest', async () => {
  const explained = async (id: string) =>
    (await kept('explain', '--pack', old, strict, ...asked, '--case', id, '--promise', 'LIT-01')).out
  assert.match(
    await explained('before'),
    /Clock 1 \(by edition 2026-01, in force then\)\n.*\n {4}Allowed: within 3 working/,
  )
  assert.match(await explained('after'), /Clock 1\n.*\n {4}Allowed: within 2 working days/)
})

test('A draft is tried on the same facts as if it had always been in force, and the cases that turn are named', async () => {
  const asTable = await kept('replay', '--pack', old, '--instead', strict, ...asked)
  assert.equal(asTable.code, 0)
  assert.match(
    asTable.out,
    /^LIT-01 +2 of 2 \(100%\) +0 of 2 \(0%\) +at least 90% +at least 90% +met +missed +2$/m,
  )
  assert.match(asTable.out, /^LIT-01 +before +1 +met +missed$/m)
  const asJson = JSON.parse(
    (await kept('replay', '--pack', old, '--instead', strict, ...asked, '--format', 'json')).out,
  )
  assert.deepEqual([asJson.pack, asJson.edition, asJson.draft], ['little-homes', '2026-01', '2026-03'])
  assert.deepEqual(asJson.turned[1], {
    promise: 'LIT-01',
    case: 'after',
    n: 1,
    before: 'met',
    after: 'missed',
  })
  const asCsv = await kept('replay', '--pack', old, '--instead', strict, ...asked, '--format', 'csv')
  assert.equal(
    asCsv.out.split('\n')[1],
    'LIT-01,2 of 2 (100%),0 of 2 (0%),at least 90%,at least 90%,met,missed,2',
  )
})

test('A draft that changes nothing says so', async () => {
  const { code, out } = await kept('replay', '--pack', old, '--instead', old, ...asked)
  assert.deepEqual(
    { code, out },
    { code: 0, out: 'The draft would have changed no figure and turned no case.\n' },
  )
})

for (const [command, ...args] of [
  ['check', 'FAULTY'],
  ['measure', '--pack', 'FAULTY', ...asked],
  ['explain', '--pack', 'FAULTY', '--case', 'before', ...asked],
  ['replay', '--pack', old, '--instead', 'FAULTY', ...asked],
] as const)
  test(`A pack with faults stops ${command}, and each is named with its line, its field and the fix`, async () => {
    const faulty = folder.file(
      'faulty.yaml',
      littlePack
        .replace('3 working days\n    ', '3 workin days\n    ')
        .replace('at least 90%', 'atleast 90%'),
    )
    const { code, err } = await kept(command, ...args.map((each) => (each === 'FAULTY' ? faulty : each)))
    assert.equal(code, 1)
    const [first = '', second = '', ...more] = err.trimEnd().split('\n')
    assert.match(
      first,
      /faulty[.]yaml:18:15: LIT-01 \/ clock \/ within: “3 workin days” is not a length of time; /,
    )
    assert.match(second, /faulty[.]yaml:20:13: LIT-01 \/ target: “atleast 90%”/)
    assert.deepEqual(more, [])
  })
