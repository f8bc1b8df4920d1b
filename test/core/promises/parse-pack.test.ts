import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePack } from '#core/promises/parse-pack.ts'
import { faultLine } from '#core/promises/shape/fault.ts'
import { known } from './little-pack.ts'

const lines = `pack: made-up
landlord: Made-up Homes
title: Standards
edition: first
in_force_from: 2020-01-01
nation: england-and-wales
time_zone: Europe/London
hours:
  office: Mon-Fri 09:00-17:00
promises:
  - id: P-1
    section: Letters
    subject: letter
    promise: We answer your letter.
    clock:
      starts: contact-received
      stops: reply-sent
      within: 10 working days
    target: at least 90%
  - id: P-2
    section: Letters
    subject: letter
    promise: We tell you when we are late.
    rule: {late: P-1, told_by: holding-reply-sent}`.split('\n')

/** Each is the pack above with one line written otherwise, and every fault that makes. */
const slips: readonly (readonly [why: string, line: number, instead: string, ...faults: string[]])[] = [
  [
    'a clause is misspelt',
    19,
    '    targett: at least 90%',
    '19:5: P-1: “targett” is not a clause here; did you mean “target”?',
  ],
  [
    'a clause of the head is misspelt',
    5,
    'in_force_form: 2020-01-01',
    '5:1: “in_force_form” is not a clause here; did you mean “in_force_from”?',
    '1:1: “in_force_from” is missing',
  ],
  [
    'a limit is missing',
    18,
    '',
    '16:7: P-1 / clock: a clock has exactly one limit; write one of within, by or before',
  ],
  [
    'it has two limits',
    19,
    '      by: from',
    '16:7: P-1 / clock: a clock has exactly one limit; write one of within, by or before',
  ],
  [
    'a promise has two measures',
    19,
    '    check: {item: a, instruments: [audit]}',
    '11:5: P-1: it has more than one measure; write exactly one of clock, ratio, survey, check, recurring, rule, published',
  ],
  [
    'a promise has no measure',
    24,
    '    target: 100%',
    '20:5: P-2: it has no measure; write exactly one of clock, ratio, survey, check, recurring, rule, published',
  ],
  [
    'a measure is misspelt',
    24,
    '    ruel: {late: P-1, told_by: holding-reply-sent}',
    '20:5: P-2: it has no measure; write exactly one of clock, ratio, survey, check, recurring, rule, published; “ruel”: did you mean “rule”?',
    '24:5: P-2: “ruel” is not a clause here; use one of: id, section, subject, promise, target, reported, assured_by, reading',
  ],
  [
    'a length is none',
    18,
    '      within: 10 wroking days',
    '18:15: P-1 / clock / within: “10 wroking days” is not a length of time; write a length such as 10 working days, or give “10 wroking days” a meaning under meanings',
  ],
  [
    'a target is a bare number',
    19,
    '    target: 90',
    '19:13: P-1 / target: “90” is not a target; write “at least 85%”, “at most 7%”, “under 4%”, “100%”, “12 per year”, “at most 28 days on average” or “date to be inserted”',
  ],
  [
    'an event is misspelt',
    16,
    '      starts: contact-recieved',
    '16:15: P-1 / clock / starts: “contact-recieved” is not an event; did you mean “contact-received”?',
  ],
  [
    'an event is like no other',
    17,
    '      stops: {event: xyzzy}',
    '17:22: P-1 / clock / stops / event: “xyzzy” is not an event; docs/glossary.md has every event',
  ],
  [
    'one event of a list is misspelt',
    17,
    '      stops: [reply-sent, call-retruned]',
    '17:27: P-1 / clock / stops: “call-retruned” is not an event; did you mean “call-returned”?',
  ],
  [
    'a field is carried by no such event',
    17,
    '      stops: {event: reply-sent, when: {fulll: true}}',
    '17:14: P-1 / clock / stops: no reply-sent carries a field “fulll”; did you mean “full”?',
  ],
  [
    'a list of events is empty',
    17,
    '      stops: []',
    '17:14: P-1 / clock / stops: this list is empty; write at least one',
  ],
  ['an event is left out', 17, '      stops:', '17:13: P-1 / clock / stops: this must be text'],
  [
    'hours are named that there are not',
    19,
    '      hours: ofice',
    '19:14: P-1 / clock / hours: no hours are named “ofice”; did you mean “office”?',
  ],
  ['an id stands twice', 20, '  - id: P-1', '20:5: P-1: this id stands twice; give each promise its own'],
  ['a promise has no id', 20, '  - reading: As it stands.', '20:5: promises[2]: “id” is missing'],
  ['a promise is a word', 20, '  - hello\n  - id: P-2', '20:5: promises[2]: a promise is a map with an id'],
  [
    'a late rule watches nothing',
    24,
    '    rule: {late: P-11, told_by: holding-reply-sent}',
    '24:18: P-2 / rule / late: “P-11” is not a clock promise of this pack; did you mean “P-1”?',
  ],
  [
    'a late rule watches itself, which is no clock',
    24,
    '    rule: {late: OWN, told_by: holding-reply-sent}',
    '24:18: P-2 / rule / late: “OWN” is not a clock promise of this pack; use one of: P-1',
  ],
  [
    'a late rule does not say who is told',
    24,
    '    rule: {late: P-1}',
    '24:11: P-2 / rule: late and told_by go together',
  ],
  [
    'a day is none',
    5,
    'in_force_from: 2020-02-30',
    '5:16: in_force_from: “2020-02-30” is not a day; write 2026-03-31',
  ],
  [
    'a nation is none',
    6,
    'nation: england',
    '6:9: nation: “england” is not known here; use one of: england-and-wales, scotland, northern-ireland',
  ],
  [
    'a closure ends before it begins',
    3,
    'title: S\nclosures: [{from: 2026-12-24, to: 2026-12-20, why: Christmas}]',
    '4:12: closures: the closure ends before it begins; write from before to',
  ],
  [
    'a ring is no time',
    3,
    'title: S\nmeanings: {ring: 3 days}',
    '4:11: meanings / ring: a ring is a time in seconds; write “3 seconds”',
  ],
  [
    'out of hours is read in a way there is not',
    3,
    'title: S\nmeanings: {received_out_of_hours: tomorrow}',
    '4:11: meanings / received_out_of_hours: “tomorrow” is not a choice; write same day or next working day',
  ],
  [
    'pauses never end',
    19,
    '      pauses: information-requested',
    '16:7: P-1 / clock: pauses and resumes go together',
  ],
  [
    'a new clock has no date to be due on',
    19,
    '      extends: {when: holding-reply-sent, then: 5 days, as: new clock}',
    '16:7: P-1 / clock: a new clock is due on a date that the event carries; name the field in then, such as newDate',
  ],
  [
    'a condition is a map',
    19,
    '      when: {channel: {letter: true}}',
    '19:23: P-1 / clock / when / channel: a map here can only say what is not meant; write {not: [a, b]}',
  ],
  [
    'a condition is an empty list',
    19,
    '      when: {channel: []}',
    '19:23: P-1 / clock / when / channel: this list is empty; write at least one',
  ],
  ['yes is not true', 19, '      repeats: yes', '19:16: P-1 / clock / repeats: this must be true or false'],
  ['a clause stands twice', 19, '      within: 5 days', '19:7: this is not YAML: Map keys must be unique'],
  [
    'a repeat stands for nothing',
    24,
    '    rule: {late: P-1, told_by: *nobody}',
    '24:32: “*nobody” stands for nothing; write &nobody before what it stands for, further up',
    '24:32: P-2 / rule / told_by: this must be text',
  ],
  [
    'a repeat holds itself',
    17,
    '      stops: &these [reply-sent, *these]',
    '17:34: “*these” stands for nothing; write &these before what it stands for, further up',
    '17:34: P-1 / clock / stops: this must be text',
  ],
]

test('The pack of which slips are made has none itself', () => {
  assert.deepEqual(faultsOf(lines.join('\n')), [])
})

for (const [why, line, instead, ...faults] of slips) {
  test(`A pack is refused with the place and the fix where ${why}`, () => {
    assert.deepEqual(faultsOf(lines.with(line - 1, instead).join('\n')), faults)
  })
}

test('Every fault of a pack is told at once, with the file it stands in', () => {
  const slipped = lines
    .with(5, 'nation: wales')
    .with(16, '      stops: reply-snt')
    .with(17, '      withing: 3 days')
    .with(18, '    target: lots')
    .with(23, '    rule: {late: P-9, told_by: []}')
  const faults = parsePack(slipped.join('\n'), 'their/pack.yaml', known)
  assert.ok(!('promises' in faults))
  assert.deepEqual(
    faults.map(({ line }) => line),
    [6, 18, 17, 19, 24],
  )
  assert.ok(faults.every(({ file, column }) => file === 'their/pack.yaml' && column > 1))
})

const countedInHours: readonly (readonly [what: string, line: number, instead: string])[] = [
  ['a clock', 18, '      within: 3 working hours'],
  ['a grace', 18, '      by: from\n      grace: 3 working hours'],
  ['a tolerance', 19, '      tolerance: 3 working hours'],
  ['an extension', 19, '      extends: {when: holding-reply-sent, then: 3 working hours}'],
  ['a rule', 24, '    rule: {applies_to: contact-received, later: reply-sent, within: 3 working hours}'],
  ['a duty', 24, '    recurring: {every: 3 working hours, duty: newsletter}'],
]

for (const [what, line, instead] of countedInHours) {
  test(`Working hours of ${what} are refused where the pack names no such hours`, () => {
    const nowhere = lines.with(8, '  telephone: Mon-Fri 09:00-17:00').with(line - 1, instead)
    assert.match(
      faultsOf(nowhere.join('\n')).join(),
      /working hours need the hours “office”, which the pack does not name/,
    )
    assert.deepEqual(faultsOf(lines.with(line - 1, instead).join('\n')), [])
  })
}

function faultsOf(written: string): readonly string[] {
  const read = parsePack(written, 'pack.yaml', known)
  return 'promises' in read ? [] : read.map((fault) => faultLine(fault).replace('pack.yaml:', ''))
}
