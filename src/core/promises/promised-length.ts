import type { Length } from '#core/time/length.ts'

/** A length with the words it was promised in. */
export interface PromisedLength {
  readonly words: string
  readonly length: Length
}
