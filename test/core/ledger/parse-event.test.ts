import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CaseEvent } from '#core/ledger/event.ts'
import { parseEvent } from '#core/ledger/parse-event.ts'
import { vocabularyOf } from '#core/ledger/vocabulary.ts'
import { isRefusal, type Refusal } from '#core/refusal.ts'
import { kinds } from '#kinds/index.ts'

const vocabulary = vocabularyOf(kinds)
const callOffered = {
  case: 'c1',
  kind: 'call',
  type: 'call-offered',
  at: '2026-03-02T09:00:12+00:00',
  data: { queue: 'main' },
}

test('A line becomes an event with its times as instants and its line number', () => {
  assert.deepEqual(read(callOffered), {
    case: 'c1',
    kind: 'call',
    type: 'call-offered',
    id: undefined,
    at: Date.UTC(2026, 2, 2, 9, 0, 12),
    recordedAt: Date.UTC(2026, 2, 2, 9, 0, 12),
    line: 7,
    data: { queue: 'main' },
  })
})

test('What was told to us later keeps both its times', () => {
  const event = read({ ...callOffered, at: '2026-07-06T10:00+01:00', recordedAt: '2026-07-08T08:30:00.5Z' })
  assert.equal(event.at, Date.UTC(2026, 6, 6, 9))
  assert.equal(event.recordedAt, Date.UTC(2026, 6, 8, 8, 30, 0, 500))
})

test('What was arranged ahead may be recorded before it happens', () => {
  const event = read({ ...callOffered, recordedAt: '2026-02-27T09:00:00Z' })
  assert.ok(event.recordedAt < event.at)
})

test('A case may carry an event of another kind', () => {
  const event = read({ case: 'k1', kind: 'complaint', type: 'information-requested', at: callOffered.at })
  assert.equal(event.kind, 'complaint')
  assert.deepEqual(event.data, {})
})

test('A fact we do not read yet is kept', () => {
  const data = { queue: 'main', trunk: 4, codes: ['a', { b: true }] }
  assert.deepEqual(read({ ...callOffered, data }).data, data)
})

test('A field that is null counts as not given', () => {
  assert.equal(
    read({ ...callOffered, id: null, recordedAt: null, data: { queue: 'main', by: null } }).id,
    undefined,
  )
  assert.match(refused({ ...callOffered, data: { queue: null } }).refusal, /needs the field queue/)
})

test('What a promise demands may be missing, so that an older row is counted and not lost', () => {
  read({ case: 'k1', kind: 'complaint', type: 'complaint-acknowledged', at: callOffered.at })
})

test('The by of a commitment is a date, though the by of other events is a person', () => {
  const commitment = { case: 'e1', kind: 'enquiry', type: 'commitment-made', at: callOffered.at }
  assert.equal(read({ ...commitment, data: { by: '2026-03-20' } }).data['by'], '2026-03-20')
  assert.match(refused({ ...commitment, data: { by: 's-4' } }).refusal, /^by is not a date/)
  assert.equal(read({ ...callOffered, data: { queue: 'main', by: 's-4' } }).data['by'], 's-4')
})

const faults: readonly (readonly [what: string, text: string | object, refusal: RegExp, fix: RegExp])[] = [
  ['an empty line', '  ', /the line is empty/, /take it out/],
  ['half a line', '{"case":"c1"', /not JSON/, /one \{…\} a line/],
  ['a stray character', '{"case":x}', /not JSON/, /quotation marks/],
  ['a list', '[]', /the line is a list, not an event/, /one event a line/],
  ['a number', '17', /the line is 17/, /one event a line/],
  ['null', 'null', /the line is null/, /one event a line/],
  ['a line without end', `"${'x'.repeat(70_000)}"`, /over 65536 characters/, /one event a line/],
  ['no case', { ...callOffered, case: undefined }, /^case is missing/, /add "case"/],
  ['an empty case', { ...callOffered, case: ' ' }, /^case is empty/, /"c1"/],
  [
    'a case that is a number',
    { ...callOffered, case: 17 },
    /^case is 17, but must be text/,
    /quotation marks/,
  ],
  ['a long case', { ...callOffered, case: 'c'.repeat(201) }, /^case is over 200/, /drawer/],
  ['no kind', { ...callOffered, kind: undefined }, /^kind is missing/, /add "kind"/],
  ['an unknown kind', { ...callOffered, kind: 'calls' }, /^kind "calls" is not known/, /did you mean "call"/],
  ['any case as a kind', { ...callOffered, kind: 'any-case' }, /^kind "any-case" is not known/, /glossary/],
  ['no type', { ...callOffered, type: null }, /^type is missing/, /add "type"/],
  ['an unknown type', { ...callOffered, type: 'call-offerd' }, /is not known/, /did you mean "call-offered"/],
  ['a type like nothing', { ...callOffered, type: 'penguin' }, /^type "penguin" is not known/, /glossary/],
  ['no time', { ...callOffered, at: undefined }, /^at is missing/, /say when it happened/],
  ['a time as a number', { ...callOffered, at: 1_772_442_012 }, /^at is 1772442012/, /write it as/],
  [
    'no offset',
    { ...callOffered, at: '2026-03-02T09:00' },
    /how far it is from UTC/,
    /"2026-03-02T09:00\+00:00"/,
  ],
  ['a space for the T', { ...callOffered, at: '2026-03-02 09:00' }, /from UTC/, /"2026-03-02T09:00\+00:00"/],
  ['a date for a time', { ...callOffered, at: '2026-03-02' }, /a date without a time/, /write it as/],
  ['30 February', { ...callOffered, at: '2026-02-30T09:00Z' }, /does not exist/, /calendar/],
  [
    'a year too early',
    { ...callOffered, at: '1989-12-31T23:59:59Z' },
    /between 1990 and 2100/,
    /check the year/,
  ],
  [
    'a year too late',
    { ...callOffered, at: '2101-01-01T00:00:00Z' },
    /between 1990 and 2100/,
    /check the year/,
  ],
  ['recordedAt amiss', { ...callOffered, recordedAt: 'today' }, /^recordedAt is not a time/, /write it as/],
  [
    'an unknown key',
    { ...callOffered, recorded_at: 'x' },
    /has no "recorded_at"/,
    /did you mean "recordedAt"/,
  ],
  ['a fact beside data', { ...callOffered, queue: 'main' }, /has no "queue"/, /inside "data"/],
  ['an id that is a number', { ...callOffered, id: 4 }, /^id is 4, but must be text/, /quotation marks/],
  ['data that is a list', { ...callOffered, data: ['main'] }, /data must hold fields/, /"data": \{/],
  ['a missing field', { ...callOffered, data: {} }, /call-offered needs the field queue/, /add "queue"/],
  ['no data at all', { ...callOffered, data: undefined }, /needs the field queue/, /add "queue"/],
]

for (const [what, row, refusal, fix] of faults) {
  test(`A line is refused in plain words, with what to write instead: ${what}`, () => {
    const answer = refused(row)
    assert.match(answer.refusal, refusal)
    assert.match(answer.fix ?? '', fix)
  })
}

test('The first and the last moment of the years we know are events', () => {
  read({ ...callOffered, at: '1990-01-01T00:00:00Z' })
  read({ ...callOffered, at: '2100-12-31T23:59:59.999Z' })
})

test('A name that JavaScript treats in its own way is refused and changes nothing', () => {
  const line = JSON.stringify(callOffered)
  assert.match(refused(line.replace('"queue"', '"__proto__"')).refusal, /may not be named "__proto__"/)
  assert.match(refused(line.replace('"data"', '"__proto__"')).refusal, /has no "__proto__"/)
  assert.ok(isRefusal(parse(line.replace('"main"', '"main","x":{"__proto__":{"by":"system"}}'))))
  assert.match(refused({ ...callOffered, type: 'constructor' }).refusal, /not known/)
  assert.equal(({} as { by?: string }).by, undefined)
})

test('A line that calls itself a refusal is judged like any other', () => {
  assert.match(refused({ refusal: 'none of your business' }).refusal, /has no "refusal"/)
})

test('An event has at most 100 fields', () => {
  read({ ...callOffered, data: { queue: 'main', ...fields(99) } })
  assert.match(
    refused({ ...callOffered, data: { queue: 'main', ...fields(100) } }).refusal,
    /over 100 fields/,
  )
})

test('No string, however odd, makes the door throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => isRefusal(parse(text))))
})

test('No JSON, however odd, makes the door throw; what it lets in has all an event needs', () => {
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('call', 'reply-sent', callOffered.at, '2026-03-02', true, 'e-mail'),
  )
  const row = fc.record(
    {
      case: fc.oneof(fc.constant('c1'), odd),
      kind: fc.oneof(fc.constantFrom(...vocabulary.kinds.keys()), odd),
      type: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...vocabulary.events.keys()) },
        { weight: 1, arbitrary: odd },
      ),
      at: fc.oneof({ weight: 9, arbitrary: fc.constant(callOffered.at) }, { weight: 1, arbitrary: odd }),
      data: fc.dictionary(
        fc.oneof(fc.string(), fc.constantFrom('channel', 'full', 'by', 'for', 'pence')),
        odd,
      ),
    },
    { requiredKeys: ['case', 'kind', 'type', 'at'] },
  )
  fc.assert(
    fc.property(fc.oneof(row, fc.jsonValue()), (value) => {
      const answer = parse(JSON.stringify(value))
      return isRefusal(answer) ? answer.refusal.length > 0 : hasAllItNeeds(answer)
    }),
    { numRuns: 2_000 },
  )
})

function hasAllItNeeds(event: CaseEvent): boolean {
  const known = vocabulary.events.get(event.type)
  const isWhole = known?.requiredToRecord.every((name) => event.data[name] !== undefined)
  return (
    isWhole === true &&
    vocabulary.kinds.has(event.kind) &&
    event.case.trim() !== '' &&
    Number.isInteger(event.at)
  )
}

function fields(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, at]))
}

function parse(row: string | object): CaseEvent | Refusal {
  return parseEvent(typeof row === 'string' ? row : JSON.stringify(row), 7, vocabulary)
}

function read(row: object): CaseEvent {
  const answer = parse(row)
  assert.ok(!isRefusal(answer), isRefusal(answer) ? answer.refusal : '')
  return answer
}

function refused(row: string | object): Refusal {
  const answer = parse(row)
  assert.ok(isRefusal(answer), 'the line was let in')
  return answer
}
