import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asFile, contact, event, littleAsOf, littleFacts, littlePack, reply } from './little.ts'
import { figuresIn, kept, scratch, share } from './running.ts'

const folder = scratch()
const pack = folder.file('pack.yaml', littlePack)
const lines = littleFacts.trimEnd().split('\n')

/** The little facts in full: 2 of 3 e-mails, 2 of 4 calls, 1 of 4 given up. */
const whole = { 'LIT-01': '2 of 3', 'LIT-02': '2 of 4', 'LIT-03': '1 of 4' }
const nothing = { 'LIT-01': '0 of 0', 'LIT-02': '0 of 0', 'LIT-03': '0 of 0' }

interface Input {
  readonly why: string
  /** What stands in each file. */
  readonly files: readonly (string | Uint8Array)[]
  readonly gives: Readonly<Record<string, string>>
  /** What is said of each fault, with its place, in order; none where the input is good. */
  readonly faults?: readonly RegExp[]
  /** What each note says. */
  readonly notes?: readonly RegExp[]
  readonly asOf?: string
}

const inputs: readonly Input[] = [
  { why: 'as Kept writes it', files: [littleFacts], gives: whole },
  { why: 'without an end to its last line', files: [littleFacts.trimEnd()], gives: whole },
  { why: 'saved on Windows, with CRLF and a byte order mark', files: [windows(littleFacts)], gives: whole },
  { why: 'with empty lines between', files: [lines.join('\n\n \n')], gives: whole },
  { why: 'last line first', files: [asFile(lines.toReversed())], gives: whole },
  { why: 'in two files, with cases across both', files: [every(lines, 0), every(lines, 1)], gives: whole },
  {
    why: 'with every row twice: an e-mail is answered once, but a call that is told twice is two events',
    files: [littleFacts, littleFacts],
    gives: { 'LIT-01': '2 of 3', 'LIT-02': '2 of 4', 'LIT-03': '2 of 8' },
  },
  { why: 'empty', files: [''], gives: nothing, notes: [/no event in these files/] },
  { why: 'of empty lines', files: ['\n\r\n\n'], gives: nothing, notes: [/no event in these files/] },
  {
    why: 'a picture or some such',
    files: [binary(40)],
    gives: nothing,
    faults: Array.from({ length: 40 }, (_, index) => new RegExp(`:${index + 1}: this line is not UTF-8`)),
    notes: [/No row could be read: are these the right files/, /40 faulty rows not counted/],
  },
  {
    why: 'of nothing but nought bytes, many of them',
    files: [new Uint8Array(3_000_000)],
    gives: nothing,
    faults: [/:1: this line has 3000000 bytes; 1048576 is the most/],
    notes: [/No row could be read: are these the right files/, /1 faulty row not counted/],
  },
  {
    why: 'with a line that is far too long, which costs that line and no other',
    files: [
      `${'x'.repeat(2_000_000)}\n${littleFacts}${contact('long', '2026-03-02T10:00:00Z').replace('e-mail', 'x'.repeat(70_000))}\n`,
    ],
    gives: whole,
    faults: [/:1: this line has 2000000 bytes/, /:17: the line is over 65536 characters long/],
    notes: [/2 faulty rows/],
  },
  {
    why: 'in the shape of another system',
    files: ['id;channel;date\n1;e-mail;02/03/2026\n'],
    gives: nothing,
    faults: [/:1: the line is not JSON/, /:2: the line is not JSON/],
    notes: [/No row could be read: are these the right files/, /2 faulty rows/],
  },
  {
    why: 'saved as UTF-16',
    files: [Buffer.from(`\ufeff${lines[0]}`, 'utf16le')],
    gives: nothing,
    faults: [/:1: the file is UTF-16: save it as UTF-8/],
    notes: [/No row could be read: are these the right files/, /1 faulty row/],
  },
  {
    why: 'with rows that are wrong in many ways; the good ones count',
    files: [
      asFile([
        ...lines.slice(0, 2),
        '{"case":"kept"',
        '[1,2]',
        contact('', '2026-03-02T10:00:00Z'),
        contact('x', '2026-03-02 10:00'),
        contact('x', '2026-02-30T10:00:00Z'),
        contact('x', '2206-03-02T10:00:00Z'),
        event('x', 'enquiry', 'reply', '2026-03-02T10:00:00Z'),
        event('x', 'ticket', 'reply-sent', '2026-03-02T10:00:00Z', { full: true }),
        event('x', 'enquiry', 'reply-sent', '2026-03-02T10:00:00Z'),
        event('x', 'enquiry', 'contact-received', '2026-03-02T10:00:00Z', { channel: 'pigeon' }),
      ]),
    ],
    gives: { ...nothing, 'LIT-01': '1 of 1' },
    faults: [
      /:3: the line is not JSON/,
      /:4: the line is a list, not an event/,
      /:5: case/,
      /:6: at does not say how far it is from UTC: "2026-03-02 10:00"; write "2026-03-02T10:00\+00:00"/,
      /:7: at is a day or time that does not exist/,
      /:8: at is not between 1990 and 2100/,
      /:9: type "reply" is not known/,
      /:10: kind "ticket"/,
      /:11: reply-sent needs the field full/,
      /:12: channel cannot be "pigeon"; it is one of: telephone, letter/,
    ],
    notes: [/10 faulty rows/],
  },
  {
    why: 'with a correction: what was typed wrongly is put right, and counts as corrected',
    files: [
      asFile([
        contact('c', '2026-03-02T10:00:00Z'),
        event('c', 'enquiry', 'reply-sent', '2026-03-06T10:00:00Z', { id: 'r', full: true }),
        event('c', 'enquiry', 'event-corrected', '2026-03-07T10:00:00Z', {
          event: 'r',
          at: '2026-03-05T10:00:00Z',
        }),
      ]),
    ],
    gives: { ...nothing, 'LIT-01': '1 of 1' },
  },
  {
    why: 'with corrections and withdrawals of nothing, which are told and change nothing',
    files: [
      asFile([
        ...lines,
        event('kept', 'enquiry', 'event-withdrawn', '2026-03-09T10:00:00Z', { event: 'r9', reason: 'typo' }),
        event('nobody', 'enquiry', 'event-corrected', '2026-03-09T10:00:00Z', {
          event: 'reply-sent@2026-03-05T16:00:00Z',
        }),
      ]),
    ],
    gives: whole,
    faults: [/:16: "r9" names no event of this case; nothing was changed/, /:17: "reply-sent@2026/],
    notes: [/2 faulty rows/],
  },
  {
    why: 'with a case merged into another, whose answer answers both',
    files: [
      asFile([
        reply('survivor', '2026-03-05T10:00:00Z'),
        contact('survivor', '2026-03-02T10:00:00Z'),
        contact('merged', '2026-03-03T10:00:00Z'),
        event('merged', 'enquiry', 'merged-into', '2026-03-03T11:00:00Z', { case: 'survivor' }),
      ]),
    ],
    gives: { ...nothing, 'LIT-01': '2 of 2' },
  },
  {
    why: 'with a case merged into one that no file holds, which is said',
    files: [
      asFile([
        contact('merged', '2026-03-03T10:00:00Z'),
        event('merged', 'enquiry', 'merged-into', '2026-03-03T11:00:00Z', { case: 'elsewhere' }),
      ]),
    ],
    gives: { ...nothing, 'LIT-01': '0 of 1' },
    notes: [/1 case merged into a case that no file holds/],
  },
  {
    why: 'with facts of the future, which do not count yet, and this is said',
    files: [
      asFile([...lines, contact('next', '2026-05-04T10:00:00Z'), reply('open', '2027-03-31T10:00:00Z')]),
    ],
    gives: whole,
    notes: [/2 events happened or came to be known after 2026-04-01T01:00:00\+01:00/],
  },
  {
    why: 'with a fact that was told too late to be known then',
    files: [
      asFile([
        ...lines,
        event('open', 'enquiry', 'reply-sent', '2026-03-31T10:00:00Z', {
          full: true,
          recordedAt: '2026-04-02T10:00:00Z',
        }),
      ]),
    ],
    gives: whole,
    notes: [/1 event happened or came to be known after/],
  },
  {
    why: 'from before the edition was in force, which starts no clock, and this is said',
    files: [asFile([...lines, contact('old', '2025-12-31T23:59:59Z'), reply('old', '2025-12-31T23:59:59Z')])],
    gives: whole,
    notes: [/2 events happened before the edition came into force \(Thursday 1 January 2026\)/],
  },
  {
    why: 'from beyond the years whose bank holidays are known, which is said',
    files: [asFile([contact('far', '2040-03-01T10:00:00Z'), reply('far', '2040-03-06T10:00:00Z')])],
    gives: { ...nothing, 'LIT-01': '1 of 1' },
    asOf: '2040-04-01T00:00:00Z',
    notes: [/falls due outside the days for which bank holidays are known \(Tuesday 1 January 2019 to/],
  },
  {
    why: 'from the last days of the calendar, where a due date would lie outside it',
    files: [asFile([...lines, contact('end', '2100-12-30T10:00:00Z')])],
    gives: { ...whole, 'LIT-01': '2 of 4' },
    asOf: '2100-12-31T12:00:00Z',
    faults: [
      /:16: the case end could not be counted in full: 3 working days from 2100-12-30 is outside the calendar/,
    ],
  },
]

for (const [place, { why, files, gives, faults = [], notes, asOf = littleAsOf }] of inputs.entries())
  test(`A file of facts is measured that is ${why}`, async () => {
    const paths = files.map((content, index) => folder.file(`${place}-${index}.ndjson`, content))
    const ran = await kept(
      'measure',
      '--pack',
      pack,
      '--events',
      ...paths,
      '--as-of',
      asOf,
      '--format',
      'json',
    )
    const told = ran.err.split('\n').filter((line) => line !== '')
    assert.equal(told.length, faults.length, ran.err)
    for (const [index, fault] of faults.entries()) assert.match(told[index] ?? '', fault)
    assert.equal(ran.code, faults.length === 0 ? 0 : 1)
    const figures = figuresIn(ran.out)
    for (const [id, counted] of Object.entries(gives)) assert.equal(share(figures.get(id)), counted, id)
    const noted = (JSON.parse(ran.out) as { readonly notes: readonly string[] }).notes
    if (notes !== undefined || faults.length === 0) {
      assert.equal(noted.length, (notes ?? []).length, noted.join('\n'))
      for (const [index, note] of (notes ?? []).entries()) assert.match(noted[index] ?? '', note)
    }
  })

function windows(text: string): string {
  return `\ufeff${text.replaceAll('\n', '\r\n')}`
}

function every(all: readonly string[], remainder: number): string {
  return asFile(all.filter((_, index) => index % 2 === remainder))
}

/** Rows of bytes that are no text; none of them is a line end. */
function binary(rows: number): Uint8Array {
  return Uint8Array.from({ length: rows * 50 }, (_, index) => (index % 50 === 49 ? 10 : 0x80 + (index % 97)))
}
