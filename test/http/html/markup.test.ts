import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#core/refusal.ts'
import { jsx } from '#http/html/jsx-runtime'
import { type Child, markupOf, raw } from '#http/html/raw.ts'
import { url } from '#http/html/url.ts'
import { Attributes, Between, Wordy } from './pieces.tsx'

test('whatever words are put in a page, they stay words: nothing in them becomes a tag or ends an attribute', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), hostile), (words) => {
      const markup = markupOf(Wordy({ words }))
      const parts = /^<p id="([^"<>]*)">([^<>]*)<strong>([^<>]*)<\/strong><\/p>$/.exec(markup)
      assert.ok(parts, markup)
      assert.equal(unescaped(parts[1] ?? ''), words)
      assert.equal(unescaped(parts[2] ?? ''), words)
      assert.equal(unescaped(parts[3] ?? ''), words + words)
    }),
  )
})

test('an ampersand is escaped once, so that what was escaped already reads as it was typed', () => {
  assert.equal(between('R&amp;D'), 'R&amp;amp;D')
})

test('safe markup is not escaped again', () => {
  assert.equal(between(raw('<b>1</b>')), '<b>1</b>')
})

test('an object that came from JSON cannot pass for safe markup', () => {
  const forged = JSON.parse('{"markup":"<script>","Symbol(markup)":"<script>"}') as Child
  assert.throws(() => between(forged), /only words, numbers and safe markup/)
})

test('nothing at all leaves nothing, and nought is shown', () => {
  assert.equal(between([null, undefined, false, '', 0]), '0')
})

test('an attribute that is not given is left out, one that is only true stands alone, and a link keeps its id whole', () => {
  assert.equal(markupOf(Attributes()), '<details open><a href="#a%20%22b%22%20%23c">x</a></details>')
})

for (const name of ['onclick', 'ONLOAD', 'style', 'srcdoc', 'dangerouslySetInnerHTML', 'x y', 'x=">', '']) {
  test(`an element given the attribute “${name}” is our mistake, and says so`, () => {
    assert.throws(() => jsx('p', { [name]: 'alert(1)' }), /no element may carry/)
  })
}

test('a number that is not one never reaches a drawing', () => {
  assert.throws(() => jsx('circle', { cx: Number.NaN }), /cx is NaN/)
})

for (const address of [
  'javascript:alert(1)',
  'JavaScript:x',
  'java\nscript:x',
  ' javascript:x',
  'data:text/html,x',
  'vbscript:x',
]) {
  test(`${JSON.stringify(address)} may not be linked to`, () => {
    assert.ok(isRefusal(url(address)))
    assert.throws(() => jsx('a', { href: address }), /unchecked address/)
  })
}

for (const address of [
  '/cases/1',
  '#OHG-08',
  '?page=2',
  'https://example.org/a:b',
  'mailto:a@example.org',
  'tel:+441632960001',
]) {
  test(`${address} may be linked to`, () => {
    assert.equal(url(address), address)
  })
}

const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '</p></style></title><svg/onload=x>',
  '&lt;&#60;&#x3c;',
  '<!-- --> ]]>',
)

function between(children: Child): string {
  return markupOf(Between({ children }))
}

function unescaped(text: string): string {
  const words: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => words[name] ?? '')
}
