import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startingJargon } from '#core/letters/starting-jargon.ts'
import { knownEvents } from '#core/promises/known-events.ts'
import type { Pack } from '#core/promises/pack.ts'
import { parsePack } from '#core/promises/parse-pack.ts'
import { howItIsCounted } from '#core/promises/plainly/how-counted.ts'
import { openEnglish } from '#http/plain-english/open-english.ts'
import { vocabulary } from '#test/core/promises/little-pack.ts'
import { foldersIn, isThere, wordsOf } from '#test/house/tree.ts'

const packs = foldersIn('packs')
  .map((folder) => `packs/${folder}/pack.yaml`)
  .filter((file) => isThere(file))
  .map(packIn)

test('How each promise of the packs is counted is said in plain English', async () => {
  const said = new Set<string>()
  const sentences = packs.flatMap((pack) =>
    pack.promises.flatMap((promise) => howItIsCounted(promise, { vocabulary, pack })),
  )
  for (const { says, items = [] } of sentences)
    for (const line of [says.replace(/:$/, '.'), ...items.map((item) => `${item}.`)])
      said.add(line.replace(/“[^”]*”/g, '“this”'))
  assert.ok(said.size > 200)
  // Not in the thread beside the pages, which is given up where a busy machine takes too long.
  const english = openEnglish()
  const faults: string[] = []
  const lines = [...said]
  for (let from = 0; from < lines.length; from += 50) {
    const text = lines.slice(from, from + 50).join('\n\n')
    const { advice } = await english({ text: `Dear tenant\n\n${text}`, jargon: startingJargon })
    faults.push(...advice.map(({ about, quote, says }) => `${about}: “${quote}” ${says}`))
  }
  assert.deepEqual(faults, [])
})

test('It says what counts, in which time, what is left out and the target', () => {
  const pack = packs.find(({ id }) => id === 'south-lakes')
  const promise = pack?.promises.find(({ id }) => id === 'SLH-27')
  assert.ok(pack !== undefined && promise !== undefined)
  assert.deepEqual(howItIsCounted(promise, { vocabulary, pack }), [
    { says: 'We look at each time that you got in touch by text message.' },
    {
      says: 'We kept our promise if one of these happened within 2 working days:',
      items: [
        'we answered in full',
        'we rang you back with an answer',
        'we told you that it is not ours to do',
      ],
    },
    { says: 'Working days are Monday to Friday, without bank holidays.', apart: true },
    { says: 'We begin to count on the day after.' },
    { says: 'What happens after closing time counts as of that day.' },
    { says: 'What a machine sends does not count.', apart: true },
    {
      says: 'We leave it out if we closed it because you withdrew it, had sent it twice, meant somebody else or needed no answer.',
      apart: true,
    },
    { says: 'We do not count what needed no answer.' },
    { says: 'Each one counts in the month in which we kept or missed it.', apart: true },
    { says: 'We have set no target, so we mean to keep every one.' },
  ])
})

function packIn(file: string): Pack {
  const pack = parsePack(wordsOf(file), file, knownEvents(vocabulary))
  assert.ok('promises' in pack)
  return pack
}
