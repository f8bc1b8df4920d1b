import { createReadStream, statSync } from 'node:fs'

/** Shows how far a long file has been read, on a terminal; elsewhere it says nothing. */
export interface Progress {
  watch(bytes: AsyncIterable<Uint8Array>, path: string): AsyncIterable<Uint8Array>
  done(): void
}

const chunkBytes = 1 << 16
const barWidth = 30

/** A file’s bytes; `-` is standard input. */
export function openFile(path: string): AsyncIterable<Uint8Array> {
  return path === '-' ? process.stdin : createReadStream(path, { highWaterMark: chunkBytes })
}

/** A bar on standard error while files are read. */
export function progressOf(
  paths: readonly string[],
  terminal: NodeJS.WriteStream = process.stderr,
): Progress {
  const total = paths.reduce((sum, path) => sum + (path === '-' ? 0 : statSync(path).size), 0)
  let read = 0
  let shown = -1
  if (!terminal.isTTY) return { watch: (bytes) => bytes, done: () => {} }
  return {
    async *watch(bytes) {
      for await (const chunk of bytes) {
        read += chunk.length
        // Standard input has no length, and explaining a merged case reads the files again.
        const done = total === 0 ? read / 1_000_000 : Math.min(1, read / total) * 100
        if (Math.floor(done) !== shown)
          terminal.write(`\r${total === 0 ? `reading ${megabytes(read)}` : bar(done, total)}`)
        shown = Math.floor(done)
        yield chunk
      }
    },
    done: () => {
      terminal.write(`\r${' '.repeat(barWidth + 30)}\r`)
    },
  }
}

function bar(percent: number, total: number): string {
  const full = Math.round((barWidth * percent) / 100)
  return `reading ${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${Math.floor(percent)}% of ${megabytes(total)}`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
