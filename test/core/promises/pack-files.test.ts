import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parsePack } from '#core/promises/parse-pack.ts'
import { faultLine } from '#core/promises/shape/fault.ts'
import { filesUnder, wordsOf } from '#test/house/tree.ts'
import { known, packText, type Written } from './little-pack.ts'

const check = { check: { item: 'gave-their-name', instruments: ['audit'] } }
const many = (count: number): readonly Written[] => Array.from({ length: count }, () => check)
const repeats = `P: &a [${'reply-sent, '.repeat(999)}reply-sent]\nQ: [${'*a, '.repeat(999)}*a]`

const files: readonly (readonly [why: string, written: string, fault: RegExp])[] = [
  ['nothing stands in it', '', /^pack.yaml:1:1: a pack is a map; start with “pack: the-landlord”$/],
  ['it is a list', '- pack: a', /^pack.yaml:1:1: a pack is a map/],
  ['it is a word', 'hello', /^pack.yaml:1:1: a pack is a map/],
  ['a bracket is never closed', 'pack: [a\nlandlord: b', /^pack.yaml:2:1: this is not YAML: /],
  [
    'it is indented by tabs',
    'pack: a\nhours:\n\toffice: Mon-Fri',
    /^pack.yaml:3:1: this is not YAML: Tabs are not allowed as indentation/,
  ],
  [
    'two packs stand in it',
    `${packText([check])}\n---\n${packText([check])}`,
    /^pack.yaml:2:1: the file holds more than one document$/,
  ],
  [
    'it holds 1,001 promises',
    packText(many(1001)),
    /^pack.yaml:1:\d+: promises: a pack has at most 1000 promises$/,
  ],
  [
    'it is three megabytes long',
    `${packText([check])} #${'x'.repeat(3_000_000)}`,
    /^pack.yaml:1:1: the file is longer than 2000000 characters$/,
  ],
  [
    'it is nested ten thousand deep',
    '['.repeat(10_000),
    /^pack.yaml:1:\d+: the file is nested too deeply to be read$/,
  ],
  [
    'its repeats would make a million values of a few',
    repeats,
    /^pack.yaml:1:1: the file holds more than 200000 values once its repeats \(\*\) are written out$/,
  ],
  [
    'it has no promises',
    packText([]).replace('"promises":[]', '"a":1'),
    /^pack.yaml:1:\d+: “a” is not a clause here/,
  ],
]

for (const [why, written, fault] of files) {
  test(`A file is refused as a pack, and quickly, where ${why}`, () => {
    const began = performance.now()
    const read = parsePack(written, 'pack.yaml', known)
    assert.ok(!('promises' in read))
    assert.match(read.map(faultLine)[0] ?? '', fault)
    assert.ok(read.length <= 500)
    // Without its limits it would take hours; a busy machine takes ten times as long as a quiet one.
    assert.ok(performance.now() - began < 60_000)
  })
}

test('A pack holds up to 1,000 promises', () => {
  const read = parsePack(packText(many(1000)), 'pack.yaml', known)
  assert.ok('promises' in read && read.promises.length === 1000)
})

test('An anchor repeats what it stands for, of the last of its name before', () => {
  const stops = { stops: '*answers' }
  const clock = { clock: { starts: 'contact-received', within: '3 days', ...stops } }
  const written = packText([clock, clock])
    .replace('"*answers"', '&answers [reply-sent, call-returned]')
    .replace('"*answers"', '*answers')
  const read = parsePack(written, 'pack.yaml', known)
  assert.ok('promises' in read)
  assert.deepEqual(read.promises[1]?.clauses, read.promises[0]?.clauses)
})

for (const file of filesUnder('packs').filter((path) => path.endsWith('/pack.yaml'))) {
  test(`The pack that we ship as ${file} has no fault`, () => {
    const read = parsePack(wordsOf(file), file, known)
    assert.deepEqual('promises' in read ? [] : read.map(faultLine), [])
  })
}

const linstone = wordsOf('packs/linstone/pack.yaml').split('\n')
const place = fc.nat(linstone.length - 1)
const slip = fc.oneof(
  fc.record({ do: fc.constant('take out' as const), place }),
  fc.record({ do: fc.constant('say twice' as const), place, to: place }),
  fc.record({ do: fc.constant('put instead' as const), place, to: place }),
  fc.record({
    do: fc.constant('write' as const),
    place,
    words: fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), yamlish()),
  }),
)

test('However the lines of a pack are lost, doubled or written over, it is read or its faults are told in their places', () => {
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 6 }), (slips) => {
      const slipped = [...linstone]
      for (const each of slips) {
        if (each.do === 'take out') slipped.splice(each.place, 1)
        else if (each.do === 'say twice') slipped.splice(each.to, 0, linstone[each.place] ?? '')
        else slipped[each.place] = each.do === 'write' ? each.words : (linstone[each.to] ?? '')
      }
      const read = parsePack(slipped.join('\n'), 'pack.yaml', known)
      if ('promises' in read) return
      assert.ok(read.length > 0, 'what is refused has a fault')
      for (const { line, column, fault } of read)
        assert.ok(line >= 1 && line <= slipped.length + 30 && column >= 1 && fault !== '', fault)
    }),
    { numRuns: 100 },
  )
})

/** Pieces of YAML where they do not belong. */
function yamlish(): fc.Arbitrary<string> {
  const pieces = [
    '- ',
    '? ',
    ': ',
    '{',
    '}',
    '[',
    ']',
    '&a ',
    '*a',
    '<<: ',
    '|',
    '>-',
    '#',
    '!!map ',
    '---',
    '...',
    '"',
    "'",
    '  ',
    'null',
    '~',
    '1e999',
    'id',
    'clock',
    'within: ',
  ]
  return fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((chosen) => chosen.join(''))
}
