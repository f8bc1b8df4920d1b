/** A line with its bytes, which the digest is over. */
export interface WholeLine {
  readonly text: string
  readonly bytes: Buffer
}

/** The longest row is an attachment of 10 MB, written in hexadecimal digits. */
const longestLineBytes = 32_000_000

const lineFeed = 10

/** The lines of an export, each ended by a line feed. Throws a RangeError for one that is longer than any of ours, or no text. */
export async function* wholeLines(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly WholeLine[], void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let held: Buffer[] = []
  let length = 0
  for await (const piece of bytes) {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    const lines: WholeLine[] = []
    let from = 0
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, from)) {
      const line = Buffer.concat([...held, chunk.subarray(from, end)])
      lines.push({ bytes: line, text: decoded(line, decoder) })
      held = []
      length = 0
      from = end + 1
    }
    length += chunk.length - from
    if (length > longestLineBytes) throw new RangeError(`a line has over ${longestLineBytes} bytes`)
    if (from < chunk.length) held.push(Buffer.from(chunk.subarray(from)))
    if (lines.length > 0) yield lines
  }
  if (length > 0) throw new RangeError('the last line has no end')
}

function decoded(line: Buffer, decoder: TextDecoder): string {
  try {
    return decoder.decode(line)
  } catch {
    throw new RangeError('a line is not UTF-8 text')
  }
}
