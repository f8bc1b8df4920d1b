import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editionsOf } from '#core/promises/edition.ts'
import { feed, given } from '#test/core/time/calendars.ts'
import { byCase, madeYear } from '#test/examples/made.ts'
import { landlords } from '../../../examples/year/landlords.ts'
import { exampleYear } from '../../../examples/year/year-span.ts'
import { sameOneByOne, sameUntilItChanges } from './case-measured.ts'

// Why: the shipped packs use the language in more ways than a made-up one does, and a made-up year holds every kind of case.
const scale = 0.002

for (const landlord of landlords) {
  test(`A year of ${landlord.pack} comes to the same one by one, and stays so until time changes it`, () => {
    const made = madeYear(landlord, 'one by one', scale)
    const facts = { editions: given(editionsOf([made.world.pack], feed)), told: byCase(made) }
    const { zone } = made.world
    let waiting = 0
    for (const on of [exampleYear.begins + 100, exampleYear.begins + 250, exampleYear.ends + 1]) {
      const asOf = zone.startOf(on) + 39_600_000
      sameOneByOne(facts, asOf)
      waiting += sameUntilItChanges(facts, asOf)
    }
    assert.ok(waiting > 0, 'some cases wait for time')
  })
}
