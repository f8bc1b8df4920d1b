import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startingJargon } from '#core/letters/starting-jargon.ts'
import { isRefused } from '#core/refused.ts'
import { checkEnglish } from '#http/plain-english/check-english.ts'

test('A plain letter gets no advice, whatever names, numbers and addresses stand in it', async () => {
  const found = await checked(
    'Mrs Sioned Llywelyn\n2 Penrhyndeudraeth Rd\nLL48 6XX\n\nDear Mrs Llywelyn\n\nThank you for your letter of 3 March. ' +
      'We will answer it by Friday. You can ring Bronwen on 01539 111222 or write to bronwen@example.org.\n\n' +
      'Yours sincerely\nBronwen Gwynedd\nHousing offcer',
  )
  assert.deepEqual(found, { advice: [], score: 100, sentences: 3 })
})

test('Each kind of advice says what, where, and what to do about it', async () => {
  const long = `We ${'write to you about the door and '.repeat(6)}the lift.`
  const found = await checked(
    [
      'Dear Mr Doe',
      '',
      'Your arrears went up.',
      'The work was not completed.',
      'We will utilise it.',
      'This is is a apple.',
      'The tradesman cleans teh lift.',
      long,
    ].join('\n'),
  )
  const of = (about: string) => found.advice.filter((each) => each.about === about)
  assert.deepEqual(of('jargon'), [
    {
      about: 'jargon',
      quote: 'arrears',
      line: 3,
      says: 'Customers may not know this word. Say: the rent you owe.',
    },
  ])
  assert.deepEqual(
    of('passive').map(({ quote, line }) => [quote, line]),
    [['was not completed', 4]],
  )
  assert.match(of('plainer word')[0]?.says ?? '', /plainer word is: use/)
  assert.deepEqual(
    of('spelling').map(({ quote, line }) => [quote, line]),
    [['teh', 7]],
  )
  assert.equal(of('slip').length, 2)
  assert.match(of('long sentence')[0]?.says ?? '', /has \d+ words\. Make two of it/)
  assert.ok(found.score !== null && found.score < 40)
})

test('An ombudsman is called so by law, and many other passives are found that name nobody', async () => {
  const letter = 'Dear all\n\nYou can ask the ombudsman. '
  assert.deepEqual((await checked(letter)).advice, [])
  const passives = [
    'was sent',
    'has been given',
    'will be told',
    'were found',
    'are being repaired',
    'is kept',
    'had been made',
  ]
  for (const each of passives) {
    const { advice } = await checked(`${letter}It ${each} here.`)
    assert.ok(
      advice.some(({ about }) => about === 'passive'),
      each,
    )
  }
  assert.deepEqual((await checked(`${letter}We are pleased. You are entitled to it.`)).advice, [])
})

test('Nothing to read has no score, and the oddest text is checked', async () => {
  assert.equal((await checked('')).score, null)
  await checked('((\n\r\n😀 \u0000 \u202e * - # 1) Dear\nDear')
})

async function checked(text: string) {
  const found = await checkEnglish(text, startingJargon)
  assert.ok(!isRefused(found), JSON.stringify(found))
  return found
}
