import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#core/refused.ts'
import { documentSpeech } from '#http/formats/document-speech.ts'
import { formats, formatsFor } from '#http/formats/formats.ts'
import { missingOf } from '#http/formats/programs.ts'
import { skippedWithout } from './programs-there.ts'
import { sample } from './sample.ts'

const skip = skippedWithout('espeak-ng', 'opusenc', 'lame')

const short = { ...sample, blocks: sample.blocks.slice(1, 3) }

test('Audio is Ogg Opus with its title and a chapter at each heading; of a letter it names neither', {
  skip,
}, async () => {
  const audio = Buffer.from(await made(documentSpeech(short)))
  assert.equal(audio.subarray(0, 4).toString(), 'OggS')
  const head = audio.subarray(0, 4_000).toString('latin1')
  assert.match(head, /OpusHead.*title=How we kept our promises.*CHAPTER003NAME=How to reach us/s)
  assert.match(head, /CHAPTER003=00:00:(0[3-9]|1\d)\.\d{3}/)
  const letter = Buffer.from(await made(documentSpeech(short, { isPrivate: true })))
  assert.doesNotMatch(letter.subarray(0, 4_000).toString('latin1'), /promises|CHAPTER/)
})

test('For a CD the same is made as MP3, ahead as well', { skip }, async () => {
  const audio = Buffer.from(await made(documentSpeech(short, { as: 'mp3', isAhead: true })))
  assert.equal(audio.subarray(0, 3).toString(), 'ID3')
  assert.ok(audio.length > 20_000)
})

test('A language without a voice is refused with what to do, and is offered no audio', { skip }, async () => {
  const somali = await documentSpeech({ ...short, language: 'so' })
  assert.ok(isRefused(somali))
  assert.match(`${somali.refusal} ${somali.fix}`, /no computer voice for Somali.*ask somebody who speaks it/)
  assert.deepEqual(
    formatsFor('so').map(({ name }) => name),
    ['pdf', 'large-print', 'text'],
  )
  assert.deepEqual(formatsFor('en-GB'), formats)
})

test('A program that is not on the machine is named with what to install', () => {
  const without = (program: string) => (program === 'lou_translate' ? undefined : '/usr/bin/it')
  assert.equal(missingOf(['espeak-ng', 'opusenc'], without), undefined)
  assert.deepEqual(missingOf(['lou_translate'], without), {
    because: 'not valid',
    refusal: 'this server cannot make Braille',
    fix: 'ask whoever looks after it to install liblouis-bin',
  })
})

async function made(bytes: ReturnType<typeof documentSpeech>): Promise<Uint8Array> {
  const it = await bytes
  if (isRefused(it)) throw new Error(`${it.refusal}: ${it.fix}`)
  return it
}
