import type { ComplaintTold } from './complaint-told.ts'

/** What came up again and again, and how it compares with the span before. */
export interface Theme {
  readonly about: string
  readonly received: number
  /** Found for the complainant, wholly or in part. */
  readonly found: number
  readonly decided: number
  readonly escalated: number
  /** Received in the span before, which is as long; not given where nothing is known of so long ago. */
  readonly before: number | undefined
  readonly change: Change
  readonly causes: readonly Counted[]
  readonly lessons: readonly Counted[]
}

export interface Counted {
  readonly code: string
  readonly count: number
}

/** Only a difference that chance does not make every other month is called one. */
export type Change = 'more than chance explains' | 'fewer than chance explains' | 'within chance'

/** The themes of the complaints of a span, the most frequent first; without the span before, nothing is compared. */
export function themesOf(
  complaints: readonly ComplaintTold[],
  before: readonly ComplaintTold[] | undefined,
): readonly Theme[] {
  const now = Map.groupBy(complaints, ({ about }) => about)
  const earlier = Map.groupBy(before ?? [], ({ about }) => about)
  const beforeOf = (about: string) => (before === undefined ? undefined : (earlier.get(about)?.length ?? 0))
  return [...new Set([...now.keys(), ...earlier.keys()])]
    .map((about) => themeOf(about, now.get(about) ?? [], beforeOf(about)))
    .toSorted(
      (a, b) => b.received - a.received || (b.before ?? 0) - (a.before ?? 0) || (a.about < b.about ? -1 : 1),
    )
}

function themeOf(about: string, complaints: readonly ComplaintTold[], before: number | undefined): Theme {
  const many = (outcome: ComplaintTold['outcome']) =>
    complaints.filter((complaint) => complaint.outcome === outcome).length
  return {
    about,
    received: complaints.length,
    found: many('upheld') + many('partly'),
    decided: complaints.length - many('undecided'),
    escalated: complaints.filter(({ escalations }) => escalations > 0).length,
    before,
    change: before === undefined ? 'within chance' : changeOf(complaints.length, before),
    causes: counted(complaints.flatMap(({ causes }) => causes)),
    lessons: counted(complaints.flatMap(({ lessons }) => lessons)),
  }
}

/**
 * Two counts of equal spans differ by more than chance where their difference passes twice the root of their sum: so much
 * or more comes of chance alone about once in twenty. Below ten together nothing is said.
 */
export function changeOf(now: number, before: number): Change {
  if (now + before < fewestToCompare || Math.abs(now - before) <= 2 * Math.sqrt(now + before))
    return 'within chance'
  return now > before ? 'more than chance explains' : 'fewer than chance explains'
}

const fewestToCompare = 10

/** Codes with how often each came, the most frequent first. */
function counted(codes: readonly string[]): readonly Counted[] {
  return [...Map.groupBy(codes, (code) => code)]
    .map(([code, all]) => ({ code, count: all.length }))
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}
