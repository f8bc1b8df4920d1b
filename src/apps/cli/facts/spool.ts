import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Bytes put by on disk, to be read again piece by piece. */
export interface Spool {
  /** Puts the first so many bytes by. */
  append(bytes: Uint8Array, length: number): Piece
  /** The bytes of pieces, one after the other. */
  read(pieces: readonly Piece[]): Buffer
  close(): void
}

interface Piece {
  readonly from: number
  readonly length: number
}

/** An empty spool: one file among the system’s temporary files. */
export function openSpool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'))
  const file = openSync(join(folder, 'lines'), 'w+')
  const remove = () => rmSync(folder, { recursive: true, force: true })
  // An open file needs no name: with that gone at once, nothing is left behind by whoever stops us half-way.
  if (platform() !== 'win32') remove()
  let end = 0
  return {
    append(bytes, length) {
      const from = end
      for (let at = 0; at < length; ) at += writeSync(file, bytes, at, length - at, from + at)
      end += length
      return { from, length }
    },
    read(pieces) {
      const whole = Buffer.allocUnsafeSlow(pieces.reduce((sum, { length }) => sum + length, 0))
      let at = 0
      for (const piece of pieces) {
        readPiece(file, piece, whole, at)
        at += piece.length
      }
      return whole
    },
    close() {
      closeSync(file)
      remove()
    },
  }
}

function readPiece(file: number, { from, length }: Piece, into: Buffer, at: number): void {
  for (let read = 0; read < length; ) {
    const more = readSync(file, into, at + read, length - read, from + read)
    if (more === 0) throw new Error('what was put by on disk is not there any more')
    read += more
  }
}
