import type { Line } from './line.ts'
import { openSpool, type Spool } from './spool.ts'

/** So many that even of a file of millions a bucket is small, and its events are soon done with. */
const bucketCount = 1024

/** Held of each bucket before it is written; as bytes, so that a million waiting lines are nothing to the collector. */
const waitingBytes = 16_384

/** Room for a line’s key, its tab and its line end. */
const besideText = 24

/** A character is three bytes at the most, a pair of surrogates four. */
const mostBytesACharacter = 3

/** Buckets on disk, in pieces of one file, whatever the number of cases. */
export function bucketFiles() {
  const spool = openSpool()
  const buckets = Array.from({ length: bucketCount }, () => bucketIn(spool))
  return {
    put: (caseId: string, key: number, text: string) => buckets[bucketOf(caseId)]?.put(key, text),
    *drain(): Iterable<readonly Line[]> {
      for (const bucket of buckets) yield linesIn(bucket.read())
    },
    close: spool.close,
  }
}

function bucketIn(spool: Spool) {
  const waiting = Buffer.allocUnsafeSlow(waitingBytes)
  const pieces: ReturnType<Spool['append']>[] = []
  let length = 0
  const flush = () => {
    if (length > 0) pieces.push(spool.append(waiting, length))
    length = 0
  }
  return {
    put(key: number, text: string) {
      const most = text.length * mostBytesACharacter + besideText
      if (length + most > waitingBytes) flush()
      if (most > waitingBytes) {
        const line = Buffer.from(`${key}\t${text}\n`)
        pieces.push(spool.append(line, line.length))
      } else {
        length += waiting.write(`${key}\t`, length, 'latin1')
        length += waiting.write(text, length)
        waiting[length++] = lineFeed
      }
    },
    read() {
      flush()
      return spool.read(pieces).toString()
    },
  }
}

function linesIn(text: string): readonly Line[] {
  const lines: Line[] = []
  let from = 0
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
    const tab = text.indexOf('\t', from)
    lines.push({ key: digitsOf(text, from, tab), text: text.slice(tab + 1, end) })
    from = end + 1
  }
  return lines
}

/** A key is a whole number, so its digits are read without making a text of them. */
function digitsOf(text: string, from: number, to: number): number {
  let value = 0
  for (let place = from; place < to; place++) value = value * 10 + text.charCodeAt(place) - digitNought
  return value
}

/** FNV-1a: cheap, and even enough for so many buckets. */
function bucketOf(caseId: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < caseId.length; i++) hash = Math.imul(hash ^ caseId.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % bucketCount
}

const lineFeed = 10
const digitNought = 48
