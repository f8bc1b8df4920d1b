import type { Document } from '#core/documents/document.ts'
import { type BraillePiece, brailleNotices, braillePieces } from '#core/documents/braille.ts'
import {
  type BraillePaper,
  type BrailleText,
  brailleFile,
  paperLimits,
  usualPaper,
} from '#core/documents/braille-layout.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { brailleTable, englishTable } from './braille-tables.ts'
import { oneByOne } from './one-by-one.ts'
import { runProgram } from './run-program.ts'

const inTurn = oneByOne('making Braille', 20)

/** The most characters that are translated in one go. */
const mostCharacters = 400_000

/**
 * A document as Braille for an embosser or a Braille display (BRF): English as contracted Unified English Braille, other languages by
 * their own code where liblouis has one, laid out on pages.
 */
export async function documentBraille(
  document: Document,
  paper: Partial<BraillePaper> = {},
): Promise<Uint8Array | Refused> {
  const table = brailleTable(document.language)
  if (isRefused(table)) return table
  const asked = { ...usualPaper, ...paper }
  if (!isWithin(asked.cells, paperLimits.cells) || !isWithin(asked.lines, paperLimits.lines))
    return refused('not valid', 'no Braille paper has that size', 'choose 20 to 48 cells and 10 to 40 lines')
  const texts = await inTurn(() => translated(document, table))
  return isRefused(texts) ? texts : new TextEncoder().encode(brailleFile(texts, asked))
}

/** The notice that a computer made it stands below the title, in English whatever the language of the document. */
async function translated(document: Document, table: string): Promise<readonly BrailleText[] | Refused> {
  const own = await brailleOf(braillePieces(document), table)
  if (isRefused(own)) return own
  const notice = await brailleOf(brailleNotices(document), englishTable)
  if (isRefused(notice)) return notice
  return [...own.slice(0, 1), ...notice, ...own.slice(1)]
}

async function brailleOf(
  pieces: readonly BraillePiece[],
  table: string,
): Promise<readonly BrailleText[] | Refused> {
  const lines = pieces.map(({ text }) => linesFor(text))
  const input = lines.flat().join('\n')
  if (input.length > mostCharacters)
    return refused('too large', 'this is too long for one Braille file', 'make two documents of it')
  const made = await runProgram({
    program: 'lou_translate',
    args: ['--forward', `unicode.dis,${table}`],
    input: `${input}\n`,
    longest: 30_000,
    mostBytes: 10_000_000,
  })
  if (isRefused(made)) return made
  if (made.length > 3 * mostOutOf(input))
    return refused(
      'not valid',
      'this language’s Braille code lacks many of its letters',
      'check that the language of the document is right, or ask a transcription service',
    )
  const translatedLines = made.toString('utf8').split('\n')
  let from = 0
  return pieces.map(({ style }, place) => {
    const count = lines[place]?.length ?? 0
    const cells = translatedLines.slice(from, from + count).join(blank)
    from += count
    return { style, cells: cells.replaceAll(/\s/g, blank) }
  })
}

/** In cells: a letter without a sign of its own becomes its code, eight cells or more. Each cell has three bytes. */
function mostOutOf(input: string): number {
  return 100 + input.length * 2.5
}

const blank = '\u2800'

/** The program reads lines, takes a backslash for the beginning of a code, and cuts lines that are longer than it likes. */
function linesFor(text: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.replaceAll('\\', '\\\\').split(/\s+/)) {
    for (let from = 0; from < word.length || from === 0; from += mostInLine) {
      const part = word.slice(from, from + mostInLine)
      if (line !== '' && line.length + 1 + part.length > mostInLine) {
        lines.push(line)
        line = ''
      }
      line = line === '' ? part : `${line} ${part}`
    }
  }
  return [...lines, line]
}

const mostInLine = 900

function isWithin(count: number, [least, most]: readonly [number, number]): boolean {
  return Number.isInteger(count) && count >= least && count <= most
}
