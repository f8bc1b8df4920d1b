import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { CaseEvent } from '#core/ledger/event.ts'
import { effectiveEvents } from '#core/ledger/effective.ts'
import { isRefusal } from '#core/refusal.ts'
import { dayFrom } from '#core/time/day.ts'
import { landlords } from '../../examples/year/landlords.ts'
import { exampleYear } from '../../examples/year/year-span.ts'
import { atTheDoor, byCase, figuresFrom, type Made, madeYear, yearBefore } from './made.ts'

const small = 0.05
const made = new Map(landlords.map((landlord) => [landlord.pack, madeYear(landlord, 'kept', small)]))

/**
 * What a landlord does of its own accord. Records that the pack asks for (observations, notices …) are left
 * out, so that a further item in a pack leaves these as they are.
 */
const digests: Readonly<Record<string, string>> = {
  'one-housing-group': 'c47dc42d3e117515',
  'longhurst-and-havelok': '95422f58d2880082',
  'south-lakes': '07ae4a0a60e9aa09',
  'mount-green': '7c8ad9d00f1166d3',
  linstone: '80228c36a60a5721',
}

/** Passed before the year, so that nothing of it can be decided in it. */
const longPast = ['MGH-76', 'SLH-57']

const askedByPacks = new Set(['observation', 'survey', 'obligation', 'publication', 'setting', 'training'])

for (const landlord of landlords) {
  const { pack } = landlord

  test(`The made-up year of ${pack} is the same, byte for byte, each time it is made`, () => {
    assert.deepEqual(madeYear(landlord, 'kept', small).lines, of(pack).lines)
  })

  test(`The made-up year of ${pack} is the one it was, on any machine`, () => {
    assert.equal(digestOf(of(pack)), digests[pack])
  })

  test(`Another seed makes another year of ${pack}`, () => {
    assert.notDeepEqual(madeYear(landlord, 'another', 0.01).lines, madeYear(landlord, 'kept', 0.01).lines)
  })

  test(`The ledger's door takes every event of the made-up year of ${pack}`, () => {
    const refused = atTheDoor(of(pack)).filter(isRefusal)
    assert.deepEqual(refused.slice(0, 5), [])
    assert.ok(of(pack).lines.length > 1000)
  })

  test(`The events of the made-up year of ${pack} stand in the order in which they were told, none before it happened`, () => {
    const told = eventsOf(of(pack)).map(({ at, recordedAt }) => ({ at, recordedAt }))
    assert.deepEqual(told.filter(({ at, recordedAt }) => recordedAt < at).slice(0, 5), [])
    assert.deepEqual(
      told,
      told.toSorted((a, b) => a.recordedAt - b.recordedAt),
    )
  })

  test(`Every case of the made-up year of ${pack} is of one kind and begins with what begins its kind`, () => {
    const odd = [...byCase(of(pack))].filter(([, events]) => !beginsWell(events)).map(([id]) => id)
    assert.deepEqual(odd.slice(0, 5), [])
  })

  test(`Every correction in the made-up year of ${pack} names an event of its case`, () => {
    const asOf = of(pack).world.zone.startOf(exampleYear.ends + 1)
    const astray = [...byCase(of(pack)).values()].flatMap((events) => effectiveEvents(events, asOf).astray)
    assert.deepEqual(astray, [])
  })

  test(`Every promise of ${pack} that can be decided in the made-up year has something to count, and some are missed`, () => {
    const figures = figuresFrom(madeYear(landlord, 'kept', 0.35), 'all')
    const verdicts = [...figures].map(([id, [whole]]) => ({ id, verdict: whole?.verdict }))
    const having = (verdict: string) =>
      verdicts.filter((each) => each.verdict === verdict).map(({ id }) => id)
    assert.deepEqual(
      having('nothing to count'),
      longPast.filter((id) => figures.has(id)),
    )
    for (const verdict of ['met', 'missed'])
      assert.ok(having(verdict).length > verdicts.length / 4, `${having(verdict).length} are ${verdict}`)
  })
}

test('The year before a day ends the day before, and is the same all that day', () => {
  const [morning, night] = [Date.parse('2026-11-23T00:00Z'), Date.parse('2026-11-23T23:59Z')]
  for (const landlord of landlords) {
    const year = yearBefore(landlord, 0.01, morning)
    const { begins, ends } = year.world.year
    assert.deepEqual([begins, ends], [dayFrom(2025, 11, 1), dayFrom(2026, 11, 22)])
    assert.deepEqual(atTheDoor(year).filter(isRefusal).slice(0, 5), [])
    const lastTold = year.world.zone.dayOf(eventsOf(year).at(-1)?.recordedAt ?? 0)
    assert.ok(ends - lastTold < 10 && lastTold <= ends)
    assert.deepEqual(yearBefore(landlord, 0.01, night).lines, year.lines)
  }
})

test('The year before any day has as much to count as the example year', () => {
  const landlord = landlords.find(({ pack }) => pack === 'mount-green')
  assert.ok(landlord !== undefined)
  const figures = figuresFrom(yearBefore(landlord, 0.2, Date.parse('2028-02-29T12:00Z')), 'all')
  const nothing = [...figures].filter(([, [whole]]) => whole?.verdict === 'nothing to count')
  assert.deepEqual(
    nothing.map(([id]) => id),
    longPast.filter((id) => figures.has(id)),
  )
})

test('The year before a day of which bank holidays are not known ends with the last of which they are', () => {
  for (const landlord of landlords) {
    const { world, lines } = yearBefore(landlord, 0.001, Date.parse('2040-02-29T12:00Z'))
    assert.deepEqual([world.year.begins, world.year.ends], [dayFrom(2028, 1, 1), dayFrom(2028, 12, 31)])
    assert.ok(lines.length > 0)
  }
})

test('A storm keeps callers waiting: fewer calls are answered in time in January than in June', () => {
  const monthly = figuresFrom(of('one-housing-group'), 'month').get('OHG-08') ?? []
  const [june, january] = [monthly[2], monthly[9]]
  assert.deepEqual([june?.period, january?.period], ['2025-06', '2026-01'])
  assert.ok((january?.value ?? 1) < (june?.value ?? 0))
})

test('What is in the made-up year happened by its end, and nearly all of it in the year', () => {
  const { world } = of('linstone')
  const events = eventsOf(of('linstone'))
  const before = events.filter(({ at }) => at < world.zone.startOf(exampleYear.begins))
  assert.ok(before.length > 0 && before.length < events.length / 10)
  assert.ok(events.every(({ recordedAt }) => recordedAt < world.zone.startOf(exampleYear.ends + 1)))
})

function of(pack: string): Made {
  const year = made.get(pack)
  assert.ok(year !== undefined, `there is a year of ${pack}`)
  return year
}

function eventsOf(year: Made): readonly CaseEvent[] {
  return [...byCase(year).values()].flat().toSorted((a, b) => a.line - b.line)
}

function digestOf({ lines }: Made): string {
  const own = lines.filter((line) => !askedByPacks.has((JSON.parse(line) as { readonly kind: string }).kind))
  return createHash('sha256').update(own.join('\n')).digest('hex').slice(0, 16)
}

/** The first event of a case is where it began, both when it happened and when it was told. */
function beginsWell(events: readonly CaseEvent[]): boolean {
  const [first] = events
  return first !== undefined && events.every(({ kind, at }) => kind === first.kind && at >= first.at)
}
