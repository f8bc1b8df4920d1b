import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tidyEmail } from '#store/masters/email.ts'
import { normalPostcode } from '#store/masters/postcode.ts'
import { normalTelephone, telephoneLookedFor } from '#store/masters/telephone.ts'

test('However a number is typed, it is compared in one form', () => {
  const same = [
    '01539 717717',
    '(01539) 717 717',
    '+44 1539 717717',
    '+44 (0)1539 717717',
    '0044 1539-717717',
  ]
  assert.deepEqual(new Set([...same, '01539 717717 ext 12'].map(normalTelephone)), new Set(['01539717717']))
  assert.equal(normalTelephone('07700 900456'), '07700900456')
  assert.equal(normalTelephone('00 33 1 42 68 53 00'), '+33142685300')
  assert.equal(normalTelephone('0800 1111'), undefined)
})

test('What cannot be rung is no number', () => {
  for (const text of [
    '',
    '12',
    'none',
    '1539717717',
    '07700 90045',
    '0123456789012345',
    '+44',
    '01539 717717a',
  ])
    assert.equal(normalTelephone(text), undefined, text)
})

test('A part of a number is enough to look for it', () => {
  assert.equal(telephoneLookedFor('1539 717'), '1539717')
  assert.equal(telephoneLookedFor('+44 7700 9004'), '077009004')
  assert.equal(telephoneLookedFor('Mabel'), undefined)
})

test('Postcodes are written one way, and other letters are none', () => {
  assert.deepEqual(['la94aa', 'SW1A1AA', 'm1 1ae', 'LA9  4AA'].map(normalPostcode), [
    'LA9 4AA',
    'SW1A 1AA',
    'M1 1AE',
    'LA9 4AA',
  ])
  for (const text of ['LA9', '4AA LA9', 'LA9 4A', '']) assert.equal(normalPostcode(text), undefined, text)
})

test('An e-mail address is one that a mail could go to', () => {
  assert.equal(tidyEmail(' A.b+c@example.org '), 'A.b+c@example.org')
  for (const text of [
    'a@b',
    'a b@c.de',
    'a@b..de',
    'a@.de',
    '<a@b.de>',
    'a@b.de,c@d.ef',
    `${'a'.repeat(65)}@b.de`,
  ])
    assert.equal(tidyEmail(text), undefined, text)
})
