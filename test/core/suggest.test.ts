import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggest } from '#core/suggest.ts'

const words = ['call-offered', 'call-answered', 'call-abandoned', 'e-mail', 'letter', 'text', 'of', 'on']

test('A word with a letter missing, doubled, wrong or swapped is recognised', () => {
  for (const slip of ['call-offerd', 'call-offfered', 'call-oftered', 'call-offeerd'])
    assert.equal(suggest(slip, words), 'call-offered')
})

test('Capitals, hyphens, underscores and spaces count for nothing', () => {
  assert.equal(suggest('email', words), 'e-mail')
  assert.equal(suggest('E-Mail', words), 'e-mail')
  assert.equal(suggest('call_answered', words), 'call-answered')
  assert.equal(suggest('Call answered', words), 'call-answered')
})

test('The nearest of several near words is suggested', () => {
  assert.equal(suggest('call-ofered', ['call-altered', 'call-offered']), 'call-offered')
})

test('A word that is near to nothing gets no suggestion', () => {
  for (const far of ['', 'penguin', 'ab', '---', 'x'.repeat(10_000)])
    assert.equal(suggest(far, words), undefined)
})

test('No suggestion is made among no words', () => {
  assert.equal(suggest('letter', []), undefined)
})
