/** A story a service manager can read: events in, clocks and figures out, and one sentence of why. */
export interface Scenario {
  readonly file: string
  readonly line: number
  readonly scenario: string
  readonly why: string
  /** The promises it shows. */
  readonly shows: readonly string[]
  /** The numbered traps it shows, if any. */
  readonly traps: readonly number[]
  readonly asOf: string
  /** Clauses laid over a promise, or over the head of the pack, for this story only. */
  readonly variation: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Days that are bank holidays beside those of the feed. */
  readonly bankHolidays: Readonly<Record<string, string>>
  readonly closures: readonly { readonly from: string; readonly to: string; readonly why: string }[]
  readonly events: Readonly<Record<string, readonly StoryEvent[]>>
  readonly clocks: Readonly<Record<string, readonly ExpectedClock[]>>
  readonly figures: Readonly<Record<string, ExpectedFigure | readonly ExpectedFigure[]>>
  /** Every entitlement that is found; not compared where it is not stated. */
  readonly entitlements: readonly ExpectedEntitlement[] | undefined
}

/** By which promise, in which case. */
export interface ExpectedEntitlement {
  readonly promise: string
  readonly case: string
}

/** `{contact-received: 2026-03-07T10:00, channel: letter}`: the type and its time first, then its fields. */
export interface StoryEvent {
  readonly type: string
  readonly at: string
  readonly recorded: string | undefined
  readonly id: string | undefined
  readonly data: Readonly<Record<string, unknown>>
}

/** What a clock must be; what is not stated is not compared. */
export type ExpectedClock = Readonly<
  Partial<Record<'case' | 'outcome' | 'started' | 'due' | 'stopped' | 'void' | 'decided', string>>
>

/** What a figure must be, for the whole or for a period. */
export type ExpectedFigure = Readonly<Partial<Record<string, string | number | null>>>
