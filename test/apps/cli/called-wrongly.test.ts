import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { test } from 'node:test'
import { littleFacts, littlePack } from './little.ts'
import { kept, scratch } from './running.ts'

const folder = scratch()
const pack = folder.file('pack.yaml', littlePack)
const facts = folder.file('facts.ndjson', littleFacts)
const packed = folder.file('facts.ndjson.gz', gzipSync(littleFacts))
const sheet = folder.file('facts.xlsx', 'PK\u0003\u0004and so on')
const notJson = folder.file('holidays.json', 'closed on Fridays')
const later = folder.file('later.yaml', littlePack.replace('edition: 2026-01', 'edition: 2026-01b'))
const others = folder.file('others.yaml', littlePack.replace('little-homes', 'other-homes'))
mkdirSync(folder.path('empty'))
const good = ['--pack', pack, '--events', facts]
const away = folder.path('nowhere/x')

interface Wrong {
  readonly why: string
  readonly args: readonly string[]
  /** Each must stand in what is said. */
  readonly says: readonly string[]
}

const wrong: readonly Wrong[] = [
  { why: 'nothing was asked', args: [], says: ['Usage: kept', 'measure'] },
  { why: 'a command was misspelt', args: ['mesure'], says: ["unknown command 'mesure'", 'measure'] },
  {
    why: 'an option was misspelt',
    args: ['measure', ...good, '--formt', 'json'],
    says: ["'--formt'", '--format'],
  },
  { why: 'no pack was named', args: ['measure', '--events', facts], says: ['--pack', 'kept measure --help'] },
  {
    why: 'no facts were named',
    args: ['measure', '--pack', pack],
    says: ['--events', 'kept measure --help'],
  },
  {
    why: 'a file stands where none belongs',
    args: ['measure', facts, ...good],
    says: ['too many arguments'],
  },
  {
    why: 'a shipped pack was misspelt',
    args: ['check', 'linston'],
    says: ['“linston”', 'did you mean “linstone”?'],
  },
  {
    why: 'a pack is nothing like any',
    args: ['check', 'zzz'],
    says: ['there is no pack “zzz”', 'shipped packs: '],
  },
  {
    why: 'a folder holds no pack',
    args: ['check', folder.path('empty')],
    says: ['holds no pack', 'pack.yaml'],
  },
  {
    why: 'a file of facts is not there',
    args: ['measure', '--pack', pack, '--events', 'nowhere.ndjson'],
    says: ['there is no file “nowhere.ndjson”', 'looked for /'],
  },
  {
    why: 'every file that is not there is named at once',
    args: ['measure', '--pack', pack, '--events', 'one.ndjson', 'two.ndjson'],
    says: ['“one.ndjson”', '“two.ndjson”'],
  },
  {
    why: 'a folder was named for a file',
    args: ['measure', '--pack', pack, '--events', folder.path('empty')],
    says: ['is a folder; name the files in it'],
  },
  {
    why: 'the facts are still compressed',
    args: ['measure', '--pack', pack, '--events', packed],
    says: ['compressed (gzip); unpack it first'],
  },
  {
    why: 'the facts are a spreadsheet',
    args: ['measure', '--pack', pack, '--events', sheet],
    says: ['save it as CSV'],
  },
  {
    why: 'standard input was named twice',
    args: ['measure', '--pack', pack, '--events', '-', '-'],
    says: ['standard input is named twice'],
  },
  {
    why: 'there is no such importer',
    args: ['measure', ...good, '--importer', 'xlsx'],
    says: ["'xlsx'", 'ndjson'],
  },
  {
    why: 'the importer needs a mapping',
    args: ['measure', ...good, '--importer', 'csv'],
    says: ['the importer csv needs a mapping; name it with --mapping FILE'],
  },
  {
    why: 'the importer takes no mapping',
    args: ['measure', ...good, '--mapping', facts],
    says: ['ndjson takes no mapping'],
  },
  {
    why: 'there is no such period',
    args: ['measure', ...good, '--by', 'week'],
    says: ["'week'", 'month, quarter'],
  },
  {
    why: 'there is no such format',
    args: ['measure', ...good, '--format', 'xml'],
    says: ["'xml'", 'table, json'],
  },
  {
    why: 'a day does not exist',
    args: ['measure', ...good, '--from', '2026-02-30'],
    says: ['--from “2026-02-30” is not a day', 'such as 2026-'],
  },
  {
    why: 'a day is written the British way',
    args: ['measure', ...good, '--to', '31/03/2026'],
    says: ['31/03/2026'],
  },
  {
    why: 'the days are the wrong way round',
    args: ['measure', ...good, '--from', '2026-04-01', '--to', '2026-03-01'],
    says: ['--from 2026-04-01 is after --to 2026-03-01'],
  },
  {
    why: 'the importer reads nothing beside its file',
    args: ['measure', ...good, '--beside', facts],
    says: ['ndjson reads nothing beside'],
  },
  {
    why: 'the first day comes after all that may count',
    args: ['measure', ...good, '--from', '2026-05-01', '--as-of', '2026-04-30T22:59:59Z'],
    says: ['--from 2026-05-01 is after Thursday 30 April 2026, up to which facts count'],
  },
  {
    why: 'a day lies outside every calendar',
    args: ['measure', ...good, '--from', '1926-03-01'],
    says: ['not between 1990 and 2100; check the year'],
  },
  {
    why: 'the instant has no time, and the start of that day would leave the day out',
    args: ['measure', ...good, '--as-of', '2026-03-31'],
    says: ['for the whole of that day write 2026-03-31T23:59:59'],
  },
  {
    why: 'the instant has no offset',
    args: ['explain', ...good, '--case', 'kept', '--as-of', '2026-03-31T12:00'],
    says: ['write a time with its offset'],
  },
  {
    why: 'the instant lies outside every calendar',
    args: ['replay', ...good, '--instead', pack, '--as-of', '2526-03-31T12:00Z'],
    says: ['not between 1990 and 2100'],
  },
  {
    why: 'the bank holidays are not there',
    args: ['measure', ...good, '--holidays', 'nowhere.json'],
    says: ['there is no file “nowhere.json”'],
  },
  {
    why: 'the packs are of two landlords',
    args: ['measure', '--pack', pack, others, '--events', facts],
    says: ['of several landlords'],
  },
  {
    why: 'two editions are in force from one day, so nobody could say which counts',
    args: ['measure', '--pack', pack, later, '--events', facts],
    says: ['in force from 2026-01-01', 'each with an in_force_from of its own'],
  },
  {
    why: 'a draft is another landlord’s',
    args: ['replay', ...good, '--instead', others],
    says: ['“other-homes”, not “little-homes”'],
  },
  {
    why: 'there is no such draft',
    args: ['replay', ...good, '--instead', 'zzz'],
    says: ['there is no pack “zzz”'],
  },
  {
    why: 'the pack has no such promise',
    args: ['explain', ...good, '--case', 'kept', '--promise', 'LIT-1'],
    says: ['no promise “LIT-1”; did you mean “LIT-01”?'],
  },
  {
    why: 'no fact is of that case',
    args: ['explain', ...good, '--case', 'nobody'],
    says: ['no good row of these files is of a case “nobody”'],
  },
  {
    why: 'the figures go into a folder that is not there',
    args: ['measure', ...good, '--out', away],
    says: ['--out'],
  },
  {
    why: 'the rejects go into a folder that is not there',
    args: ['measure', ...good, '--rejects', away],
    says: ['--rejects: there is no folder', 'make it first'],
  },
  {
    why: 'the clocks go into what is a folder',
    args: ['measure', ...good, '--clocks', folder.path('empty')],
    says: ['--clocks', 'is a folder; name a file in it'],
  },
  {
    why: 'two things go into one file',
    args: ['measure', ...good, '--out', folder.path('both'), '--clocks', folder.path('both')],
    says: ['is named twice'],
  },
]

for (const { why, args, says } of wrong) {
  test(`A call is answered with exit 2 and plain words where ${why}`, async () => {
    const ran = await kept(...args)
    assert.equal(ran.code, 2, ran.out + ran.err)
    assert.equal(ran.out, '')
    for (const words of says) assert.ok(ran.err.includes(words), `“${words}” is not in: ${ran.err}`)
    assert.doesNotMatch(ran.err, /^ {4}at |Error:/m, 'no stack of ours is shown')
  })
}

for (const option of ['--out', '--clocks', '--rejects'])
  test(`Facts are never written over by ${option}`, async () => {
    const ran = await kept('measure', ...good, option, facts)
    assert.equal(ran.code, 2)
    assert.match(ran.err, /would write over “.*facts[.]ndjson”, which is read/)
    assert.equal(readFileSync(facts, 'utf8'), littleFacts)
  })

test('Bank holidays that are not JSON are a fault of that file', async () => {
  const ran = await kept('measure', ...good, '--holidays', notJson)
  assert.equal(ran.code, 1)
  assert.match(ran.err, /holidays[.]json: this is not JSON; .*gov[.]uk/)
})
