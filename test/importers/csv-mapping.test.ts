import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fault } from '#core/promises/shape/fault.ts'
import type { Mapping } from '#importers/csv/mapping.ts'
import { parseMapping } from '#importers/csv/parse-mapping.ts'

const good = `mapping: calls
kind: enquiry
case: {column: Ref}
at: {column: When}
format: iso
time_zone: Europe/London
type: {column: What}
events:
  Came: {contact-received: {channel: e-mail}}
  Printed: ignored
`

function faultsOf(written: string): readonly Fault[] {
  const parsed = parseMapping(written, 'm.yaml')
  return Array.isArray(parsed) ? (parsed as readonly Fault[]) : []
}

/** Place and words of each fault, as a reader of the terminal sees them. */
function shown(written: string): readonly string[] {
  return faultsOf(written).map(
    ({ line, column, field, fault, fix }) =>
      `${line}:${column} ${field}: ${fault}${fix === undefined ? '' : `; ${fix}`}`,
  )
}

function changed(from: string, to: string): string {
  assert.ok(good.includes(from))
  return good.replace(from, to)
}

test('a mapping without faults is read', () => {
  const mapping = parseMapping(good, 'm.yaml') as Mapping
  assert.equal(mapping.name, 'calls')
  assert.deepEqual(mapping.case.columns, ['Ref'])
  assert.equal(mapping.rows.by, 'value')
})

test('all faults of a mapping are told at once, each with its place and the fix', () => {
  const written = `mapping: calls
kind: enquiry
case: Ref
att: {column: When}
format: DD/MM/YYYY
delimiter: commas
type: {colum: What}
events:
  Came: Contact received
  Printed:
`
  assert.deepEqual(shown(written), [
    '4:1 : “att” is not a clause of a mapping; did you mean “at”?',
    '5:9 format: “DD” is not known in a format; did you mean “dd”?',
    '6:12 delimiter: “commas” is not known here; did you mean “comma”?',
    '7:7 type: this needs column, or columns; write {column: Name in the header}',
    '7:8 type: “colum” is not a clause here; did you mean “column”?',
    '9:9 events / Came: this is not the name of an event; write it in small letters with hyphens: reply-sent',
    '10:3 events / Printed: it is not said what this makes; name an event, or write ignored',
  ])
})

test('every fault names the file', () => {
  assert.deepEqual(new Set(faultsOf('kind: [}').map((fault) => fault.file)), new Set(['m.yaml']))
})

test('a time is a column, never a word', () => {
  assert.deepEqual(shown(changed('at: {column: When}', 'at: When')), [
    '4:5 at: this must be a column; write {column: Name in the header}',
  ])
})

test('times without an offset need a zone, and dates without a time need one', () => {
  assert.match(
    shown(changed('time_zone: Europe/London\n', '').replace('iso', 'dd/MM/yyyy HH:mm'))[0] ?? '',
    /time_zone: Europe/,
  )
  assert.match(shown(changed('format: iso', 'format: dd/MM/yyyy'))[0] ?? '', /time_of_day: 12:00/)
  assert.match(shown(changed('format: iso\n', ''))[0] ?? '', /it is not said how the times are written/)
})

test('events are said by a column’s values, as a list, or by the column alone', () => {
  const events = good.slice(good.indexOf('type:'))
  const without = good.slice(0, good.indexOf('type:'))
  assert.deepEqual(shown(`${without}type: {column: What}\n`), [])
  assert.deepEqual(shown(`${without}events:\n  - contact-received: {channel: e-mail}\n`), [])
  assert.match(shown(without)[0] ?? '', /it is not said which events a row makes/)
  assert.match(
    shown(`${without}${events.slice(events.indexOf('events:'))}`)[0] ?? '',
    /which column’s values these are/,
  )
  assert.match(
    shown(`${without}type: {column: What}\nevents: [contact-received]\n`)[0] ?? '',
    /with type, events is a map/,
  )
})

test('an event without a time is a fault of the mapping', () => {
  assert.match(
    shown(changed('at: {column: When}\n', ''))[0] ?? '',
    /when the event of contact-received happened/,
  )
})

test('one value may make several events, and an event is one name', () => {
  assert.deepEqual(
    shown(changed('Printed: ignored', 'Both: [contact-opened, {reply-sent: {full: true}}]')),
    [],
  )
  assert.match(
    shown(changed('Printed: ignored', 'Both: {reply-sent: {}, note-kept: {}}'))[0] ?? '',
    /must name one event/,
  )
})

test('what is anchored once may stand in several places', () => {
  const written = changed(
    '{contact-received: {channel: e-mail}}',
    '&came {contact-received: {channel: e-mail}}',
  )
  const mapping = parseMapping(written.replace('Printed: ignored', 'Again: *came'), 'm.yaml') as Mapping
  assert.ok(mapping.rows.by === 'value')
  const again = mapping.rows.events.get('Again')
  assert.ok(Array.isArray(again))
  assert.deepEqual(
    again.map(({ type }) => type),
    ['contact-received'],
  )
})

test('values are taken as they are written, so that 007 is not 7 and Yes is not true', () => {
  const written = `${good}data: {urgent: {column: U, values: {Yes: true, 007: false}}}\n`
  const mapping = parseMapping(written, 'm.yaml') as Mapping
  const urgent = mapping.data.get('urgent')
  assert.equal(urgent?.valueOf(['Yes']), true)
  assert.equal(urgent?.valueOf(['007']), false)
  assert.deepEqual(urgent?.valueOf(['7']), {
    refusal: '“7” is not among the values of the mapping',
    fix: 'it has: Yes, 007',
  })
})

test('whatever stands in a mapping file, it is a mapping or a list of faults', () => {
  const names = 'mapping kind case at events type column first_of_case ignored when iso given'.split(' ')
  const signs = [
    ': ',
    '\n',
    '  ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '&a',
    '*a',
    '~',
    '"',
    "'",
    '#',
    '?',
    '|',
    '%',
    '\t',
    '!',
  ]
  const words = fc.constantFrom(...names, ...signs)
  const text = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.array(words, { maxLength: 40 }).map((list) => list.join('')),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        text.map((more) => good + more),
      ),
      (written) => {
        const parsed = parseMapping(written, 'm.yaml')
        assert.ok(Array.isArray(parsed) ? parsed.length > 0 : 'rows' in parsed)
      },
    ),
    { numRuns: 1_500 },
  )
})

test('a file that is nested too deeply is a fault', () => {
  assert.ok(faultsOf('['.repeat(200_000)).length > 0)
  assert.ok(faultsOf(`a: ${'{b: '.repeat(50_000)}`).length > 0)
})
