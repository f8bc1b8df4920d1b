import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Line } from './line.ts'

const bucketCount = 256

/** Held of each bucket before it is written; as bytes, so that a million waiting lines are nothing to the collector. */
const waitingBytes = 65_536

/** Room for a line’s key, its tab and its line end. */
const besideText = 24

/** A character is three bytes at the most, a pair of surrogates four. */
const mostBytesACharacter = 3

/** Buckets on disk: as many files, whatever the number of cases. */
export function bucketFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'))
  const buckets = Array.from({ length: bucketCount }, (_, bucket) => bucketFile(join(folder, String(bucket))))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  // Open files need no names: with these gone at once, nothing is left behind by whoever stops us half-way.
  if (platform() !== 'win32') remove()
  return {
    put: (caseId: string, key: number, text: string) => buckets[bucketOf(caseId)]?.put(key, text),
    *drain(): Iterable<readonly Line[]> {
      for (const bucket of buckets) yield linesIn(bucket.read())
    },
    close() {
      for (const bucket of buckets) bucket.close()
      remove()
    },
  }
}

function bucketFile(path: string) {
  const file = openSync(path, 'w+')
  const waiting = Buffer.allocUnsafeSlow(waitingBytes)
  let length = 0
  const flush = () => {
    writeSync(file, waiting, 0, length)
    length = 0
  }
  return {
    put(key: number, text: string) {
      const most = text.length * mostBytesACharacter + besideText
      if (length + most > waitingBytes) flush()
      if (most > waitingBytes) writeSync(file, `${key}\t${text}\n`)
      else {
        length += waiting.write(`${key}\t`, length, 'latin1')
        length += waiting.write(text, length)
        waiting[length++] = lineFeed
      }
    },
    read() {
      flush()
      const bytes = Buffer.allocUnsafeSlow(fstatSync(file).size)
      for (let read = 0; read < bytes.length; ) read += readSync(file, bytes, read, bytes.length - read, read)
      return bytes.toString()
    },
    close: () => closeSync(file),
  }
}

function linesIn(text: string): readonly Line[] {
  const lines: Line[] = []
  let from = 0
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
    const tab = text.indexOf('\t', from)
    lines.push({ key: Number(text.slice(from, tab)), text: text.slice(tab + 1, end) })
    from = end + 1
  }
  return lines
}

/** FNV-1a: cheap, and even enough for 256 buckets. */
function bucketOf(caseId: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < caseId.length; i++) hash = Math.imul(hash ^ caseId.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % bucketCount
}

const lineFeed = 10
