import type { DocumentTable } from './document.ts'

/** A row of a table by itself: what it is about, and what each other column says of it. */
export interface TableFacts {
  readonly about: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
}

/** A table read row by row, for where its columns cannot stand side by side; empty cells are left out. */
export function tableAsFacts({ columns, rows }: DocumentTable): readonly TableFacts[] {
  return rows.map(([about = '', ...rest]) => ({
    about,
    facts: rest.flatMap((value, place) =>
      value.trim() === '' ? [] : [{ name: columns[place + 1]?.title ?? '', value }],
    ),
  }))
}

/** Whether the columns of a table can stand beside each other in so many characters, without cutting a word. */
export function fitsBeside(table: DocumentTable, characters: number): boolean {
  const widths = leastWidths(table)
  return widths.reduce((sum, width) => sum + width, 0) + gutter * (widths.length - 1) <= characters
}

/** Between two columns, in characters. */
const gutter = 2

/** A column needs its longest word, and some more where it holds sentences. */
function leastWidths({ columns, rows }: DocumentTable): readonly number[] {
  return columns.map(({ title }, place) => {
    const cells = [title, ...rows.map((row) => row[place] ?? '')]
    const longestCell = Math.max(...cells.map((cell) => cell.length))
    const longestWord = Math.max(...cells.flatMap((cell) => cell.split(/\s+/)).map((word) => word.length))
    return Math.max(longestWord, Math.min(longestCell, sentence))
  })
}

/** A sentence in a narrower column becomes a tower of words. */
const sentence = 16
