import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#core/refusal.ts'
import { jsx } from '#http/html/jsx-runtime'
import { type Child, markupOf, raw } from '#http/html/raw.ts'
import { anchor, url } from '#http/html/url.ts'

test('Whatever words are put in a page, they stay words: nothing in them becomes a tag or ends an attribute', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), hostile), (words) => {
      const markup = markupOf(
        <p id={words}>
          {words}
          <strong>{[words, [words]]}</strong>
        </p>,
      )
      const parts = /^<p id="([^"<>]*)">([^<>]*)<strong>([^<>]*)<\/strong><\/p>$/.exec(markup)
      assert.ok(parts, markup)
      assert.equal(unescaped(parts[1] ?? ''), words)
      assert.equal(unescaped(parts[2] ?? ''), words)
      assert.equal(unescaped(parts[3] ?? ''), words + words)
    }),
  )
})

test('An ampersand is escaped once, so that what was escaped already reads as it was typed', () => {
  assert.equal(markupOf(<p>{'R&amp;D'}</p>), '<p>R&amp;amp;D</p>')
})

test('Markup that is already safe is not escaped again', () => {
  assert.equal(markupOf(<p>{raw('<b>1</b>')}</p>), '<p><b>1</b></p>')
})

test('An object that came from JSON cannot pass for safe markup', () => {
  const forged = JSON.parse('{"markup":"<script>","Symbol(markup)":"<script>"}') as Child
  assert.throws(() => <p>{forged}</p>, /only words, numbers and safe markup/)
})

test('Nothing at all leaves nothing, and nought is shown', () => {
  assert.equal(markupOf(<p>{[null, undefined, false, '', 0]}</p>), '<p>0</p>')
})

test('An attribute that is not given is left out, and one that is only true stands alone', () => {
  const markup = markupOf(
    <details id={undefined} open hidden={false}>
      x
    </details>,
  )
  assert.equal(markup, '<details open>x</details>')
})

test('The compiler refuses what could run or style a page, and so does the page as it is made', () => {
  // @ts-expect-error styles stand in the style sheet
  assert.throws(() => <p style="color: red">x</p>, /no element may carry/)
  // @ts-expect-error no attribute runs code
  assert.throws(() => <p onclick="x">x</p>, /no element may carry/)
  // @ts-expect-error no attribute takes raw markup
  assert.throws(() => <p dangerouslySetInnerHTML={{ __html: 'x' }} />, /no element may carry/)
  // @ts-expect-error a link needs a checked address
  assert.throws(() => <a href="javascript:alert(1)">x</a>, /unchecked address/)
  // @ts-expect-error a condition that holds leaves no words
  assert.throws(() => <p>{true}</p>, /only words, numbers and safe markup/)
  // @ts-expect-error a style sheet is vouched for
  assert.equal(markupOf(<style>{'</style>'}</style>), '<style>&lt;/style&gt;</style>')
})

for (const name of ['onclick', 'ONLOAD', 'style', 'srcdoc', 'x y', 'x=">', '']) {
  test(`An element given the attribute “${name}” is our mistake, and says so`, () => {
    assert.throws(() => jsx('p', { [name]: 'alert(1)' }), /no element may carry/)
  })
}

test('A number that is not one never reaches a drawing', () => {
  assert.throws(() => <circle cx={Number.NaN} cy={0} r={1} />, /“cx” is neither words nor a number/)
})

const refused = [
  'javascript:alert(1)',
  'JavaScript:x',
  'java\nscript:x',
  ' javascript:x',
  'data:text/html,x',
  'vbscript:x',
]
for (const address of refused) {
  test(`The address ${JSON.stringify(address)} may not be linked to`, () => {
    assert.ok(isRefusal(url(address)))
    assert.throws(() => jsx('a', { href: address }), /unchecked address/)
  })
}

const allowed = [
  '/cases/1',
  '#OHG-08',
  '?page=2',
  'https://example.org/a:b',
  'mailto:a@example.org',
  'tel:+441632960001',
]
for (const address of allowed) {
  test(`The address ${address} may be linked to`, () => {
    assert.equal(url(address), address)
  })
}

test('A link to a part of the page keeps whatever stands in the id inside the link', () => {
  assert.equal(markupOf(<a href={anchor('a "b" #c')}>x</a>), '<a href="#a%20%22b%22%20%23c">x</a>')
})

const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='x",
  '</p></style></title><svg/onload=x>',
  '&lt;&#60;&#x3c;',
  '<!-- --> ]]>',
)

function unescaped(text: string): string {
  const words: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => words[name] ?? '')
}
