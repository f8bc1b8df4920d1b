import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cameBy, channelsOfClocks } from '#core/ledger/came-by.ts'
import { effectiveEvents } from '#core/ledger/effective.ts'
import { mergedTimeline } from '#core/ledger/timeline.ts'
import { openCaseMeasuring } from '#core/promises/case-measuring.ts'
import { parseScenarios } from '#core/promises/scenario/parse-scenarios.ts'
import { tellScenario, type ToldScenario } from '#core/promises/scenario/tell-scenario.ts'
import { vocabulary } from '#test/core/promises/little-pack.ts'
import { feed } from '#test/core/time/calendars.ts'
import { filesUnder, foldersIn, isThere, wordsOf } from '#test/house/tree.ts'

const packs = foldersIn('packs').filter((each) => isThere(`packs/${each}/pack.yaml`))

/** What came by which channels in the scenarios. The other promises are of things that nobody asks how they came: works, tenancies, training. */
const cameSo: Readonly<Record<string, string>> = {
  'e-mail': 'LHH-23 LHH-24 LHH-25 MGH-55 MGH-57 MGH-59 MGH-60 MGH-61 OHG-14 OHG-15 SLH-22',
  letter:
    'LHH-30 LHH-33 LHH-41 LHH-52 LIN-39 LIN-40 LIN-41 LIN-42 LIN-44 LIN-49 MGH-04 MGH-44 MGH-45 MGH-46 MGH-47 MGH-49 MGH-52 OHG-16 OHG-17 SLH-21',
  message: 'MGH-41',
  reception: 'LHH-35 LHH-36 LIN-19 LIN-21 LIN-23 LIN-24 MGH-84 OHG-05 SLH-29 SLH-30 SLH-31',
  telephone:
    'LHH-10 LHH-20 LHH-21 LHH-27 LIN-26 LIN-28 MGH-18 MGH-31 MGH-35 MGH-36 MGH-37 MGH-38 MGH-93 OHG-08 OHG-11 SLH-09 SLH-24',
  text: 'SLH-27 SLH-51',
  voicemail: 'LHH-22 MGH-34 OHG-12',
  'e-mail, letter': 'MGH-02 MGH-17 MGH-48 MGH-53',
  'letter, telephone': 'LHH-39 LHH-40 LIN-46 LIN-47 LIN-48 MGH-100 MGH-20 OHG-23',
  'message, voicemail': 'SLH-32',
  'not said, reception': 'LIN-25',
  'telephone, text': 'SLH-44',
  'telephone, voicemail': 'SLH-43',
  'e-mail, letter, telephone': 'LHH-26 SLH-12 SLH-50',
  'letter, not said, telephone': 'LHH-13',
  'letter, reception, telephone': 'MGH-07 MGH-83 OHG-22',
  'message, telephone, voicemail': 'LIN-29',
  'e-mail, letter, telephone, web': 'SLH-20',
  'e-mail, reception, telephone, web': 'OHG-21',
  'e-mail, letter, reception, telephone, web': 'OHG-19 OHG-20',
  'e-mail, letter, message, not said, reception, telephone, text, voicemail, web': 'SLH-14 SLH-60',
}

test('What a promise counts came by telephone where it is a call, at reception where it is a visit, otherwise as it says', () => {
  const found = new Map<string, Set<string>>()
  for (const told of packs.map(toldIn))
    for (const [promise, channel] of channelsIn(told)) {
      found.set(promise, (found.get(promise) ?? new Set()).add(channel ?? 'not said'))
    }
  const expected = Object.entries(cameSo).flatMap(([channels, ids]) =>
    ids.split(' ').map((id) => [id, channels] as const),
  )
  const shown = [...found].map(
    ([promise, channels]) => [promise, [...channels].toSorted().join(', ')] as const,
  )
  assert.ok(shown.length > 200)
  assert.deepEqual(
    Object.fromEntries(shown.filter(([, channels]) => channels !== 'not said')),
    Object.fromEntries(expected),
  )
})

function channelsIn({
  edition,
  cases,
  asOf,
}: ToldScenario): readonly (readonly [string, string | undefined])[] {
  const measuring = openCaseMeasuring([edition], vocabulary.rereading)
  const known = new Map([...cases].map(([id, events]) => [id, effectiveEvents(events, asOf).events]))
  return [...known].flatMap(([id, own]) => {
    const { clocks, tallied } = measuring.measure(mergedTimeline(id, known), asOf)
    const channels = channelsOfClocks(clocks, own, vocabulary)
    const withClocks = new Set(clocks.map(({ promise }) => promise))
    return [
      ...clocks.map(({ promise }, index) => [promise, channels[index]] as const),
      ...tallied.flatMap(([promise]) =>
        withClocks.has(promise) ? [] : [[promise, cameBy(own, vocabulary)] as const],
      ),
    ]
  })
}

/** All scenarios of a pack as one, told once: what each changes of the pack says nothing of how things came. */
function toldIn(folder: string): ToldScenario {
  const packFile = `packs/${folder}/pack.yaml`
  const scenarios = filesUnder(`packs/${folder}/scenarios`).flatMap((file) => [
    ...parseScenarios(wordsOf(file), file),
  ])
  const events = scenarios.flatMap((each, index) =>
    'events' in each
      ? Object.entries(each.events).map(([id, story]) => [`${index}-${id}`, story] as const)
      : [],
  )
  const first = scenarios.find((each) => 'events' in each)
  assert.ok(first !== undefined)
  const all = { ...first, variation: {}, asOf: '2027-12-31T12:00', events: Object.fromEntries(events) }
  const told = tellScenario(all, { packText: wordsOf(packFile), packFile, holidays: feed, vocabulary })
  assert.ok(!('faults' in told), packFile)
  return told
}
