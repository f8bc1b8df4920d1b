import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asFile, contact, event, littleAsOf, littleFacts, littlePack, reply } from './little.ts'
import { kept, scratch } from './running.ts'

const folder = scratch()
const pack = folder.file('pack.yaml', littlePack)
const facts = folder.file('facts.ndjson', littleFacts)
const asked = ['explain', '--pack', pack, '--as-of', littleAsOf]

test('A case is explained day by day in words that a customer can follow', async () => {
  const { code, out, err } = await kept(...asked, '--events', facts, '--case', 'on-the-day')
  assert.deepEqual({ code, err }, { code: 0, err: '' })
  assert.equal(
    out,
    `Case on-the-day: 2 events.

LIT-01 (edition 2026-01): We answer your e-mail within 3 working days.
  Clock 1
    Started on Friday 13 March 2026 at 10:00:00 by contact-received.
    Allowed: within 3 working days.
    Day zero is Friday 13 March 2026; counting begins with the day after.
    Not counted: Saturday 14 March 2026 (Saturday); Sunday 15 March 2026 (Sunday).
    Due by the end of Wednesday 18 March 2026.
    Stopped on Wednesday 18 March 2026 at 23:59:59 by reply-sent.
    Met: decided on Wednesday 18 March 2026 at 23:59:59.
    Day by day:
      Saturday 14 March 2026       Saturday
      Sunday 15 March 2026         Sunday
      Monday 16 March 2026         day 1
      Tuesday 17 March 2026        day 2
      Wednesday 18 March 2026      day 3
`,
  )
})

test('The working as JSON carries the clock, its sentences and its days', async () => {
  const { out } = await kept(...asked, '--events', facts, '--case', 'late', '--format', 'json')
  const { case: id, promises, notes } = JSON.parse(out)
  const [{ promise, clocks }] = promises
  const [{ edition, outcome, dueOn, days }] = clocks
  assert.deepEqual({ id, promise, notes }, { id: 'late', promise: 'LIT-01', notes: [] })
  assert.deepEqual(
    { edition, outcome, dueOn },
    { edition: '2026-01', outcome: 'missed', dueOn: '2026-03-05' },
  )
  assert.deepEqual(days.at(-1), { on: '2026-03-05', counts: 3, why: null })
})

test('The working as CSV is one row a day', async () => {
  const { out } = await kept(...asked, '--events', facts, '--case', 'late', '--format', 'csv')
  assert.deepEqual(out.trimEnd().split('\n'), [
    'promise,n,started,outcome,day,counts,why',
    'LIT-01,1,2026-03-02T10:00:00+00:00,missed,2026-03-03,1,',
    'LIT-01,1,2026-03-02T10:00:00+00:00,missed,2026-03-04,2,',
    'LIT-01,1,2026-03-02T10:00:00+00:00,missed,2026-03-05,3,',
  ])
})

interface Told {
  readonly why: string
  readonly lines: readonly string[]
  readonly code: 0 | 1
  readonly out?: RegExp
  readonly err?: RegExp
}

const told: readonly Told[] = [
  {
    why: 'the faults of its own rows, and how many rows are too faulty to be anybody’s',
    lines: [
      contact('c', '2026-03-02T10:00:00Z'),
      reply('c', '2026-03-03 10:00'),
      '{"case":',
      contact('d', 'never'),
    ],
    code: 1,
    out: /Missed: .* It is overdue/,
    err: /^\S+:2: at does not say how far .*\n1 row too faulty to say of which case; “kept measure” names each\n$/,
  },
  {
    why: 'a torn row that names the case',
    lines: [contact('c', '2026-03-02T10:00:00Z'), '{ "kind": "enquiry", "case": "c", "type": "reply-s'],
    code: 1,
    err: /^\S+:2: the line is not JSON.*\n$/,
  },
  {
    why: 'a correction of nothing',
    lines: [
      contact('c', '2026-03-02T10:00:00Z'),
      event('c', 'enquiry', 'event-withdrawn', '2026-03-04T10:00:00Z', { event: 'r9', reason: 'typo' }),
    ],
    code: 1,
    err: /^\S+:2: "r9" names no event of this case; nothing was changed\n$/,
  },
  {
    why: 'what is not known yet',
    lines: [contact('c', '2026-03-30T10:00:00Z'), reply('c', '2026-04-02T10:00:00Z')],
    code: 0,
    out: /Running, in time so far[^]*\nNote: 1 event happened or came to be known after 2026-04-01/,
  },
  {
    why: 'that it began before the standards did',
    lines: [contact('c', '2025-12-30T10:00:00Z'), reply('c', '2026-01-02T10:00:00Z')],
    code: 0,
    out: /No promise of this pack concerns it[^]*\nNote: 1 event happened before the edition came into force/,
  },
  {
    why: 'that the case it was merged into is not there',
    lines: [
      contact('c', '2026-03-02T10:00:00Z'),
      event('c', 'enquiry', 'merged-into', '2026-03-02T11:00:00Z', { case: 'gone' }),
    ],
    code: 0,
    out: /\nNote: It was merged into “gone”, which was not found/,
  },
  {
    why: 'the answer given in the last of the cases it was merged into, though that stands first in the file',
    lines: [
      reply('last', '2026-03-04T10:00:00Z'),
      event('next', 'enquiry', 'merged-into', '2026-03-02T12:00:00Z', { case: 'last' }),
      event('c', 'enquiry', 'merged-into', '2026-03-02T11:00:00Z', { case: 'next' }),
      contact('c', '2026-03-02T10:00:00Z'),
    ],
    code: 0,
    out: /Stopped on Wednesday 4 March 2026 at 10:00:00 by reply-sent/,
  },
  {
    why: 'the faults of its own and of the case it was merged into, each once, though the files are read twice',
    lines: [
      contact('c', '2026-03-02T10:00:00Z'),
      event('c', 'enquiry', 'merged-into', '2026-03-02T11:00:00Z', { case: 'next' }),
      reply('next', '2026-03-04'),
      contact('next', '2026-03-01T10:00:00Z'),
      reply('c', '2026-03-05'),
    ],
    code: 1,
    err: /^\S+:3: at is a date without a time.*\n\S+:5: at is a date without a time.*\n$/,
  },
  {
    why: 'that its due date lies outside the calendar',
    lines: [contact('c', '2100-12-30T10:00:00Z')],
    code: 1,
    err: /^the case c cannot be explained: 3 working days from 2100-12-30 is outside the calendar\n$/,
  },
]

for (const { why, lines, code, out, err } of told)
  test(`Whoever asks for a case is told ${why}`, async () => {
    const file = folder.file('told.ndjson', asFile(lines))
    const asOf = lines[0]?.includes('2100') === true ? '2100-12-31T00:00:00Z' : littleAsOf
    const ran = await kept('explain', '--pack', pack, '--events', file, '--case', 'c', '--as-of', asOf)
    assert.equal(ran.code, code, ran.err)
    if (out !== undefined) assert.match(ran.out, out)
    if (err === undefined) assert.equal(ran.err, '')
    else assert.match(ran.err, err)
  })

test('A case of which every row is faulty is a fault of the files, and each row is named', async () => {
  const file = folder.file('faulty.ndjson', asFile([contact('c', 'never'), reply('c', 'later')]))
  const { code, out, err } = await kept(...asked, '--events', file, '--case', 'c')
  assert.deepEqual({ code, out }, { code: 1, out: '' })
  assert.match(err, /^no good row .* “c”\n\S+:1: at is not a time .*\n\S+:2: at is not a time .*\n$/)
})
