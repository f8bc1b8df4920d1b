import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { rememberCalls } from '#importers/queue-log/calls.ts'
import { queueLog } from '#importers/queue-log/importer.ts'
import {
  allOf,
  asGolden,
  bytesOf,
  bytesOfFile,
  eventsIn,
  faultsIn,
  inChunks,
  type ReadEvent,
} from './reading.ts'

const folder = new URL('../../src/importers/queue-log/', import.meta.url)
const phone = new URL('../../examples/phone/', import.meta.url)

function read(log: string, records?: string, options?: string) {
  return allOf(queueLog, {
    bytes: bytesOf(log),
    ...(records !== undefined && { beside: bytesOf(records) }),
    ...(options !== undefined && { mapping: queueLog.parseMapping?.(options, 'o.yaml') }),
  })
}

/** Case, type and data of each event, shortly. */
function shown(events: readonly ReadEvent[]): readonly string[] {
  return events.map(({ case: id, type, data }) => `${id} ${type} ${JSON.stringify(data)}`)
}

const enters = (id: string, queue = 'repairs') => `1772442010|${id}|${queue}|NONE|ENTERQUEUE||02890001111|1\n`

test('the queue-log sample becomes its golden result', async () => {
  const imported = await allOf(queueLog, {
    bytes: bytesOfFile(new URL('sample.queue-log', folder)),
    beside: bytesOfFile(new URL('sample.cdr.csv', folder)),
  })
  assert.equal(asGolden(imported), await readFile(new URL('sample.golden.ndjson', folder), 'utf8'))
})

test('CONNECT is read with one, two and three fields of data', async () => {
  for (const data of ['4', '4|1772442010.2', '4|1772442010.2|3']) {
    const imported = await read(
      `${enters('1772442009.1')}1772442014|1772442009.1|repairs|Sam|CONNECT|${data}\n`,
    )
    assert.deepEqual(shown(eventsIn(imported)).slice(1), ['1772442009.1 call-answered {"by":"Sam"}'])
  }
})

test('EXITWITHTIMEOUT is read with one, two and three fields of data', async () => {
  for (const data of ['1', '1|3', '1|3|8']) {
    const imported = await read(
      `${enters('1772442009.1')}1772442018|1772442009.1|repairs|NONE|EXITWITHTIMEOUT|${data}\n`,
    )
    assert.deepEqual(shown(eventsIn(imported)).slice(1), ['1772442009.1 call-timed-out {}'])
  }
})

test('a call that enters a second queue is a second case, and each case keeps its own events', async () => {
  const id = '1772442009.1'
  const imported = await read(
    `${enters(id)}1772442018|${id}|repairs|NONE|EXITWITHTIMEOUT|1\n${enters(id, 'rents')}1772442022|${id}|rents|Niamh|CONNECT|4\n`,
  )
  assert.deepEqual(shown(eventsIn(imported)), [
    `${id} call-offered {"queue":"repairs"}`,
    `${id} call-timed-out {}`,
    `${id}/2 call-offered {"queue":"rents"}`,
    `${id}/2 call-answered {"by":"Niamh"}`,
  ])
})

test('calls that waited or talked when the exchange restarted are ended as lost, and ended calls are not', async () => {
  const imported = await read(
    `${enters('1772442009.1')}${enters('1772442009.2')}${enters('1772442009.3')}` +
      '1772442014|1772442009.2|repairs|Sam|CONNECT|4\n1772442015|1772442009.3|repairs|NONE|ABANDON|1|1|5\n' +
      '1772442100|NONE|NONE|NONE|QUEUESTART|\n1772442200|NONE|NONE|NONE|QUEUESTART|\n',
  )
  const lost = eventsIn(imported).filter((event) => event.data['reason'] === 'lost-at-restart')
  assert.deepEqual(
    lost.map((event) => [event.case, event.type, event.at]),
    [
      ['1772442009.1', 'call-ended', '2026-03-02T09:01:40+00:00'],
      ['1772442009.2', 'call-ended', '2026-03-02T09:01:40+00:00'],
    ],
  )
})

test('no caller’s telephone number is carried into an event', async () => {
  const log = await readFile(new URL('asterisk.queue-log', phone), 'utf8')
  const numbers = new Set([...log.matchAll(/ENTERQUEUE\|\|(\d+)/g)].map(([, number]) => number ?? ''))
  assert.ok(numbers.size > 40)
  const imported = await read(log, await readFile(new URL('asterisk.cdr.csv', phone), 'utf8'))
  const written = asGolden(imported)
  assert.deepEqual(
    [...numbers].filter((number) => written.includes(number)),
    [],
  )
})

test('a transfer says the extension, and of a telephone number only that it is outside', async () => {
  const to = async (verb: string, data: string) => {
    const imported = await read(
      `${enters('1772442009.1')}1772442014|1772442009.1|repairs|Sam|${verb}|${data}\n`,
    )
    return eventsIn(imported).at(-1)?.data['to']
  }
  assert.equal(await to('BLINDTRANSFER', '7001|from-internal|4|35|1'), '7001')
  assert.equal(await to('TRANSFER', 'reception|default'), 'reception')
  assert.equal(await to('BLINDTRANSFER', '07700900123|out|4|35|1'), 'outside')
  assert.equal(await to('BLINDTRANSFER', '+44 7700 900123|out|4|35|1'), 'outside')
  assert.equal(await to('ATTENDEDTRANSFER', 'BRIDGE|0f6c|4|35|1'), 'not-named')
})

test('an event that is not known is a fault with what was probably meant', async () => {
  const imported = await read(
    '1772442014|1772442009.1|repairs|Sam|CONECT|4\n1772442014|1772442009.1|repairs|Sam|SANG|4\n',
  )
  assert.deepEqual(faultsIn(imported), [
    '1: “CONECT” is no event of a queue log that is known; did you mean “CONNECT”?',
    '2: “SANG” is no event of a queue log that is known',
  ])
})

test('events about staff and settings are left out knowingly', async () => {
  const verbs = [
    'PAUSE',
    'UNPAUSE',
    'PAUSEALL',
    'ADDMEMBER',
    'REMOVEMEMBER',
    'AGENTLOGIN',
    'CONFIGRELOAD',
    'RINGNOANSWER',
    'DID',
  ]
  const imported = await read(verbs.map((verb) => `1772442014|NONE|repairs|Sam|${verb}|x\n`).join(''))
  assert.deepEqual(imported, [])
})

test('the real run has the numbers that Asterisk itself reports', async () => {
  const imported = await allOf(queueLog, { bytes: bytesOfFile(new URL('asterisk.queue-log', phone)) })
  assert.deepEqual(faultsIn(imported), [])
  assert.deepEqual(countsOf('repairs', eventsIn(imported)), {
    'call-offered': 35,
    'call-answered': 19,
    'within 15 seconds': 11,
    'call-abandoned': 6,
    'call-timed-out': 10,
    'call-ended': 19,
  })
  assert.deepEqual(countsOf('rents', eventsIn(imported)), {
    'call-offered': 14,
    'call-answered': 14,
    'within 15 seconds': 14,
    'call-ended': 14,
  })
})

test('the real run’s call records add six refused calls, all for repairs', async () => {
  const imported = await allOf(queueLog, {
    bytes: bytesOfFile(new URL('asterisk.queue-log', phone)),
    beside: bytesOfFile(new URL('asterisk.cdr.csv', phone)),
  })
  assert.deepEqual(faultsIn(imported), [])
  const repairs = countsOf('repairs', eventsIn(imported))
  assert.deepEqual([repairs['call-offered'], repairs['call-refused'], repairs['call-answered']], [41, 6, 19])
  assert.equal(countsOf('rents', eventsIn(imported))['call-offered'], 14)
})

test('the real run’s call records show the wall clock of UTC, as the seconds in their call ids say', async () => {
  const rows: readonly string[][] = parse(await readFile(new URL('asterisk.cdr.csv', phone)))
  const first = new Map<string, number>()
  for (const [, , , , , , , , , start = '', , , , , , , id = ''] of rows) {
    const apart = Date.parse(`${start.replace(' ', 'T')}Z`) / 1000 - Number(id.split('.')[0])
    first.set(id, Math.min(first.get(id) ?? apart, apart))
  }
  assert.ok(first.size > 100)
  assert.deepEqual(new Set(first.values()), new Set([0]))
})

test('where the way in leads to several queues, a refused call is of the one that is said', async () => {
  const log = `${enters('1772442009.1')}${enters('1772442009.2', 'rents')}${enters('1772442009.3')}1772442900|NONE|NONE|NONE|CONFIGRELOAD|\n`
  const record = (id: string) => `"","0289","q","inbound","","c","","Hangup","","","","",1,1,"","","${id}"\n`
  const records = ['1772442009.1', '1772442009.2', '1772442009.3', '1772442100.9'].map(record).join('')
  const queueOf = async (options?: string) =>
    eventsIn(await read(log, records, options)).find((event) => event.case === '1772442100.9')?.data['queue']
  assert.equal(await queueOf(), 'repairs')
  assert.equal(await queueOf('refused_queue: rents\n'), 'rents')
})

test('a caller who rang off before the queue, or reached somebody otherwise, was not refused', async () => {
  const log = `${enters('1772442009.1')}1772442900|NONE|NONE|NONE|CONFIGRELOAD|\n`
  const record = (id: string, to: string, application: string) =>
    `"","0289","q","inbound","","c","${to}","${application}","x","","","",1,1,"","","${id}"\n`
  const imported = await read(
    log,
    record('1772442009.1', 'SIP/1', 'Queue') +
      record('1772442100.1', '', 'Playback') +
      record('1772442100.2', 'SIP/1', 'Dial') +
      record('1772442100.2', '', 'Hangup') +
      record('1772442100.3', '', 'Hangup'),
  )
  const refused = eventsIn(imported).filter((event) => event.type === 'call-refused')
  assert.deepEqual(
    refused.map((event) => event.case),
    ['1772442100.3'],
  )
})

test('call records of another exchange are a fault, not a heap of refused calls', async () => {
  const imported = await read(
    enters('1772442009.1'),
    '"","0289","q","inbound","","c","","Hangup","","","","",1,1,"","","1772442010.9"\n',
  )
  assert.match(faultsIn(imported)[0] ?? '', /do not belong to this queue log/)
})

test('the options file is told its faults', () => {
  const faults = queueLog.parseMapping?.('refused_queu: repairs\n', 'o.yaml')
  assert.ok(Array.isArray(faults))
  assert.match(JSON.stringify(faults), /did you mean “refused_queue”/)
})

test('only so many calls are remembered, and it is known from when on', () => {
  const calls = rememberCalls(2)
  for (const [at, id] of ['a', 'b', 'c'].entries()) calls.enter(id, 'repairs', at * 1000)
  assert.equal(calls.count(), 2)
  assert.equal(calls.get('a'), undefined)
  assert.equal(calls.completeFrom(), 1)
  assert.deepEqual(calls.closeAll(), ['b', 'c'])
})

test('arbitrary bytes never throw in queue-log, and chunk borders make no difference', async () => {
  const verb = fc.constantFrom('ENTERQUEUE', 'CONNECT', 'ABANDON', 'TRANSFER', 'QUEUESTART', 'NOVERB', '')
  const line = fc
    .tuple(
      fc.constantFrom('1772442010', '1772442011.25', 'x', ''),
      fc.constantFrom('1772442009.1', '1772442009.2', 'NONE'),
      verb,
    )
    .map(([time, id, word]) => `${time}|${id}|repairs|Sam|${word}|1`)
  const log = fc.array(line, { maxLength: 10 }).map((lines) => Buffer.from(lines.join('\n')))
  const records = fc
    .array(
      fc.constantFrom(
        '"a","b',
        '',
        ',,,,',
        `${'"x",'.repeat(16)}"1772442009.5"`,
        `${','.repeat(16)}1772442009.1`,
      ),
      { maxLength: 6 },
    )
    .map((lines) => Buffer.from(lines.join('\n')))
  const bytes = fc.uint8Array({ maxLength: 200 })
  const cuts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.oneof(log, bytes), fc.oneof(records, bytes), cuts, async (main, beside, lengths) => {
      const whole = await allOf(queueLog, {
        bytes: inChunks(main, [2_000]),
        beside: inChunks(beside, [2_000]),
      })
      const cut = await allOf(queueLog, { bytes: inChunks(main, lengths), beside: inChunks(beside, lengths) })
      assert.deepEqual(cut, whole)
    }),
    { numRuns: 300 },
  )
})

function countsOf(queue: string, events: readonly ReadEvent[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  const offeredAt = new Map<string, number>()
  const count = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1
  }
  for (const event of events) {
    if (event.type === 'call-offered' && event.data['queue'] === queue)
      offeredAt.set(event.case, Date.parse(event.at))
    const from = offeredAt.get(event.case)
    if (from === undefined) continue
    count(event.type)
    if (event.type === 'call-answered' && Date.parse(event.at) - from <= 15_000) count('within 15 seconds')
  }
  return counts
}
