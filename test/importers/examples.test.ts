import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { csv } from '#importers/csv/importer.ts'
import { parseMapping } from '#importers/csv/parse-mapping.ts'
import { allOf, bytesOfFile, eventsIn, faultsIn } from './reading.ts'
import { withoutWholeLog, wholeLog } from '#test/support/help-desk-log.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const helpdesk = `${root}examples/helpdesk/`
const phone = `${root}examples/phone/`

/** Kept and counted of each promise for the whole, as the command line prints them. */
async function measured(...options: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['src/apps/cli/main.ts', 'measure', '--format', 'json', ...options],
    { cwd: root, maxBuffer: 10_000_000 },
  )
  const { figures } = JSON.parse(stdout) as { readonly figures: readonly Shown[] }
  return new Map(figures.map(({ promise, kept, counted }) => [promise, `${kept} of ${counted}`]))
}

interface Shown {
  readonly promise: string
  readonly kept: number
  readonly counted: number
}

async function helpdeskEvents(file: string) {
  const mapping = parseMapping(await readFile(`${helpdesk}mapping.yaml`, 'utf8'), 'mapping.yaml')
  const imported = await allOf(csv, { bytes: bytesOfFile(file), mapping })
  assert.deepEqual(faultsIn(imported), [])
  const counts: Record<string, number> = {}
  for (const { type, data } of eventsIn(imported)) {
    const name = `${type} ${JSON.stringify(data)}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return { cases: new Set(eventsIn(imported).map((event) => event.case)).size, counts }
}

test('the telephone example shows the same promise as 11 of 41, 11 of 35 and 11 of 19', async () => {
  const log = [
    '--importer',
    'queue-log',
    '--events',
    `${phone}asterisk.queue-log`,
    '--as-of',
    '2026-11-23T00:00:00Z',
  ]
  const figures = await measured(
    '--pack',
    `${phone}pack.yaml`,
    ...log,
    '--beside',
    `${phone}asterisk.cdr.csv`,
  )
  assert.deepEqual(
    [...figures],
    [
      ['QUEUE-01', '11 of 41'],
      ['QUEUE-02', '11 of 35'],
      ['QUEUE-03', '11 of 19'],
      ['QUEUE-04', '6 of 41'],
    ],
  )
})

test('the help desk’s hundred cases are read without a fault, each with one contact', async () => {
  assert.deepEqual(await helpdeskEvents(`${helpdesk}helpdesk-100-cases.csv`), {
    cases: 100,
    counts: {
      'contact-received {"channel":"e-mail"}': 100,
      'reply-sent {"full":false}': 109,
      'reply-sent {"full":true}': 109,
      'enquiry-closed {}': 99,
    },
  })
})

test('the help desk’s hundred cases give the figures of its README', async () => {
  const figures = await measured(
    '--pack=mount-green',
    '--importer=csv',
    `--mapping=${helpdesk}mapping.yaml`,
    `--events=${helpdesk}helpdesk-100-cases.csv`,
    '--as-of=2014-02-01T00:00:00Z',
  )
  assert.deepEqual([figures.get('MGH-59'), figures.get('MGH-60')], ['73 of 100', '65 of 100'])
})

test('the whole help desk log becomes 4,580 enquiries without a fault', {
  skip: withoutWholeLog,
}, async () => {
  assert.deepEqual(await helpdeskEvents(wholeLog ?? ''), {
    cases: 4_580,
    counts: {
      'contact-received {"channel":"e-mail"}': 4_580,
      'reply-sent {"full":false}': 5_060,
      'reply-sent {"full":true}': 4_983,
      'enquiry-closed {}': 4_574,
    },
  })
})

test('the hundred cases are those of the rule in the README', { skip: withoutWholeLog }, async () => {
  const rowsOf = (text: string) => text.trim().split('\n').slice(1)
  const caseOf = (row: string) => row.split(',')[6] ?? ''
  const rows = rowsOf(await readFile(wholeLog ?? '', 'utf8'))
  const cases = [...new Set(rows.map(caseOf))]
  const chosen = Array.from(
    { length: 100 },
    (_, place) => cases[Math.floor((place * cases.length) / 100)] ?? '',
  )
  const sample = rowsOf(await readFile(`${helpdesk}helpdesk-100-cases.csv`, 'utf8'))
  assert.deepEqual(
    sample,
    chosen.flatMap((name) => rows.filter((row) => caseOf(row) === name)),
  )
})
