import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { namesIn, tellingIn } from '#core/observations/telling.ts'

function shown(text: string, known: readonly string[] = []): string {
  const places = tellingIn(text, known).toSorted((a, b) => b.starts - a.starts || b.ends - a.ends)
  return places.reduce((left, { starts, ends }) => `${left.slice(0, starts)}#${left.slice(ends)}`, text)
}

test('A name tells whole and in its parts, without its titles', () => {
  assert.deepEqual(namesIn('Mrs Mabel O’Shaughnessy'), ['Mrs Mabel O’Shaughnessy', 'Mabel', 'O’Shaughnessy'])
  assert.deepEqual(namesIn('The Rev J Fell'), ['The Rev J Fell', 'Fell'])
})

test('Names are found as whole words, in capitals or not, across a line end', () => {
  const names = namesIn('Ann Fell')
  assert.equal(
    shown('Dear ANN, the fell is steep; Fellside, Annual', names),
    'Dear #, the # is steep; Fellside, Annual',
  )
  assert.equal(shown('4 Fell\nClose', ['4 Fell Close']), '#')
})

test('Addresses for e-mail, telephone numbers and postcodes tell, whoever’s they are; dates and sums do not', () => {
  assert.equal(
    shown('Write to a.b@example.org, or ring 01539 900 123 or +44 (0)7700 900456.'),
    'Write to #, or ring # or #.',
  )
  assert.equal(
    shown('At LA9 4AA, on 2 March 2026, you owed £120.50.'),
    'At #, on 2 March 2026, you owed £120.50.',
  )
})

test('Whatever a name is made of, it is found, and nothing fails', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 2, maxLength: 20 }), fc.string(), (name, text) => {
      const found = tellingIn(`${text} ${name} ${text}`, [name])
      assert.ok(name.trim().length < 2 || /^\P{L}|\P{L}$/u.test(name) || found.length > 0)
      for (const { starts, ends } of found) assert.ok(starts >= 0 && starts < ends)
    }),
  )
})
