import assert from 'node:assert/strict'
import { test } from 'node:test'
import { govuk } from '#http/govuk/index.ts'
import { markupOf, raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'

test('Words that came from outside are escaped by every macro', () => {
  const table = govuk.table({ rows: [[{ text: '<b>bold</b>' }, { html: raw('<b>ours</b>') }]] })
  assert.match(markupOf(table), /&lt;b&gt;bold/)
  assert.match(markupOf(table), /<b>ours<\/b>/)
})

test('A macro takes no words where it puts out markup, and no markup where it wants words', () => {
  const words = '<b>' as never
  assert.throws(() => govuk.insetText({ html: words }), /takes safe markup alone/)
  assert.throws(() => govuk.insetText({ text: raw('<b>') as never }), /takes words, not markup/)
  assert.throws(() => govuk.insetText({ text: '', attributes: words }), /takes safe markup alone/)
})

test('A macro gives no element code to run, and no link to code', () => {
  const attributes = { onclick: 'alert(1)' } as never
  assert.throws(() => govuk.button({ text: 'Send', attributes }), /“onclick”/)
  assert.throws(() => govuk.button({ text: 'Send', href: 'javascript:alert(1)' as Url }), /unchecked address/)
})
