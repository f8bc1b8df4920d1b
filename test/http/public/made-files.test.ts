import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Document } from '#core/documents/document.ts'
import { isRefused } from '#core/refused.ts'
import { type Format, formats } from '#http/formats/formats.ts'
import { madeFile } from '#http/public/made-files.ts'
import { sample } from '#test/http/formats/sample.ts'

test('Whoever asks for everything at once waits, and what is made already comes all the same', async () => {
  let makings = 0
  let finish = () => {}
  const finished = new Promise<void>((done) => {
    finish = done
  })
  const text = formats.find(({ name }) => name === 'text')
  assert.ok(text !== undefined)
  const slow: Format = {
    ...text,
    async make() {
      makings++
      await finished
      return new Uint8Array([1])
    },
  }
  const titled = (title: string): Document => ({ ...sample, title })
  const first = ['1', '2', '3', '4', '4'].map((title) => madeFile(titled(title), slow))
  const more = await madeFile(titled('5'), slow)
  assert.equal(isRefused(more) && more.because, 'too many')
  finish()
  for (const made of await Promise.all(first)) assert.deepEqual(made, new Uint8Array([1]))
  assert.equal(makings, 4, 'two who ask for the same wait for one making')
  assert.deepEqual(await madeFile(titled('5'), slow), new Uint8Array([1]))
})

test('What was made ahead is given at once, and is made where there is none', async () => {
  const text = formats.find(({ name }) => name === 'text')
  assert.ok(text !== undefined)
  const made: string[] = []
  const format: Format = {
    ...text,
    async make({ title }) {
      made.push(title)
      return new Uint8Array([2])
    },
  }
  const ask = (title: string, kept: Uint8Array | undefined) =>
    madeFile({ ...sample, title }, format, { kept: async () => kept })
  assert.deepEqual(await ask('kept', new Uint8Array([1])), new Uint8Array([1]))
  assert.deepEqual(await ask('not kept', undefined), new Uint8Array([2]))
  assert.deepEqual(made, ['not kept'])
})
