import type { BrailleStyle } from './braille.ts'

/** A piece of Braille, each cell one character of Unicode’s Braille patterns. */
export interface BrailleText {
  readonly style: BrailleStyle
  readonly cells: string
}

export interface BraillePaper {
  /** Cells in a line: 40 as embossed on A4 sideways or fanfold, 28 to 32 on A4 upright. */
  readonly cells: number
  /** Lines on a page; the last one bears its number. */
  readonly lines: number
}

/** What most embossers and readers use. */
export const usualPaper: BraillePaper = { cells: 40, lines: 25 }

/** The least and the most of each that can be asked for. */
export const paperLimits = { cells: [20, 48], lines: [10, 40] } as const

/**
 * Braille laid out on pages: headings centred, paragraphs set in at their beginning, lists and lines where they run over. Each page ends
 * with its number at the right. As North American Braille ASCII, which every embosser and Braille display reads.
 */
export function brailleFile(texts: readonly BrailleText[], paper: BraillePaper = usualPaper): string {
  return pagesOf(
    texts.flatMap((text, place) => linesOf(text, place === 0, paper.cells)),
    paper.lines - 1,
  )
    .map((lines, place) => {
      const filled = [...lines, ...blankLines(paper.lines - 1 - lines.length)]
      return `${[...filled, pageNumber(place + 1).padStart(paper.cells, blank)].map(ascii).join('\r\n')}\r\n\f`
    })
    .join('')
}

/** A line of a page, and whether the next one must be on the same. */
interface PlacedLine {
  readonly cells: string
  readonly keepWithNext: boolean
}

function linesOf({ style, cells }: BrailleText, first: boolean, width: number): readonly PlacedLine[] {
  if (style === 'title' || style === 'heading') {
    const lines = centred(cells, width).map((line) => ({ cells: line, keepWithNext: true }))
    const gap = { cells: '', keepWithNext: false }
    return [...(first ? [] : [gap]), ...lines, { cells: '', keepWithNext: true }]
  }
  const { begin, runOver } = margins[style]
  const lines = cut(cells, width, begin, runOver)
  const keepWithNext = style === 'small heading'
  return [
    ...(style === 'small heading' ? [{ cells: '', keepWithNext: false }] : []),
    ...lines.map((line) => ({ cells: line, keepWithNext })),
  ]
}

/** How far a piece is set in at its beginning and where it runs over, in cells. */
const margins: Readonly<
  Record<Exclude<BrailleStyle, 'title' | 'heading'>, { readonly begin: number; readonly runOver: number }>
> = {
  'small heading': { begin: 4, runOver: 4 },
  paragraph: { begin: 2, runOver: 0 },
  line: { begin: 0, runOver: 2 },
  item: { begin: 0, runOver: 2 },
  fact: { begin: 2, runOver: 4 },
}

/** A heading has three cells free at either side, so that it is seen to be one. */
function centred(cells: string, width: number): readonly string[] {
  return cut(cells, width - 6, 0, 0).map((line) => blank.repeat(Math.floor((width - line.length) / 2)) + line)
}

/** Cut at blanks; a word longer than a line goes on in the next after dot 5, as Unified English Braille has it. */
function cut(cells: string, width: number, begin: number, runOver: number): readonly string[] {
  const lines: string[] = []
  let line = blank.repeat(begin)
  let isEmpty = true
  const next = () => {
    lines.push(line)
    line = blank.repeat(runOver)
    isEmpty = true
  }
  for (const word of cells.split(blank).filter((each) => each !== '')) {
    if (!isEmpty && line.length + 1 + word.length > width) next()
    let rest = isEmpty ? word : blank + word
    while (line.length + rest.length > width) {
      const room = width - line.length - 1
      line += rest.slice(0, room) + goesOn
      rest = rest.slice(room)
      next()
    }
    line += rest
    isEmpty = false
  }
  return [...lines, line]
}

/** Lines on pages: no page begins with a blank line, and no heading stands at the foot of one. */
function pagesOf(lines: readonly PlacedLine[], height: number): readonly (readonly string[])[] {
  const pages: string[][] = []
  let page: string[] = []
  let from = 0
  while (from < lines.length) {
    const end = lines.findIndex((line, place) => place >= from && !line.keepWithNext)
    const together = lines.slice(from, end === -1 ? lines.length : end + 1).map((line) => line.cells)
    from += together.length
    if (page.length + together.length > height && page.length > 0) {
      pages.push(page)
      page = []
    }
    for (const cells of together) {
      if (page.length === height) {
        pages.push(page)
        page = []
      }
      if (page.length > 0 || cells !== '') page.push(cells)
    }
  }
  return page.length > 0 || pages.length === 0 ? [...pages, page] : pages
}

function blankLines(count: number): readonly string[] {
  return Array.from({ length: count }, () => '')
}

function pageNumber(page: number): string {
  return numberSign + Array.from(String(page), (digit) => digits[Number(digit)] ?? '').join('')
}

/** Dots 7 and 8, which no embosser of six dots has, are left out. */
function ascii(cells: string): string {
  return Array.from(cells, (cell) => brailleAscii[(cell.codePointAt(0) ?? 0) & 63] ?? ' ')
    .join('')
    .trimEnd()
}

/** The cells of a file in Braille ASCII, for a test or a screen. */
export function cellsOfAscii(text: string): string {
  return Array.from(text, (letter) => {
    const dots = brailleAscii.indexOf(letter)
    return dots === -1 ? letter : String.fromCodePoint(0x2800 + dots)
  }).join('')
}

const blank = '\u2800'
const goesOn = '⠐'
const numberSign = '⠼'
const digits: readonly string[] = Array.from('⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊')

/** The sixty-four characters in the order of their dots: dot 1 counts 1, dot 2 counts 2, dot 3 counts 4, and so on. */
const brailleAscii = ' A1B\'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)='
