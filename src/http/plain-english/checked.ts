import type { Advice, Jargon } from '#core/letters/advice.ts'

/** A text, and the house's own list. */
export interface ToCheck {
  readonly text: string
  readonly jargon: readonly Jargon[]
}

/** Something found, and where in the text. */
export interface Found extends Omit<Advice, 'line'> {
  readonly at: number
}
