import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countedText } from '#http/page/counted-words.ts'
import { sampleMeasured } from './sample.ts'

test('A survey that counts whom we asked speaks of them, and one that counts answers of answers', () => {
  const survey = sampleMeasured().promises.find(({ promise }) => promise.measure === 'survey')
  if (survey?.promise.measure !== 'survey') return assert.fail('the sample has a survey')
  const figure = { ...survey.whole, kept: 4, counted: 5 }
  const exit = { survey: 'exit', after: [{ event: 'tenancy-ended', when: [] }] }
  assert.equal(countedText(survey.promise, figure), '4 of 5 answers')
  assert.equal(countedText({ ...survey.promise, clauses: exit }, figure), '4 of 5 were asked')
})
