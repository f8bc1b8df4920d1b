import type { Document, DocumentBlock } from '#core/documents/document.ts'
import { headLines } from '#core/documents/plain-text-head.ts'
import { noticesOf } from '#core/documents/plain-text-notice.ts'
import { runsOf } from '#core/documents/plain-text-directions.ts'
import { fitsBeside, tableAsFacts } from '#core/documents/plain-text-tables.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { DocumentInputs, PdfBlock, PdfText } from '#http/pdf/document-inputs.ts'
import { typeset } from '#http/pdf/typeset.ts'
import { type Colours, colours, largePrintSizes } from './colours.ts'

/** How a document is to be printed. */
export interface PdfChoices {
  /** Of large print, 16 to 28; without it, ordinary print. */
  readonly pointSize?: number
  readonly colours?: Colours
}

/** A document as a tagged PDF (PDF/UA-1), in ordinary or large print. Large print turns tables that would not fit into facts. */
export async function documentPdf(
  document: Document,
  { pointSize, colours: chosen = 'black on white' }: PdfChoices = {},
): Promise<Uint8Array | Refused> {
  const { least, most } = largePrintSizes
  if (pointSize !== undefined && !(pointSize >= least && pointSize <= most))
    return refused('not valid', 'large print has 16 to 28 points', `choose ${least} to ${most} points`)
  return typeset('document', inputsOf(document, pointSize, chosen))
}

function inputsOf(document: Document, pointSize: number | undefined, chosen: Colours): DocumentInputs {
  const { title, language, direction, publisher, blocks } = document
  const [tongue = 'en', ...rest] = language.split('-')
  const region = rest.find((part) => /^[A-Z]{2}$/i.test(part))
  const textOf = (text: string): PdfText => (direction === 'rtl' ? runsOf(text) : text)
  return {
    title,
    titleText: textOf(title),
    language: tongue,
    ...(region !== undefined && { region }),
    direction,
    publisher,
    head: headLines(document).map(textOf),
    notices: noticesOf(document),
    large: pointSize !== undefined,
    size: pointSize ?? ordinarySize,
    ...colours[chosen],
    blocks: blocks.map((block) => blockFor(block, pointSize ?? ordinarySize, textOf)),
  }
}

const ordinarySize = 11

type TextOf = (text: string) => PdfText

function blockFor(block: DocumentBlock, size: number, textOf: TextOf): PdfBlock {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level: block.level, text: textOf(block.text) }
    case 'paragraph':
      return { kind: 'paragraph', lines: block.lines.map(textOf) }
    case 'list':
      return { kind: 'list', ordered: block.ordered === true, items: block.items.map(textOf) }
    case 'facts':
      return { kind: 'facts', facts: block.facts.map((fact) => factFor(fact, textOf)) }
    case 'chart':
      return block
    case 'table':
      return fitsBeside(block, charactersAcross(size))
        ? {
            kind: 'table',
            caption: textOf(block.caption),
            columns: block.columns.map(({ title, align }) => ({ title: textOf(title), align })),
            rows: block.rows.map((row) => block.columns.map((_, place) => textOf(row[place] ?? ''))),
          }
        : {
            kind: 'rows',
            caption: textOf(block.caption),
            rows: tableAsFacts(block).map(({ about, facts }) => ({
              about: textOf(about),
              facts: facts.map((fact) => factFor(fact, textOf)),
            })),
          }
  }
}

function factFor({ name, value }: { readonly name: string; readonly value: string }, textOf: TextOf) {
  return { name: textOf(name), value: textOf(value) }
}

/** The width of the text on A4 in points, by the width of an ordinary letter, which is half its height. */
function charactersAcross(size: number): number {
  return Math.floor(470 / (size * 0.5))
}
