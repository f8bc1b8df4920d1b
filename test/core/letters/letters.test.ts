import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerAct, ways } from '#core/letters/letter-acts.ts'
import { fieldsIn, merged, unknownFields } from '#core/letters/merge-fields.ts'
import { shownInLetter } from '#core/letters/shown-in-letter.ts'
import { startingTemplates } from '#core/letters/starting-templates.ts'

const writer = {
  name: 'Ann Archer',
  position: 'Housing officer',
  directDial: '+44 1539 111222',
  email: 'ann@example.org',
  address: '1 High Street\nAnytown\nAN1 1AA',
}

test('What is known is put in, and what is not stays in its brackets to be seen', () => {
  const text = 'Dear ((Customer  Name)), by ((due date)). ((no such thing)) ((a\nb)) (x)'
  assert.equal(
    merged(text, { 'customer name': 'Mrs $& Doe' }),
    'Dear Mrs $& Doe, by ((due date)). ((no such thing)) ((a\nb)) (x)',
  )
  assert.deepEqual(fieldsIn(text), ['customer name', 'due date', 'no such thing'])
  assert.deepEqual(unknownFields(text), ['no such thing'])
  assert.equal(
    merged('((customer name))', { 'customer name': '((reason))', reason: 'x' }),
    '((reason))',
    'once only',
  )
})

test('A letter shows of its writer what its text shows, however it is set out', () => {
  const all =
    'Ann Archer, housing  officer. Ring 01539 111 222 or write to ANN@example.org or 1 High Street, Anytown, AN1 1AA.'
  assert.deepEqual(shownInLetter(all, writer), {
    name: true,
    position: true,
    telephone: true,
    email: true,
    address: true,
  })
  assert.deepEqual(shownInLetter('Ann, from housing. 01539', writer), {})
  assert.deepEqual(shownInLetter('Ring extension 7', { name: 'Bo', directDial: '' }), {})
})

test('Every template we begin with uses fields there are, and each way of answering has one', () => {
  for (const { templateId, subject, body } of startingTemplates)
    assert.deepEqual(unknownFields(subject + body), [], templateId)
  for (const kind of ['enquiry', 'complaint', 'repair'])
    for (const way of ways) {
      const act = answerAct(kind, way)
      if (act !== undefined)
        assert.ok(startingTemplates.some(({ purpose }) => act.purposes.includes(purpose)))
    }
})
