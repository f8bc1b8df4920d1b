import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CallExpression, parseSync, Visitor } from 'oxc-parser'
import { filesUnder, wordsOf } from './tree.ts'

const testFiles = filesUnder('test').filter((path) => /[.]test[.]tsx?$/.test(path))

test('A test is told as a sentence of four words or more, in the present', () => {
  const titles = testFiles.flatMap((path) => titlesIn(path).map((title) => ({ path, title })))
  assert.ok(titles.length > 50, 'the titles were found')
  const bad = titles.filter(({ title }) => title.split(/\s+/).length < 4 || /\bshould\b|[.]$/.test(title))
  assert.deepEqual(bad, [])
})

test('No test is left out for good, and none runs alone', () => {
  assert.deepEqual(
    testFiles.flatMap((path) => turnedOff(path)),
    [],
  )
})

test('Every file of tests tests something', () => {
  assert.deepEqual(
    testFiles.filter((path) => titlesIn(path).length === 0),
    [],
  )
})

function titlesIn(path: string): readonly string[] {
  return callsIn(path).flatMap((call) => {
    const [title] = call.arguments
    if (call.callee.type !== 'Identifier' || !['test', 'it', 'eachDatabase'].includes(call.callee.name))
      return []
    if (title?.type === 'Literal' && typeof title.value === 'string') return [title.value]
    // What stands in a template is worked out as the test runs, and may be many words.
    return title?.type === 'TemplateLiteral'
      ? [title.quasis.map(({ value }) => value.raw).join('so many words')]
      : []
  })
}

/** `test.skip(…)`, `test.only(…)`, `{ skip: true }`: a test may be skipped only for a reason worked out as it runs. */
function turnedOff(path: string): readonly string[] {
  const words = wordsOf(path)
  return callsIn(path)
    .filter((call) => {
      const written = words.slice(call.start, call.end)
      return /^(test|it|describe|suite)[.](skip|only|todo)\(/.test(written) || hasBareOption(call)
    })
    .map((call) => `${path}: ${words.slice(call.start, call.start + 80)}`)
}

function hasBareOption(call: CallExpression): boolean {
  return call.arguments.some(
    (argument) =>
      argument.type === 'ObjectExpression' &&
      call.callee.type === 'Identifier' &&
      ['test', 'it', 'describe', 'suite'].includes(call.callee.name) &&
      argument.properties.some(
        (property) =>
          property.type === 'Property' &&
          property.key.type === 'Identifier' &&
          ['skip', 'only', 'todo'].includes(property.key.name) &&
          property.value.type === 'Literal',
      ),
  )
}

function callsIn(path: string): readonly CallExpression[] {
  const calls: CallExpression[] = []
  const visitor = new Visitor({ CallExpression: (call) => calls.push(call) })
  visitor.visit(parseSync(path, wordsOf(path)).program)
  return calls
}
