import type { Instant } from '#core/time/instant.ts'

/** Something stored that is not what it should be, with its place. */
export interface Difference {
  /** In plain words, with what is stored and what was worked out. */
  readonly says: string
  readonly case?: string
  readonly sequence?: number
  readonly promise?: string
  /** Which of a promise’s clocks in the case. */
  readonly n?: number
  readonly column?: string
  readonly stored?: string
  readonly workedOut?: string
  readonly day?: string
}

/** What checking a landlord’s ledger came to. */
export interface Verified {
  readonly at: Instant
  readonly cases: number
  readonly events: number
  readonly clocks: number
  /** Days that have a root. */
  readonly days: number
  readonly differences: number
  /** The first thousand of them. */
  readonly listed: readonly Difference[]
}

/** How far checking has come. */
export type VerifiedSoFar = Pick<Verified, 'cases' | 'events' | 'clocks' | 'differences'>

/** Gathers differences: all are counted, so many are held. */
export interface Differences {
  add(difference: Difference): void
  readonly count: () => number
  readonly listed: () => readonly Difference[]
}

const mostListed = 1_000

/** None so far. */
export function noDifferences(): Differences {
  const listed: Difference[] = []
  let count = 0
  return {
    add(difference) {
      count += 1
      if (listed.length < mostListed) listed.push(difference)
    },
    count: () => count,
    listed: () => listed,
  }
}

/** A value of a column in words: as JSON, with nothing for what is not there. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
