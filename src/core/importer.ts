import type { Refusal } from '#core/refusal.ts'

/**
 * The socket for importers: a source of rows or lines becomes events, as the text of a ledger line each.
 * The ledger's own door (`parseEvent`) judges that text, so an importer need not check the vocabulary.
 */
export interface Importer {
  readonly name: string
  /** One plain sentence for `--help` and the docs. */
  readonly says: string
  /** True where it needs a mapping file (`--mapping`). */
  readonly needsMapping?: true
  /** Reads that file: the mapping that `read` is then handed, or every fault in it. */
  readonly parseMapping?: (text: string, file: string) => unknown
  /** True where a further file may stand beside the first (`--beside`). */
  readonly takesBeside?: true
  /** Gives batches, so that a long file costs no promise a line; lines count from 1. */
  read(source: ImportSource): AsyncIterable<readonly Imported[]>
}

export interface ImportSource {
  /** The file's bytes, in order, in chunks of any size. */
  readonly bytes: AsyncIterable<Uint8Array>
  /** The parsed mapping, where the importer needs one. */
  readonly mapping?: unknown
  /** Further files that belong to the first: the call records beside a queue log. */
  readonly beside?: AsyncIterable<Uint8Array>
  /** What the ledger’s door will say of an event’s text: for a source whose rows are all their events or none. */
  readonly refusalOf?: (text: string) => Refusal | undefined
  /** To be told the line that names the columns, without which rejected rows could not be read again. */
  readonly onHeading?: (text: string) => void
}

export type Imported = ImportedEvent | ImportFault

export interface ImportedEvent {
  readonly line: number
  /** One event as JSON, in the shape of a ledger line. */
  readonly text: string
}

/** A row that could not be read: listed with its reason, and its text kept for `--rejects`. */
export interface ImportFault {
  readonly line: number
  readonly text: string
  readonly fault: string
}
