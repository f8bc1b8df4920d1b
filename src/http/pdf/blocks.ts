import type { Block } from './pdf-templates.ts'

/**
 * A letter’s text as its pieces: paragraphs stand apart by an empty line, a line that begins with a dash is an item of a
 * list, and one that begins with `##` is a heading.
 */
export function blocksOf(text: string): readonly Block[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .flatMap((piece) =>
      pieces(
        piece
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      ),
    )
}

const item = /^[-*•]\s+/
const heading = /^#{1,3}\s+/

function pieces(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = []
  let rest = lines
  while (rest.length > 0) {
    const [first = ''] = rest
    if (heading.test(first)) {
      blocks.push({ kind: 'heading', text: first.replace(heading, '') })
      rest = rest.slice(1)
      continue
    }
    const isList = item.test(first)
    const end = rest.findIndex((line) => heading.test(line) || item.test(line) !== isList)
    const own = end === -1 ? rest : rest.slice(0, end)
    blocks.push(
      isList
        ? { kind: 'list', items: own.map((line) => line.replace(item, '')) }
        : { kind: 'paragraph', lines: own },
    )
    rest = rest.slice(own.length)
  }
  return blocks
}
