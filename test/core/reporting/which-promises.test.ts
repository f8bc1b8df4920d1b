import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { vocabulary } from '#apps/compose.ts'
import { knownEvents } from '#core/promises/known-events.ts'
import { parsePack } from '#core/promises/parse-pack.ts'
import { canonical } from '#core/reporting/canonical.ts'
import { fulfilmentsOf } from '#core/reporting/fulfilled.ts'
import { reportDefinitions, type ReportKind } from '#core/reporting/report-kind.ts'
import { promisesOfReport, reportsThatCome } from '#core/reporting/report-promises.ts'
import { root } from '#test/house/tree.ts'

function promisesOf(slug: string) {
  const file = `packs/${slug}/pack.yaml`
  const pack = parsePack(readFileSync(join(root, file), 'utf8'), file, knownEvents(vocabulary))
  assert.ok('promises' in pack, slug)
  return pack.promises
}

function idsOf(slug: string, kind: ReportKind): readonly string[] {
  return promisesOfReport(reportDefinitions[kind], promisesOf(slug)).map(({ id }) => id)
}

test('A pack’s own words say which promises are in a report', () => {
  const monthly = idsOf('one-housing-group', 'monthly')
  assert.ok(monthly.includes('OHG-08') && !monthly.includes('OHG-01'))
  assert.ok(idsOf('one-housing-group', 'newsletter').every((id) => monthly.includes(id)))
  assert.ok(idsOf('longhurst-and-havelok', 'three-yearly').includes('LHH-37'))
})

test('Where a pack says nothing, the quarterly and the annual report show all of it', () => {
  for (const slug of ['linstone', 'south-lakes'])
    for (const kind of ['quarterly', 'annual'] as const)
      assert.equal(idsOf(slug, kind).length, promisesOf(slug).length)
})

test('A panel’s pack shows every promise', () => {
  assert.equal(idsOf('one-housing-group', 'scrutiny-pack').length, promisesOf('one-housing-group').length)
})

test('Reports come round as the pack asks, and quarterly and annual ones always', () => {
  const packs = ['quarterly', 'annual', 'board-pack', 'scrutiny-pack', 'committee-pack']
  assert.deepEqual(reportsThatCome(promisesOf('linstone')), packs)
  assert.ok(reportsThatCome(promisesOf('one-housing-group')).includes('monthly'))
  // MGH-82: results stand in the newsletter.
  assert.ok(reportsThatCome(promisesOf('mount-green')).includes('newsletter'))
})

test('What a report fulfils is offered, and ticked where the report is just that', () => {
  const keys = (slug: string, kind: ReportKind) =>
    fulfilmentsOf(reportDefinitions[kind], promisesOf(slug)).map(({ key, usual }) => [key, usual])
  const monthly = keys('one-housing-group', 'monthly')
  assert.ok(monthly.some(([key, usual]) => key === 'OHG-54:duty' && usual === false))
  const annual = new Map(keys('longhurst-and-havelok', 'annual') as [string, boolean][])
  assert.equal(annual.get('LHH-56:annual-report'), true)
  assert.equal(annual.get('LHH-57:newsletter'), false)
})

test('JSON in one order is the same however it was put together', () => {
  assert.equal(canonical({ b: [{ d: 1, c: null }], a: undefined }), '{"b":[{"c":null,"d":1}]}')
  assert.equal(canonical({ b: 1, a: 2 }), canonical({ a: 2, b: 1 }))
})
