import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isRefused } from '#core/refused.ts'
import { colours, isColours } from '#http/formats/colours.ts'
import { documentPdf } from '#http/formats/document-pdf.ts'
import { arabic, sample } from './sample.ts'

/** Its letters come with `fonts-dejavu-core`, which is installed with the programs. */
const skip = process.env['KEPT_WITHOUT_FORMATS'] === '1' && 'KEPT_WITHOUT_FORMATS=1'

interface Node {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Node[]
}

test('A PDF has a title, a language, headings, lists, table headers and alternative texts, as its own structure says', async () => {
  const read = await reading(documentPdf(sample))
  assert.equal(read.title, 'How we kept our promises')
  assert.equal(read.language, 'en-GB')
  assert.ok(read.marked, 'it says that it is tagged')
  for (const [role, count] of Object.entries({ H1: 1, H2: 1, H3: 1, L: 2, LI: 4, Table: 1, TH: 5, TR: 3 }))
    assert.equal(read.nodes.filter((node) => node.role === role).length, count, role)
  assert.deepEqual(
    read.nodes.flatMap(({ alt }) => alt ?? []),
    ['Between 85 and 92 in each month, below the target in four of twelve.'],
  )
  assert.match(read.text, /Made-up Homes.*20 October 2026 Version 2.*Customer services 91\.2%.*1 of 1/)
})

test('Large print has the size and colours asked for; a table that no longer fits is read row by row', async () => {
  const read = await reading(documentPdf(sample, { pointSize: 24, colours: 'yellow on black' }))
  assert.equal(read.nodes.filter(({ role }) => role === 'Table').length, 0)
  assert.match(read.text, /Customer services • July: 91\.2% • August: 88\.0%/)
  assert.match(read.text, /Between 85 and 92/, 'a chart cannot be made larger, so it is in words too')
  assert.deepEqual(
    read.sizes.filter((size) => size < 24),
    [],
    'nothing is smaller',
  )
  assert.ok(read.fills.has('#ffff00') && read.fills.has('#000000'))
  assert.ok(isRefused(await documentPdf(sample, { pointSize: 12 })))
})

test('A postcode, a number and a reference stand whole on a line, and a greeting on the page of its letter', async () => {
  const blocks = Array.from({ length: 30 }, (_, n) => [
    { kind: 'paragraph', lines: ['Dear Ms Quinn'] } as const,
    {
      kind: 'paragraph',
      lines: [`${'I '.repeat(n * 2)}write from ZZ9 1AA about 01632 960102 and G64S-PFYD-2Q`],
    } as const,
  ]).flat()
  const { lines } = await reading(documentPdf({ ...sample, blocks }, { pointSize: 18 }))
  assert.match(lines, /ZZ9 1AA/)
  assert.doesNotMatch(lines, /ZZ9\s*\n|01632\s*\n|G64S-\s*\n|PFYD-\s*\n/)
  assert.doesNotMatch(lines, /Quinn\s*\f/)
})

test('Every pair of colours has a contrast of at least 7 to 1', () => {
  for (const [name, { ink, paper }] of Object.entries(colours)) {
    const [dark = 0, light = 0] = [luminance(ink), luminance(paper)].toSorted((a, b) => a - b)
    assert.ok((light + 0.05) / (dark + 0.05) >= 7, name)
  }
  assert.ok(!isColours('toString'))
})

test('A text from right to left keeps its numbers whole, and says that a program made it', {
  skip,
}, async () => {
  const read = await reading(documentPdf(arabic))
  assert.equal(read.language, 'ar')
  assert.match(read.text, /020 7946 0018/)
  assert.match(read.text, /£1,234\.50/)
  assert.match(read.text, /A computer made this document from another one\..*ask Made-up Homes/)
})

async function reading(made: ReturnType<typeof documentPdf>) {
  const data = await made
  if (isRefused(data)) throw new Error(`${data.refusal}: ${data.fix}`)
  const task = getDocument({ data, verbosity: 0 })
  const document = await task.promise
  const { info } = await document.getMetadata()
  const nodes: Node[] = []
  const texts: string[] = []
  let lines = ''
  const sizes: number[] = []
  const fills = new Set<string>()
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n)
    collect((await page.getStructTree()) as Node, nodes)
    const { items } = await page.getTextContent()
    for (const item of items) {
      if (!('str' in item)) continue
      texts.push(item.str)
      // In large print a number alone is the foot of a page.
      lines += /^\d+$/.test(item.str) ? '\f' : `${item.str}${item.hasEOL ? '\n' : ''}`
      if (item.str.trim() !== '') sizes.push(Math.round(item.height * 10) / 10)
    }
    const { fnArray, argsArray } = await page.getOperatorList()
    for (const [place, fn] of fnArray.entries())
      if (fn === OPS.setFillRGBColor) fills.add(String(argsArray[place]?.[0]))
  }
  const { Title: title, Language: language } = info as { readonly Title?: string; readonly Language?: string }
  const marks: unknown = await document.getMarkInfo()
  const marked = marks instanceof Map && marks.get('Marked') === true
  await task.destroy()
  return {
    title,
    language,
    marked,
    nodes,
    sizes,
    fills,
    lines,
    text: texts.join(' ').replaceAll(/\s+/g, ' '),
  }
}

function collect(node: Node, into: Node[]): void {
  into.push(node)
  for (const child of node.children ?? []) collect(child, into)
}

/** As WCAG has it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
