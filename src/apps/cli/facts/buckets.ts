import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Lines told apart by case, so that all of a case is together though its file held it in any order. */
export interface Buckets {
  /** Puts a line into the bucket of its case. */
  put(caseId: string, key: number, text: string): void
  /** Gives each bucket’s lines in turn, in the order they were put. */
  drain(): Iterable<readonly Line[]>
  /** Removes what is on disk. */
  close(): void
}

export interface Line {
  readonly key: number
  readonly text: string
}

/** Up to here everything stays in memory; beyond, buckets go to disk and memory stays flat (decision 005). */
const mostCharactersInMemory = 32_000_000
const bucketCount = 256
const flushAtCharacters = 32_000

/** Empty buckets: in memory until there is too much, on disk from then on. */
export function openBuckets(): Buckets {
  const held: (Line & { readonly caseId: string })[] = []
  let characters = 0
  let disk: Buckets | undefined
  const spill = () => {
    disk = bucketsOnDisk()
    for (const { caseId, key, text } of held) disk.put(caseId, key, text)
    held.length = 0
  }
  return {
    put(caseId, key, text) {
      if (disk !== undefined) return disk.put(caseId, key, text)
      held.push({ caseId, key, text })
      characters += text.length
      if (characters > mostCharactersInMemory) spill()
      return undefined
    },
    drain: () => disk?.drain() ?? [held],
    close: () => disk?.close(),
  }
}

function bucketsOnDisk(): Buckets {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'))
  const files = Array.from({ length: bucketCount }, (_, bucket) =>
    openSync(join(folder, String(bucket)), 'w+'),
  )
  const waiting = files.map(() => '')
  const flush = (bucket: number) => {
    writeSync(files[bucket] as number, waiting[bucket] ?? '')
    waiting[bucket] = ''
  }
  return {
    put(caseId, key, text) {
      const bucket = bucketOf(caseId)
      waiting[bucket] += `${key}\t${text}\n`
      if ((waiting[bucket]?.length ?? 0) > flushAtCharacters) flush(bucket)
    },
    *drain() {
      for (const bucket of files.keys()) {
        flush(bucket)
        yield linesIn(readFileSync(join(folder, String(bucket)), 'utf8'))
      }
    },
    close() {
      for (const file of files) closeSync(file)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function linesIn(text: string): readonly Line[] {
  return text.split('\n').flatMap((line) => {
    const tab = line.indexOf('\t')
    return tab < 0 ? [] : [{ key: Number(line.slice(0, tab)), text: line.slice(tab + 1) }]
  })
}

/** FNV-1a: cheap, and even enough for 256 buckets. */
function bucketOf(caseId: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < caseId.length; i++) hash = Math.imul(hash ^ caseId.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % bucketCount
}
