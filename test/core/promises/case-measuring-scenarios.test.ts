import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseScenarios } from '#core/promises/scenario/parse-scenarios.ts'
import { tellScenario, type ToldScenario } from '#core/promises/scenario/tell-scenario.ts'
import { feed } from '#test/core/time/calendars.ts'
import { filesUnder, foldersIn, isThere, wordsOf } from '#test/house/tree.ts'
import { sameOneByOne, sameUntilItChanges } from './case-measured.ts'
import { vocabulary } from './little-pack.ts'

// Why: the scenarios vary the packs in ways that no year does, and each stands on the edge of something.
const packs = foldersIn('packs').filter((each) => isThere(`packs/${each}/pack.yaml`))

test('Every scenario that varies its pack comes to the same one by one, and stays so until time changes it', () => {
  const told = packs.flatMap(variedIn)
  assert.ok(told.length > 10, 'there are scenarios that vary their packs')
  for (const { edition, cases, asOf } of told) {
    const facts = { editions: [edition], told: cases }
    sameOneByOne(facts, asOf)
    sameUntilItChanges(facts, asOf)
  }
})

function variedIn(folder: string): readonly ToldScenario[] {
  const packFile = `packs/${folder}/pack.yaml`
  const ground = { packText: wordsOf(packFile), packFile, holidays: feed, vocabulary }
  const scenarios = filesUnder(`packs/${folder}/scenarios`).flatMap((file) => [
    ...parseScenarios(wordsOf(file), file),
  ])
  return scenarios.flatMap((scenario) => {
    if (!('events' in scenario) || Object.keys(scenario.variation).length === 0) return []
    const told = tellScenario(scenario, ground)
    return 'faults' in told ? [] : [told]
  })
}
