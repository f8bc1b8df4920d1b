import { readFile } from 'node:fs/promises'
import type { Imported, Importer, ImportSource } from '#core/importer.ts'

/** Bytes cut into chunks of the lengths given, over and over; so that tests can say that borders do not matter. */
export async function* inChunks(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0
  for (let turn = 0; from < bytes.length; turn++) {
    const length = Math.max(1, lengths[turn % lengths.length] ?? bytes.length)
    yield bytes.subarray(from, from + length)
    from += length
  }
}

/** The bytes of a text, whole. */
export async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

/** The bytes of a file, whole. */
export async function* bytesOfFile(file: string | URL): AsyncGenerator<Uint8Array> {
  yield await readFile(file)
}

/** Everything an importer gives for a source. */
export async function allOf(importer: Importer, source: ImportSource): Promise<readonly Imported[]> {
  const all: Imported[] = []
  for await (const batch of importer.read(source)) all.push(...batch)
  return all
}

/** What an importer gives, as the lines of a golden file: the event's own text, or the fault and its line. */
export function asGolden(imported: readonly Imported[]): string {
  return imported.map((one) => `${'fault' in one ? JSON.stringify(one) : one.text}\n`).join('')
}

/** Only the events, read. */
export function eventsIn(imported: readonly Imported[]): readonly ReadEvent[] {
  return imported.filter((one) => !('fault' in one)).map((one) => JSON.parse(one.text) as ReadEvent)
}

/** Only the faults, each with its line. */
export function faultsIn(imported: readonly Imported[]): readonly string[] {
  return imported.flatMap((one) => ('fault' in one ? [`${one.line}: ${one.fault}`] : []))
}

export interface ReadEvent {
  readonly case: string
  readonly kind: string
  readonly type: string
  readonly id?: string
  readonly at: string
  readonly recordedAt?: string
  readonly data: Readonly<Record<string, unknown>>
}
