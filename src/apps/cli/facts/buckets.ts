import { bucketFiles } from './bucket-files.ts'
import type { Line } from './line.ts'

export type { Line } from './line.ts'

/** Lines told apart by case, so that all of a case is together though its file held it in any order. */
export interface Buckets {
  /** Puts a line into the bucket of its case. */
  put(caseId: string, key: number, text: string): void
  /** Gives each bucket’s lines in turn, in the order they were put. */
  drain(): Iterable<readonly Line[]>
  /** Removes what is on disk. */
  close(): void
}

/** Up to here everything stays in memory; beyond, buckets go to disk and memory stays flat (decision 005). */
const mostCharactersInMemory = 32_000_000

/** Empty buckets: in memory until there is too much, on disk from then on. */
export function openBuckets(): Buckets {
  const held: (Line & { readonly caseId: string })[] = []
  let characters = 0
  let disk: Buckets | undefined
  const spill = () => {
    disk = bucketFiles()
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
