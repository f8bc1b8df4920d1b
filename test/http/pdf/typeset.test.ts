import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isRefused } from '#core/refused.ts'
import type { LetterInputs } from '#http/pdf/pdf-templates.ts'
import { typeset } from '#http/pdf/typeset.ts'

const head = { landlord: 'Made-up Homes', lines: ['1 High Street', 'Anytown AN1 1AA'] }
const letter: LetterInputs = {
  head,
  subject: 'Your letter about the lift',
  to: ['Mrs Joan Doe', '2 Low Road'],
  date: '20 March 2026',
  reference: 'ABC',
  body: [
    { kind: 'paragraph', lines: ['Dear Mrs Doe'] },
    { kind: 'heading', text: 'What we did' },
    { kind: 'list', items: ['We came', 'We mended it'] },
  ],
}

test('A letter is a tagged PDF: it has a title, a language, headings and lists, each in its place', async () => {
  const read = await reading(await made(typeset('letter', letter)))
  assert.equal(read.title, 'Your letter about the lift')
  assert.equal(read.language, 'en-GB')
  assert.ok(read.marked, 'it says that it is tagged')
  for (const role of ['H1', 'H2', 'L', 'LI', 'P'])
    assert.ok(read.roles.includes(role), `${role} in ${read.roles.join()}`)
  assert.match(
    read.text,
    /Made-up Homes.*Mrs Joan Doe.*20 March 2026.*Our reference: ABC.*Dear Mrs Doe.*We came/,
  )
  assert.doesNotMatch(read.text, /Page 1 of/, 'one page needs no number')
})

test('Letters that are printed together begin on a page of their own each, and count their own pages', async () => {
  const long = Array.from({ length: 60 }, (_, n) => ({ kind: 'paragraph' as const, lines: [`Line ${n}`] }))
  const letters = [letter, { ...letter, subject: 'A long one', body: long }, { ...letter, largePrint: true }]
  const pdf = await made(typeset('letters', { title: 'Letters to post', letters }))
  const read = await reading(pdf.slice())
  assert.equal(read.title, 'Letters to post')
  assert.ok(read.marked, 'it says that it is tagged')
  const pages = await pagesOf(pdf)
  const begun = pages.filter((text) => text.includes('Mrs Joan Doe'))
  assert.equal(begun.length, 3)
  assert.doesNotMatch(pages[0] ?? '', /Page 1 of/, 'one page needs no number')
  assert.match(pages[1] ?? '', /A long one.*Page 1 of [34]$/)
  assert.doesNotMatch(pages.at(-1) ?? '', /Page/)
})

/** What each page says. */
async function pagesOf(pdf: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: pdf, verbosity: 0 })
  const document = await task.promise
  const texts: string[] = []
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent()
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
  }
  await task.destroy()
  return texts
}

test('A card says who called, why, and which number to ring', async () => {
  const card = {
    head,
    calledOn: '20 March 2026',
    by: 'Ann Archer',
    why: 'The gas check',
    telephone: '01539 111222',
  }
  const read = await reading(await made(typeset('card', card)))
  assert.match(read.text, /Ann Archer called on 20 March 2026\..*The gas check.*01539 111222/)
  assert.equal(read.title, 'Sorry we missed you')
})

test('A confirmation says what was agreed, and with whom', async () => {
  const agreed = ['We mend the tap by Friday.', 'You keep the key.']
  const asked = { head, title: 'What we agreed today', on: '20 March 2026', seenBy: 'Ann Archer', agreed }
  const read = await reading(await made(typeset('confirmation', asked)))
  assert.match(read.text, /you saw Ann Archer.*We mend the tap by Friday\..*You keep the key\./)
  assert.ok(read.roles.includes('L'))
})

test('Names of many alphabets survive, and a letter that no font has is named rather than left out', async () => {
  const names = ['Łukasz Żółć', 'Ōtani', 'Юлия', 'Ελένη', 'Zoë Ñandú']
  const read = await reading(await made(typeset('letter', { ...letter, to: names })))
  for (const name of names) assert.ok(read.text.includes(name), `${name} in ${read.text}`)
  const refusal = await typeset('letter', { ...letter, to: ['\u{1F6FA}\u{A66E}\u{16A40}'] })
  assert.ok(isRefused(refusal))
  assert.match(refusal.refusal, /no font on this server can print “/)
})

test('Whatever is written into a letter is text, never an instruction', async () => {
  const wicked =
    '#read("/etc/passwd") *bold* $x^2$ = Heading \\ #import "@preview/x:0.1.0" ]]) "quoted" <label> @ref // gone?'
  const body = [{ kind: 'paragraph', lines: [wicked] } as const]
  const read = await reading(
    await made(typeset('letter', { ...letter, subject: wicked, to: [wicked], body })),
  )
  // A long word may be broken between two lines.
  const [shown, sought] = [read.text, wicked].map((text) => text.replaceAll(' ', ''))
  assert.equal((shown ?? '').split(sought ?? '').length - 1, 3, read.text)
  assert.equal(read.roles.filter((role) => role === 'H1').length, 1)
})

test('A letter of many pages says so on each, and one beyond all measure is refused', async () => {
  const body = Array.from({ length: 120 }, () => ({ kind: 'paragraph', lines: ['One more thing.'] }) as const)
  const read = await reading(await made(typeset('letter', { ...letter, body })))
  assert.match(read.text, /Page 1 of 5|Page 1 of [3-6]/)
  const refusal = await typeset('letter', { ...letter, subject: 'x'.repeat(300_000) })
  assert.ok(isRefused(refusal) && refusal.because === 'too large')
})

async function made(setting: ReturnType<typeof typeset>): Promise<Uint8Array> {
  const pdf = await setting
  assert.ok(!isRefused(pdf), JSON.stringify(pdf))
  return pdf
}

async function reading(pdf: Uint8Array) {
  const task = getDocument({ data: pdf, verbosity: 0 })
  const document = await task.promise
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } }
  const marks = await document.getMarkInfo()
  const roles: string[] = []
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    collect(await page.getStructTree(), roles)
    const { items } = await page.getTextContent()
    text += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('')
  }
  await task.destroy()
  return {
    title: info.Title,
    language: info.Language,
    marked: marks !== null,
    roles,
    text: text.replaceAll(/\s+/g, ' '),
  }
}

function collect(node: unknown, roles: string[]): void {
  if (typeof node !== 'object' || node === null) return
  if ('role' in node && typeof node.role === 'string') roles.push(node.role)
  if ('children' in node && Array.isArray(node.children))
    for (const child of node.children) collect(child, roles)
}
