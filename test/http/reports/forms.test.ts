import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentPdf } from '#http/formats/document-pdf.ts'
import { documentText } from '#http/formats/document-text.ts'
import { reportCsv } from '#http/reports/report-csv.ts'
import { reportCsvMetadata } from '#http/reports/report-csv-metadata.ts'
import { reportDocument } from '#http/reports/report-document.ts'
import { reportXlsx } from '#http/reports/report-xlsx.ts'
import { recordsOf } from './csv.ts'
import { frozen } from './frozen.ts'
import { packedAt, unzipped } from './unzipped.ts'

test('The table of a report is what its metadata say: each column by name, each cell of its datatype', () => {
  const [header = [], ...rows] = recordsOf(reportCsv(frozen))
  const metadata = JSON.parse(reportCsvMetadata(frozen, { url: 'r2.csv' })) as Metadata
  assert.deepEqual(metadata['@context'], ['http://www.w3.org/ns/csvw', { '@language': 'en' }])
  assert.equal(metadata.url, 'r2.csv')
  assert.equal(metadata['dc:publisher'], 'Made-up Homes')
  assert.match(metadata['dc:license']['@id'], /open-government-licence/)
  // 23:30 in London on 2 April is summer time: already 3 April.
  assert.deepEqual(metadata['dc:modified'], { '@value': '2026-04-03', '@type': 'xsd:date' })
  const { columns, primaryKey } = metadata.tableSchema
  // CSVW: a column’s name or one of its titles is the header; names are unique and begin with no underscore.
  assert.deepEqual(
    header,
    columns.map(({ name }) => name),
  )
  assert.equal(new Set(header).size, header.length)
  for (const { name, titles } of columns) {
    assert.match(name, /^[a-z][a-z_]*$/)
    assert.ok(titles.includes(name))
  }
  assert.equal(rows.length, frozen.promises.length)
  for (const row of rows) {
    assert.equal(row.length, columns.length)
    for (const [place, { name, datatype, required }] of columns.entries()) {
      const cell = row[place] ?? ''
      if (cell === '') assert.ok(required !== true, `${name} is required`)
      else if (datatype === 'number') assert.match(cell, /^-?\d+(\.\d+)?(e-?\d+)?$/i, name)
      else if (datatype === 'date') assert.match(cell, /^\d{4}-\d{2}-\d{2}$/, name)
    }
  }
  const keys = rows.map((row) => row[header.indexOf(primaryKey)])
  assert.equal(new Set(keys).size, keys.length)
})

test('The table begins no cell as a formula, and keeps quotes, commas and lines', () => {
  const [header = [], first = []] = recordsOf(reportCsv(frozen))
  const at = (name: string) => first[header.indexOf(name)]
  assert.equal(at('words'), "'=Your letter is answered, in full, within “10 working days”.")
  assert.equal(at('why'), 'A storm came.\n\n- wind\n- water')
  assert.equal(at('value'), String(5 / 6))
  assert.equal(at('value_before'), String(4 / 6))
  assert.ok(reportCsv(frozen).endsWith('\r\n'))
})

test('The workbook has numbers as numbers, percentages, a header that stays, and a sheet about itself', async () => {
  const files = unzipped(await reportXlsx(frozen))
  const read = (name: string) => files.get(name) ?? assert.fail(name)
  const names = [...read('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)
  assert.deepEqual(names, ['Figures', 'By month', 'About', 'Columns'])
  const figures = read('xl/worksheets/sheet1.xml')
  assert.match(figures, /<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  assert.match(figures, /<v>0\.8333\d*<\/v>/)
  assert.doesNotMatch(figures, /<f>/, 'no words became a formula')
  assert.match(read('xl/styles.xml'), /0\.00%/)
  assert.match(read('xl/sharedStrings.xml'), /Made-up Homes/)
})

test('No file in the workbook says when it was packed, so that the same report is always the same bytes', async () => {
  const workbook = await reportXlsx(frozen)
  const times = new Set(packedAt(workbook).map((bytes) => bytes.toString('hex')))
  // 1 January 1980, 00:00, the first that an archive knows.
  assert.deepEqual([...times], ['00002100'])
  assert.ok(Buffer.from(await reportXlsx(frozen)).equals(workbook))
})

test('The document puts the old figure beside the new one, says why, and bears its digest', () => {
  const document = reportDocument(frozen, { name: 'Made-up Homes' })
  const text = documentText(document).replaceAll(/\s+/g, ' ')
  assert.match(text, /66\.67% \(4 of 6\)/)
  assert.match(text, /83\.33% \(5 of 6\)/)
  assert.match(text, /A reply was entered late/)
  assert.match(text, /Letters matter/)
  assert.match(text, /A storm came.*wind.*water.*We stand by/)
  const chart = document.blocks.find((block) => block.kind === 'chart')
  assert.ok(chart?.kind === 'chart')
  assert.match(chart.alternative, /Five months, November 2025 to March 2026|5 months/)
  assert.doesNotMatch(
    chart.svg,
    /class=|<title|<desc|aria-/,
    'it needs no style sheet and no words of its own',
  )
  const facts = document.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []))
  const digest = facts.find(({ name }) => name.startsWith('Digest'))?.value
  assert.match(digest ?? '', /^([0-9a-f]{8} ){7}[0-9a-f]{8}$/)
})

test('The PDF is tagged and bears its title', async () => {
  const bytes = await documentPdf(reportDocument(frozen, { name: 'Made-up Homes' }))
  assert.ok(bytes instanceof Uint8Array)
  const text = Buffer.from(bytes).toString('latin1')
  assert.ok(text.startsWith('%PDF-'))
  assert.match(text, /\/MarkInfo/)
})

interface Metadata {
  readonly '@context': readonly unknown[]
  readonly url: string
  readonly 'dc:publisher': string
  readonly 'dc:license': { readonly '@id': string }
  readonly 'dc:modified': unknown
  readonly tableSchema: {
    readonly primaryKey: string
    readonly columns: readonly {
      readonly name: string
      readonly titles: readonly string[]
      readonly datatype: string
      readonly required?: boolean
    }[]
  }
}
