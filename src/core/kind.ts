/**
 * The socket for kinds: what a kind of case (or a record that is not a case, such as an observation)
 * says of itself. Kinds are data for the core: it is handed them and never imports them.
 */
export interface KindDefinition {
  /** The word used in an event's `kind`, such as `antisocial-behaviour`. */
  readonly kind: string
  /** One plain sentence for the glossary. */
  readonly says: string
  /** True for what is recorded beside cases: observations, survey answers, returns, evidence, publications. */
  readonly notACase?: true
  /** Event type, past tense and kebab-case, to its definition. */
  readonly events: Readonly<Record<string, EventDefinition>>
}

export interface EventDefinition {
  /** One plain sentence for the glossary. */
  readonly says: string
  readonly fields?: Readonly<Record<string, FieldDefinition>>
  /**
   * True where the event changes a field of the case, so that clocks already running are read again
   * (readings.md 11: urgency is decided by staff and may change later).
   */
  readonly rereads?: true
}

export interface FieldDefinition {
  readonly says: string
  readonly type: FieldType
  /** The allowed words, for `one of`. */
  readonly oneOf?: readonly string[]
  /**
   * `to record`: the event means nothing without it; a row that lacks it is a fault.
   * `by a promise`: forms ask for it, and a `rule` counts the acts that lack it; an imported row may.
   */
  readonly required?: 'to record' | 'by a promise'
}

export type FieldType =
  | 'one of'
  | 'code'
  | 'id'
  | 'yes or no'
  | 'whole number'
  | 'number'
  | 'date'
  | 'instant'
  | 'date or instant'
