import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bucketFiles } from '../../../src/apps/cli/facts/bucket-files.ts'

const cases = Array.from({ length: 1000 }, (_, n) => `c${n}`)

test('Every line comes back once from disk, as it was, whatever its letters and its length', () => {
  const texts = ['', '{"case":"c1"}', 'Ärger – 40 €, 😀', 'x'.repeat(70_000), '😀'.repeat(30_000), 'a\tb']
  const put = cases.flatMap((id, n) => texts.map((text, t) => ({ id, key: n * 10_000_000_000 + t, text })))
  assert.deepEqual(
    drained(put)
      .flat()
      .toSorted((a, b) => a.key - b.key),
    put.map(({ key, text }) => ({ key, text })),
  )
})

test('The lines of a case lie in one bucket, in the order they were put', () => {
  const put = [1, 2, 3].flatMap((round) =>
    cases.map((id, n) => ({ id, key: round * 1000 + n, text: `${id} ${round}` })),
  )
  const buckets = drained(put)
  for (const id of cases) {
    const holding = buckets.filter((lines) => lines.some(({ text }) => text.startsWith(`${id} `)))
    assert.equal(holding.length, 1, id)
    const own = holding.flat().filter(({ text }) => text.startsWith(`${id} `))
    assert.deepEqual(
      own.map(({ text }) => text),
      [`${id} 1`, `${id} 2`, `${id} 3`],
    )
  }
})

function drained(put: readonly { readonly id: string; readonly key: number; readonly text: string }[]) {
  const buckets = bucketFiles()
  try {
    for (const { id, key, text } of put) buckets.put(id, key, text)
    return [...buckets.drain()]
  } finally {
    buckets.close()
  }
}
