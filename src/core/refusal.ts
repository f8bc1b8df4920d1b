/**
 * A refusal is an answer, not an accident: plain English for the person who can put it right.
 * Exceptions are kept for our own mistakes.
 */
export interface Refusal {
  /** What is wrong, as a sentence without a full stop. */
  readonly refusal: string
  /** What to write instead, where we can tell. */
  readonly fix?: string
}

/** Makes a refusal; `fix` is left out when there is nothing helpful to say. */
export function refuse(refusal: string, fix?: string): Refusal {
  return fix === undefined ? { refusal } : { refusal, fix }
}

/** A refusal as one line: what is wrong, and what to write instead. */
export function inWords({ refusal, fix }: Refusal): string {
  return fix === undefined ? refusal : `${refusal}; ${fix}`
}

/** Tells a refusal from a result. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refusal' in value
}
