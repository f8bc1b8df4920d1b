import type { Document, DocumentBlock } from './document.ts'
import { headLines } from './plain-text-head.ts'
import { machineNotice, noticesOf } from './plain-text-notice.ts'
import { tableAsFacts } from './plain-text-tables.ts'

/** A piece of text that is translated as a whole, and how it stands on the page of Braille. */
export interface BraillePiece {
  readonly style: BrailleStyle
  readonly text: string
}

export type BrailleStyle =
  | 'title'
  | 'heading'
  | 'small heading'
  | 'paragraph'
  /** A line of an address or the like: it begins at the margin, and what runs over is set in. */
  | 'line'
  | 'item'
  /** Below the row of a table that it belongs to. */
  | 'fact'

/** A document as the pieces of a Braille text, from its title to its end; tables are read row by row, charts in words. */
export function braillePieces(document: Document): readonly BraillePiece[] {
  const pieces: readonly BraillePiece[] = [
    { style: 'title', text: document.title },
    ...headLines(document).map((text) => ({ style: 'line' as const, text })),
    ...document.blocks.flatMap(piecesOf),
  ]
  return pieces
    .map(({ style, text }) => ({ style, text: text.replaceAll(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
}

/** What a Braille text says of itself, in English: first that a computer made it. */
export function brailleNotices(document: Document): readonly BraillePiece[] {
  return [machineNotice(document, 'Braille'), ...noticesOf(document)].map((text) => ({
    style: 'paragraph',
    text,
  }))
}

function piecesOf(block: DocumentBlock): readonly BraillePiece[] {
  switch (block.kind) {
    case 'heading':
      return [{ style: block.level === 2 ? 'heading' : 'small heading', text: block.text }]
    case 'paragraph': {
      const style = block.lines.length > 1 ? 'line' : 'paragraph'
      return block.lines.map((text) => ({ style, text }))
    }
    case 'list':
      return block.items.map((item, place) => ({
        style: 'item',
        text: `${block.ordered === true ? `${place + 1}.` : '•'} ${item}`,
      }))
    case 'facts':
      return block.facts.map(({ name, value }) => ({ style: 'line', text: `${name}: ${value}` }))
    case 'table':
      return [
        { style: 'small heading', text: block.caption },
        ...tableAsFacts(block).flatMap(({ about, facts }): readonly BraillePiece[] => [
          { style: 'line', text: about },
          ...facts.map(({ name, value }) => ({ style: 'fact' as const, text: `${name}: ${value}` })),
        ]),
      ]
    case 'chart':
      return [
        { style: 'small heading', text: block.title },
        { style: 'paragraph', text: block.alternative },
      ]
  }
}
