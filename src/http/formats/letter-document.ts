import type { Document, DocumentBlock } from '#core/documents/document.ts'
import type { Block, LetterInputs } from '#http/pdf/pdf-templates.ts'

/** A letter as a document, to be drawn in other forms: who writes, to whom, when, and what it says. */
export function letterDocument(letter: LetterInputs): Document {
  const { head, subject, to, date, reference, contact = [], body } = letter
  const blocks: readonly DocumentBlock[] = [
    { kind: 'paragraph', lines: head.lines ?? [] },
    { kind: 'paragraph', lines: contact },
    { kind: 'paragraph', lines: to },
    {
      kind: 'paragraph',
      lines: [date, ...(reference === undefined ? [] : [`Our reference: ${reference}`])],
    },
    ...body.map(blockOf),
  ]
  return {
    title: subject,
    language: 'en-GB',
    direction: 'ltr',
    publisher: head.landlord,
    blocks: blocks.filter((block) => block.kind !== 'paragraph' || block.lines.length > 0),
  }
}

function blockOf(block: Block): DocumentBlock {
  return block.kind === 'heading' ? { ...block, level: 2 } : block
}
