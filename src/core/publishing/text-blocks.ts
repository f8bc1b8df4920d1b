import type { DocumentBlock } from '#core/documents/document.ts'

/**
 * A text as somebody typed it, in its pieces: a blank line parts them; “# ” begins a heading, “- ” an item of a list, and where
 * every line is a name, a colon and something, they are facts. `level` is that of its headings: 3 where it stands under one.
 */
export function blocksOfText(text: string, level: 2 | 3 = 3): readonly DocumentBlock[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((part) =>
      part
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0)
    .flatMap((lines) => blocksOfLines(lines, level))
}

function blocksOfLines(lines: readonly string[], level: 2 | 3): readonly DocumentBlock[] {
  const [first = '', ...rest] = lines
  const heading = /^#+\s+(.+)$/.exec(first)?.[1]
  if (heading !== undefined)
    return [{ kind: 'heading', level, text: heading }, ...(rest.length > 0 ? blocksOfLines(rest, level) : [])]
  if (lines.every((line) => /^[-•*]\s+/.test(line)))
    return [{ kind: 'list', items: lines.map((line) => line.replace(/^[-•*]\s+/, '')) }]
  const facts = lines.map(factIn)
  if (facts.every((fact) => fact !== undefined)) return [{ kind: 'facts', facts }]
  return [{ kind: 'paragraph', lines }]
}

/** “Telephone: 01632 960101”; an address of the web has a colon, but no blank after it. */
function factIn(line: string): { readonly name: string; readonly value: string } | undefined {
  const [, name, value] = /^([^:.]{1,60}):\s+(.+)$/.exec(line) ?? []
  return name === undefined || value === undefined ? undefined : { name, value }
}
