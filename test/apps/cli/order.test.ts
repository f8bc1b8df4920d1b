import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { asFile, contact, event, littleAsOf, littleFacts, littlePack, reply } from './little.ts'
import { kept, scratch } from './running.ts'

const folder = scratch()
const pack = folder.file('pack.yaml', littlePack)

/** Cases with all that makes order hard: corrections before what they correct, merges before either case, late news. */
const lines = [
  ...littleFacts.trimEnd().split('\n'),
  contact('corrected', '2026-03-09T10:00:00Z'),
  event('corrected', 'enquiry', 'reply-sent', '2026-03-16T10:00:00Z', { id: 'r1', full: true }),
  event('corrected', 'enquiry', 'event-corrected', '2026-03-17T10:00:00Z', {
    event: 'r1',
    at: '2026-03-12T10:00:00Z',
  }),
  contact('withdrawn', '2026-03-09T10:00:00Z'),
  event('withdrawn', 'enquiry', 'reply-sent', '2026-03-10T10:00:00Z', { id: 'r2', full: true }),
  event('withdrawn', 'enquiry', 'event-withdrawn', '2026-03-17T10:00:00Z', {
    event: 'r2',
    reason: 'wrong-case',
  }),
  contact('merged', '2026-03-03T10:00:00Z'),
  event('merged', 'enquiry', 'merged-into', '2026-03-03T11:00:00Z', { case: 'survivor' }),
  contact('survivor', '2026-03-02T10:00:00Z'),
  reply('survivor', '2026-03-05T10:00:00Z'),
  contact('survivor', '2026-03-11T10:00:00Z'),
  contact('void', '2026-03-11T10:00:00Z'),
  event('void', 'enquiry', 'enquiry-closed', '2026-03-12T10:00:00Z', { reason: 'withdrawn' }),
  event('landlord', 'obligation', 'evidence-recorded', '2026-03-20T10:00:00Z', { duty: 'newsletter' }),
]

test('Lines in any order, and in any files, give the same figures and the same clocks', async () => {
  const measured = await measure([lines])
  assert.equal(measured.clocks.length, 16)
  await fc.assert(
    fc.asyncProperty(shuffled(lines), fc.integer({ min: 0, max: lines.length }), async (mixed, cut) => {
      assert.deepEqual(await measure([mixed.slice(0, cut), mixed.slice(cut)]), measured)
    }),
    { numRuns: 60 },
  )
})

test('Events of one instant are read in the order of files and lines, which is then all there is to go by', async () => {
  const at = '2026-03-02T10:00:00Z'
  const received = contact('c', at)
  const answered = reply('c', at)
  const isMet = async (...files: readonly (readonly string[])[]) =>
    (await measure(files)).clocks.some((line) => line.includes('"outcome":"met"'))
  assert.ok(await isMet([received, answered]))
  assert.ok(await isMet([received], [answered]))
  assert.ok(!(await isMet([answered, received])))
  assert.ok(!(await isMet([answered], [received])))
})

function shuffled(all: readonly string[]): fc.Arbitrary<readonly string[]> {
  return fc.shuffledSubarray([...all], { minLength: all.length })
}

/** The figures as printed, and the clocks in an order of their own. */
async function measure(files: readonly (readonly string[])[]) {
  const paths = files.map((each, index) => folder.file(`${index}.ndjson`, asFile(each)))
  const clocks = folder.path('clocks.ndjson')
  const asked = ['--as-of', littleAsOf, '--by', 'month', '--format', 'json', '--clocks', clocks]
  const { out } = await kept('measure', '--pack', pack, '--events', ...paths, ...asked)
  return { out, clocks: readFileSync(clocks, 'utf8').trimEnd().split('\n').toSorted() }
}
