import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { folders } from '#http/govuk/params.ts'
import { drawn } from '#http/govuk/nunjucks.ts'
import { markupOf, raw } from '#http/html/raw.ts'
import { govukParamsOf } from '../../../scripts/govuk-params.ts'

interface Fixture {
  readonly name: string
  readonly options: object
  readonly html: string
}

for (const folder of Object.values(folders))
  test(`Our ${folder} is the one of govuk-frontend, in each of its own examples`, () => {
    const examples = fixturesOf(folder)
    assert.notEqual(examples.length, 0)
    for (const { name, options, html } of examples)
      assert.equal(markupOf(drawn(folder, vouchedFor(options) as object)), html, name)
  })

test('The types of the macros are those that govuk-frontend describes', () => {
  assert.equal(readFileSync('src/http/govuk/params.ts', 'utf8'), govukParamsOf(), 'run: npm run docs')
})

function fixturesOf(folder: string): readonly Fixture[] {
  const path = `node_modules/govuk-frontend/dist/govuk/components/${folder}/fixtures.json`
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly fixtures: readonly Fixture[] }).fixtures
}

/** The examples’ markup comes as text: it is vouched for as one of our pages would. */
function vouchedFor(value: unknown, name = ''): unknown {
  const isMarkup = /html$|attributes$|^(start|end|navigationStart|navigationEnd)$/i.test(name)
  if (typeof value === 'string') return isMarkup ? raw(value) : value
  if (Array.isArray(value)) return value.map((each) => vouchedFor(each, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, vouchedFor(each, key)]))
}
