import type { Document, DocumentBlock, DocumentTable } from './document.ts'

/**
 * A document’s text as it is typed: a blank line parts its pieces, `## ` begins a heading and `### ` a smaller one, `- ` or `1. ` an item
 * of a list, lines such as “Telephone: 01539 111222” are facts, and `| a | b |` is a row of a table after its caption at `|= `.
 */
export function inNotation({ blocks }: Pick<Document, 'blocks'>): string {
  return blocks
    .map(blockInNotation)
    .filter((piece) => piece !== '')
    .join('\n\n')
}

/** The pieces of a text in that notation. */
export function blocksInNotation(text: string): readonly DocumentBlock[] {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((piece) =>
      piece
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .flatMap(blocksOf)
}

/** What has changed between two texts in that notation, piece by piece. */
export function changedPieces(
  before: string,
  now: string,
): { readonly gone: readonly string[]; readonly added: readonly string[] } {
  const [old, current] = [before, now].map((text) => text.split('\n').filter((line) => line.trim() !== ''))
  const [oldOnes, currentOnes] = [new Set(old), new Set(current)]
  return {
    gone: [...oldOnes].filter((line) => !currentOnes.has(line)),
    added: [...currentOnes].filter((line) => !oldOnes.has(line)),
  }
}

function blockInNotation(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${block.level === 2 ? '##' : '###'} ${block.text}`
    case 'paragraph':
      return block.lines.join('\n')
    case 'list':
      return block.items
        .map((item, place) => `${block.ordered === true ? `${place + 1}.` : '-'} ${item}`)
        .join('\n')
    case 'facts':
      return block.facts.map(({ name, value }) => `${name}: ${value.replaceAll('\n', ', ')}`).join('\n')
    case 'table':
      return [
        `|= ${block.caption}`,
        rowInNotation(block.columns.map(({ title }) => title)),
        ...block.rows.map(rowInNotation),
      ].join('\n')
    case 'chart':
      return `### ${block.title}\n\n${block.alternative}`
  }
}

function rowInNotation(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll(/[|\n]/g, ' ')).join(' | ')} |`
}

/** The marks that begin a line, and what it then is. */
const marks = {
  heading: /^#{1,3}\s+/,
  item: /^[-*•]\s+/,
  ordered: /^\d{1,3}[.)]\s+/,
  row: /^\|/,
} as const

type Mark = keyof typeof marks | 'none'

function markOf(line: string): Mark {
  return (Object.keys(marks) as (keyof typeof marks)[]).find((mark) => marks[mark].test(line)) ?? 'none'
}

/** Lines that stand together: those of one mark are one block, but every heading is its own. */
function blocksOf(lines: readonly string[]): readonly DocumentBlock[] {
  const groups: { mark: Mark; lines: string[] }[] = []
  for (const line of lines) {
    const mark = markOf(line)
    const last = groups.at(-1)
    if (last === undefined || last.mark !== mark || mark === 'heading') groups.push({ mark, lines: [line] })
    else last.lines.push(line)
  }
  return groups.map(blockOfGroup)
}

function blockOfGroup({ mark, lines }: { readonly mark: Mark; readonly lines: readonly string[] }) {
  switch (mark) {
    case 'heading':
      return headingOf(lines[0] ?? '')
    case 'item':
      return { kind: 'list', items: lines.map((line) => line.replace(marks.item, '')) } as const
    case 'ordered':
      return {
        kind: 'list',
        ordered: true,
        items: lines.map((line) => line.replace(marks.ordered, '')),
      } as const
    case 'row':
      return tableOf(lines)
    case 'none':
      return factsOrLines(lines)
  }
}

function headingOf(line: string): DocumentBlock {
  return {
    kind: 'heading',
    level: line.startsWith('###') ? 3 : 2,
    text: line.replace(marks.heading, ''),
  }
}

/** A single line with a colon is a sentence; two or more are facts. */
function factsOrLines(lines: readonly string[]): DocumentBlock {
  const facts = lines.map((line) => /^([^:.]{1,60}):\s+(.+)$/.exec(line))
  if (lines.length < 2 || facts.includes(null)) return { kind: 'paragraph', lines }
  return { kind: 'facts', facts: facts.map((fact) => ({ name: fact?.[1] ?? '', value: fact?.[2] ?? '' })) }
}

function tableOf(lines: readonly string[]): DocumentTable {
  const [first = ''] = lines
  const caption = first.startsWith('|=') ? first.slice(2).trim() : ''
  const [titles = [], ...rows] = (first.startsWith('|=') ? lines.slice(1) : lines).map(cellsOf)
  const columns = titles.map((title, place) => ({
    title,
    align:
      place > 0 && rows.every((row) => isAmount(row[place] ?? '')) ? ('end' as const) : ('start' as const),
  }))
  return {
    kind: 'table',
    caption,
    columns,
    rows: rows.map((row) => titles.map((_, place) => row[place] ?? '')),
  }
}

function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim())
}

function isAmount(cell: string): boolean {
  return /^([-–£+]?[\d٠-٩]|$)/.test(cell)
}
