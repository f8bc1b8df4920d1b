/** One line of a text file, without its line end. */
export interface TextLine {
  /** Its place in the file, from 1. */
  readonly line: number
  readonly text: string
  /** Why it cannot be used; `text` is then what could be read of it. */
  readonly fault?: string
}

/** How a file's bytes stand for characters: what spreadsheets on Windows still save is windows-1252. */
export type Encoding = 'utf-8' | 'windows-1252'

/** No line of ours comes near this; a longer one is a mistake or an attack, and is never held whole. */
export const longestLineBytes = 1_048_576

/** Enough of a line that is too long to find it again. */
const shownBytes = 1_000

/** Larger chunks are taken in pieces, so that a batch stays small whatever the source gives. */
const pieceBytes = 262_144

/** A source that gives a byte at a time must not cost an array a byte. */
const mostPieces = 1_024

const lineFeed = 10
const carriageReturn = 13

/**
 * The lines of a file in batches. LF and CRLF end a line, the last needs no end, a byte order mark is dropped,
 * and where the chunks begin and end makes no difference. Memory stays below a line and a chunk.
 */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding = 'utf-8',
): AsyncGenerator<readonly TextLine[], void, undefined> {
  const splitter = lineSplitter(encoding)
  for await (const chunk of bytes) {
    for (let from = 0; from < chunk.length; from += pieceBytes) {
      const lines = splitter.take(chunk.subarray(from, from + pieceBytes))
      if (lines.length > 0) yield lines
    }
  }
  const last = splitter.end()
  if (last.length > 0) yield last
}

interface Splitter {
  take(chunk: Uint8Array): readonly TextLine[]
  end(): readonly TextLine[]
}

/** Holds the unfinished line between chunks: its pieces, or only its beginning once it is too long. */
function lineSplitter(encoding: Encoding): Splitter {
  const read = blockReader(encoding)
  let pieces: Uint8Array[] = []
  let held = 0
  let next = 1

  const hold = (piece: Uint8Array) => {
    held += piece.length
    if (held <= longestLineBytes) pieces.push(piece.slice())
    else pieces = [joined(pieces).slice(0, shownBytes)]
    if (pieces.length > mostPieces) pieces = [joined(pieces)]
  }
  const finish = (block: Uint8Array) => {
    const tooLong = held > longestLineBytes
    const firstLength = held + block.indexOf(lineFeed)
    const whole = tooLong || held === 0 ? block : joined([...pieces, block])
    const lines = tooLong ? [] : read(whole, next)
    if (tooLong) {
      lines.push(tooLongLine(next, joined(pieces), firstLength))
      const rest = block.subarray(block.indexOf(lineFeed) + 1)
      if (rest.length > 0) for (const line of read(rest, next + 1)) lines.push(line)
    }
    pieces = []
    held = 0
    next += lines.length
    return lines
  }
  return {
    take(chunk) {
      const end = chunk.lastIndexOf(lineFeed) + 1
      const lines = end === 0 ? [] : finish(chunk.subarray(0, end))
      if (end < chunk.length) hold(chunk.subarray(end))
      return lines
    },
    end: () => (held === 0 ? [] : finish(Uint8Array.of(lineFeed))),
  }
}

/** Reads a block of whole lines, quickly where all of it is sound, otherwise line by line. */
function blockReader(encoding: Encoding) {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  const decoded = (bytes: Uint8Array): string | undefined => {
    try {
      return strict.decode(bytes)
    } catch {
      return undefined
    }
  }
  return (block: Uint8Array, first: number): TextLine[] => {
    const text = block.length > longestLineBytes ? undefined : decoded(block)
    return text === undefined ? lineByLine(block, first, decoded) : splitText(text, first)
  }
}

function splitText(text: string, first: number): TextLine[] {
  const lines: TextLine[] = []
  let line = first
  let from = first === 1 && text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (let end = text.indexOf('\n', from); end !== -1; end = text.indexOf('\n', from)) {
    const to = end > from && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end
    lines.push({ line: line++, text: text.slice(from, to) })
    from = end + 1
  }
  return lines
}

function lineByLine(block: Uint8Array, first: number, decoded: (bytes: Uint8Array) => string | undefined) {
  const lines: TextLine[] = []
  let from = 0
  for (let end = block.indexOf(lineFeed); end !== -1; end = block.indexOf(lineFeed, from)) {
    lines.push(oneLine(block.subarray(from, end), first + lines.length, decoded))
    from = end + 1
  }
  return lines
}

function oneLine(
  bytes: Uint8Array,
  line: number,
  decoded: (bytes: Uint8Array) => string | undefined,
): TextLine {
  if (bytes.length > longestLineBytes) return tooLongLine(line, bytes, bytes.length)
  const text = decoded(bytes)
  if (text !== undefined) return { line, text: tidy(text, line) }
  return { line, text: tidy(asFarAsRead(bytes), line), fault: encodingFault(bytes, line) }
}

function encodingFault(bytes: Uint8Array, line: number): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)
  if (line === 1 && (mark === 0xfffe || mark === 0xfeff)) return 'the file is UTF-16: save it as UTF-8'
  return 'this line is not UTF-8 text: a character is broken or of another encoding'
}

function tooLongLine(line: number, beginning: Uint8Array, length: number): TextLine {
  const text = tidy(asFarAsRead(beginning.subarray(0, shownBytes)), line)
  return {
    line,
    text,
    fault: `this line has ${length} bytes; ${longestLineBytes} is the most a line may have`,
  }
}

function tidy(text: string, line: number): string {
  const whole = line === 1 && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  return whole.endsWith('\r') ? whole.slice(0, -1) : whole
}

function asFarAsRead(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let from = 0
  for (const piece of pieces) {
    whole.set(piece, from)
    from += piece.length
  }
  return whole
}
