import type { Document, DocumentBlock, DocumentTable } from './document.ts'
import { isolated } from './plain-text-directions.ts'
import { headLines } from './plain-text-head.ts'
import { noticesOf } from './plain-text-notice.ts'
import { fitsBeside, tableAsFacts } from './plain-text-tables.ts'

/** As wide as a line may be and still be read on any screen, in any letter size and in an e-mail. */
const lineWidth = 78

/** A document as plain text: lines of at most 78 columns, headings underlined, tables as columns where they fit, else as facts. */
export function plainText(document: Document): string {
  const pieces = [
    underlined(document.title, '='),
    headLines(document).join('\n'),
    ...noticesOf(document).map((notice) => wrapped(notice)),
    ...document.blocks.map(blockText),
  ].filter((piece) => piece !== '')
  const text = `${pieces.join('\n\n')}\n`
  return document.direction === 'rtl' ? text.split('\n').map(isolated).join('\n') : text
}

function blockText(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return underlined(block.text, block.level === 2 ? '-' : undefined)
    case 'paragraph':
      return block.lines.map((line) => wrapped(line)).join('\n')
    case 'list':
      return block.items
        .map((item, place) => hung(item, block.ordered === true ? `${place + 1}. ` : '- '))
        .join('\n')
    case 'facts':
      return factLines(block.facts).join('\n')
    case 'table':
      return tableText(block)
    case 'chart':
      return wrapped(`Chart: ${block.title}. ${block.alternative}`)
  }
}

function underlined(title: string, line: string | undefined): string {
  const text = wrapped(title)
  if (line === undefined) return text
  return `${text}\n${line.repeat(Math.max(1, ...text.split('\n').map((each) => each.length)))}`
}

function factLines(facts: readonly { readonly name: string; readonly value: string }[]): readonly string[] {
  return facts.map(({ name, value }) => hung(value.replaceAll(/\s*\n\s*/g, ', '), `${name}: `, '  '))
}

function tableText(table: DocumentTable): string {
  if (table.rows.length > 0 && fitsBeside(table, lineWidth)) return columnsText(table)
  const rows = tableAsFacts(table).map(({ about, facts }) =>
    [wrapped(about), ...factLines(facts).map((line) => `  ${line.replaceAll('\n', '\n  ')}`)].join('\n'),
  )
  return [wrapped(table.caption), ...rows].join('\n\n')
}

function columnsText(table: DocumentTable): string {
  const widths = widthsFor(table)
  const line = (cells: readonly string[]) => rowText(cells, widths, table)
  const head = line(table.columns.map(({ title }) => title))
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [wrapped(table.caption), '', head, rule, ...table.rows.map(line)].join('\n')
}

/** The columns share what room there is: the widest give way first. */
function widthsFor({ columns, rows }: DocumentTable): readonly number[] {
  const widths = columns.map(({ title }, place) =>
    Math.max(title.length, ...rows.map((row) => (row[place] ?? '').length)),
  )
  const room = lineWidth - 2 * (columns.length - 1)
  for (let over = sum(widths) - room; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths))
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((so, far) => so + far, 0)
}

function rowText(cells: readonly string[], widths: readonly number[], { columns }: DocumentTable): string {
  const wrappedCells = widths.map((width, place) => wrapped(cells[place] ?? '', width).split('\n'))
  const height = Math.max(...wrappedCells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, at) =>
    wrappedCells
      .map((lines, place) => {
        const [text, width] = [lines[at] ?? '', widths[place] ?? 0]
        return columns[place]?.align === 'end' ? text.padStart(width) : text.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  ).join('\n')
}

function hung(text: string, mark: string, indent = ' '.repeat(mark.length)): string {
  return wrapped(`${mark}${text}`, lineWidth, indent)
}

/** Lines of at most so many characters, cut at spaces; a longer word stands alone on a line of its own. */
function wrapped(text: string, width = lineWidth, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[\s]+/).filter((each) => each !== '')) {
    if (line === '') line = word
    else if (line.length + 1 + word.length <= width) line += ` ${word}`
    else {
      lines.push(line)
      line = indent + word
    }
  }
  return [...lines, line].join('\n')
}
