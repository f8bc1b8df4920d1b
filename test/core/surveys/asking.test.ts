import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { answersFrom } from '#core/surveys/answers.ts'
import { askingFault, followingFault } from '#core/surveys/asking-faults.ts'
import { worded } from '#core/surveys/by-edition.ts'
import { askOn } from '#core/surveys/invited-by-event.ts'
import { reachBy } from '#core/surveys/reach.ts'
import { type Asking, usualInviting } from '#core/surveys/survey.ts'
import { codeText, readCode } from '#core/surveys/token-code.ts'

const asking: Asking = {
  introduction: 'Tell us.',
  questions: [
    { code: 'overall', text: 'How was it?', scale: 'satisfaction' },
    { code: 'mark', text: 'Which mark?', scale: 'nought-to-ten' },
    { code: 'why', text: 'Why?', scale: 'words' },
  ],
  bands: ['age-band'],
}

test('What is typed becomes facts, words and bands, each apart, and what is no answer is refused at its question', () => {
  const typed = (fields: Readonly<Record<string, string>>) =>
    answersFrom(asking, (name) => fields[name] ?? '')
  assert.deepEqual(typed({ overall: 'neither', mark: '0', why: ' So. ', 'band-age-band': '35-64' }), {
    answers: [
      { question: 'overall', answer: 'neither' },
      { question: 'mark', answer: 0 },
    ],
    comments: [{ question: 'why', text: 'So.' }],
    bands: [{ strand: 'age-band', value: '35-64' }],
  })
  for (const fields of [
    { why: 'Words alone' },
    { overall: 'splendid' },
    { mark: '11', overall: 'neither' },
  ]) {
    const faults = typed(fields)
    assert(!('answers' in faults), JSON.stringify(fields))
    assert.match(faults[0]?.field ?? '', /^\/(overall|mark)$/)
  }
})

test('Under one code there is one scale, whatever else is asked anew', () => {
  const [first, ...others] = asking.questions
  assert(first !== undefined)
  const next = (change: object): Asking => ({ ...asking, questions: [{ ...first, ...change }, ...others] })
  assert.equal(followingFault(asking, next({ text: 'How did we do?' })), undefined)
  assert.equal(followingFault(asking, next({ code: 'other', scale: 'yes-no' })), undefined)
  assert.equal(followingFault(asking, next({ scale: 'yes-no' }))?.field, '/questions-0-code')
  assert.equal(askingFault(asking), undefined)
  assert.equal(askingFault({ ...asking, questions: [first, first] })?.field, '/questions-1-code')
})

test('Answers to other words are never added up', () => {
  const before = { code: 'overall', text: 'How was it?', scale: 'satisfaction' } as const
  const since = { ...before, text: 'How did we do?' }
  const editions = [
    { edition: 1, questions: [before] },
    { edition: 2, questions: [since] },
  ]
  const count = (edition: number | null, many: number) => ({
    question: 'overall',
    answer: 'neither',
    edition,
    count: many,
  })
  const shown = worded(editions, [count(1, 5), count(2, 7), count(null, 1)])
  assert.deepEqual(
    shown.map(({ question, counts, isAsked }) => [question.text, counts.get('neither'), isAsked]),
    [
      ['How did we do?', 8, true],
      ['How was it?', 5, false],
    ],
  )
})

test('A code is read from paper however it is spaced and written, and nothing else is one', () => {
  const letters = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split(''))
  fc.assert(
    fc.property(fc.array(letters, { minLength: 16, maxLength: 16 }), (of) => {
      const code = of.join('')
      assert.equal(readCode(codeText(code)), code)
      assert.equal(
        readCode(` ${codeText(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `),
        code,
      )
    }),
  )
  for (const text of ['', 'no', 'U'.repeat(16), '0'.repeat(17), '0'.repeat(5000)])
    assert.equal(readCode(text), undefined)
})

test('An event invites after its days where team and field are those meant', () => {
  const inviting = { ...usualInviting, after: ['repair-completed'], afterDays: 3 }
  const event = {
    caseId: 'c1',
    type: 'repair-completed',
    data: { priority: 'urgent' },
    teamId: 't1',
    happenedOn: 100,
  }
  assert.equal(askOn(inviting, event), 103)
  assert.equal(askOn(inviting, { ...event, type: 'complaint-closed' }), undefined)
  assert.equal(askOn({ ...inviting, teamId: 't2' }, event), undefined)
  assert.equal(askOn({ ...inviting, only: { field: 'priority', value: 'urgent' } }, event), 103)
  assert.equal(askOn({ ...inviting, only: { field: 'priority', value: 'routine' } }, event), undefined)
})

test('People are asked as they would rather be reached, and otherwise as they can be', () => {
  const nothing = { preferredChannel: null, hasEmail: false, hasTelephone: false, hasAddress: false }
  const all = { preferredChannel: null, hasEmail: true, hasTelephone: true, hasAddress: true }
  assert.equal(reachBy(nothing), undefined)
  assert.equal(reachBy(all), 'e-mail')
  assert.equal(reachBy({ ...all, preferredChannel: 'letter' }), 'letter')
  assert.equal(reachBy({ ...all, preferredChannel: 'telephone' }), 'telephone')
  assert.equal(reachBy({ ...nothing, preferredChannel: 'e-mail', hasTelephone: true }), 'telephone')
})
