import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mergedSpans, passagesOf, placesOf, redactedText } from '#store/access-requests/redacted.ts'

const letter = 'Mrs Shah next door shouts.\nI told Mr. Ali of it. SHAH wept 🙂 twice.'

test('A text is cut into sentences and lines, each found again at its place', () => {
  const passages = passagesOf(letter)
  assert.ok(passages.length >= 3, JSON.stringify(passages))
  for (const { starts, ends, text } of passages) assert.equal(letter.slice(starts, ends), text)
})

test('A name is hidden wherever it stands, in capitals or not, and by the same mark', () => {
  const spans = placesOf(letter, 'shah')
  assert.equal(spans.length, 2)
  assert.equal(
    redactedText(letter, spans),
    'Mrs █████ next door shouts.\nI told Mr. Ali of it. █████ wept 🙂 twice.',
  )
})

test('Nothing of what is hidden is left, and nothing else is lost, wherever spans overlap', () => {
  const span = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
    .map(([starts, length]) => ({ starts, ends: starts + length }))
  fc.assert(
    fc.property(
      fc.string({ maxLength: 80, unit: 'binary' }),
      fc.array(span, { maxLength: 6 }),
      (text, spans) => {
        const kept = [...text.split('').entries()]
          .filter(([place]) => !spans.some(({ starts, ends }) => place >= starts && place < ends))
          .map(([, each]) => each)
          .join('')
        assert.equal(redactedText(text, spans).replaceAll('█████', ''), kept.replaceAll('█████', ''))
        const merged = mergedSpans(spans)
        assert.ok(merged.every(({ starts }, index) => index === 0 || starts > (merged[index - 1]?.ends ?? 0)))
      },
    ),
  )
})
