import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type WrittenPack, type WrittenScenario, writtenPacks } from './packs.ts'

for (const pack of writtenPacks()) {
  test(`Every clock promise of ${pack.folder} is kept by one scenario and missed by another`, () => {
    const clocks = pack.promises.filter((promise) => promise.clock !== undefined).map(({ id }) => id)
    assert.ok(clocks.length > 0, 'the pack has clock promises')
    const wanting = clocks.flatMap((id) => {
      const missing = ['kept', 'missed'].filter((way) => !shown(pack, id, way === 'kept'))
      return missing.map((way) => `${id} is never ${way}`)
    })
    assert.deepEqual(wanting, [])
  })

  test(`Every scenario of ${pack.folder} speaks of promises the pack has`, () => {
    const ids = new Set(pack.promises.map(({ id }) => id))
    const strange = pack.scenarios.flatMap(({ scenario, clocks = {}, figures = {} }) =>
      [...Object.keys(clocks), ...Object.keys(figures)]
        .filter((id) => !ids.has(id))
        .map((id) => `${scenario}: ${id}`),
    )
    assert.deepEqual(strange, [])
  })

  test(`No two scenarios of ${pack.folder} have one name`, () => {
    const names = pack.scenarios.map(({ scenario }) => scenario)
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    )
  })
}

/** A scenario that varies a promise shows the variation, not the promise as published. */
function shown({ scenarios }: WrittenPack, id: string, kept: boolean): boolean {
  return scenarios.some((scenario) => scenario.variation?.[id] === undefined && shows(scenario, id, kept))
}

function shows({ clocks, figures }: WrittenScenario, id: string, kept: boolean): boolean {
  if (clocks?.[id]?.some(({ outcome }) => outcome === (kept ? 'met' : 'missed'))) return true
  const figure = figures?.[id]
  if (figure?.kept === undefined || figure.counted === undefined) return false
  return kept ? figure.kept > 0 : figure.kept < figure.counted
}
