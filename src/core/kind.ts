import type { Channel } from '#core/channel.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import type { Permission } from '#core/people/permission.ts'
import type { Refusal } from '#core/refusal.ts'

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
  /** What somebody must be allowed to do to record its events; to record in cases where it is not said. */
  readonly permission?: Permission
  /** Acts of other kinds that its cases take as well: a repair is kept by appointment. */
  readonly with?: readonly string[]
  /** How its cases always come, whatever an event says: a call by telephone. Without it, what begins a case says how it came. */
  readonly comesBy?: Channel
  /**
   * Fields that any event may carry, whatever its kind. Only the definition of what belongs to any case has
   * them; it is no kind that an event may name. An event's own field of the same name comes first: the `by`
   * of a commitment is a date.
   */
  readonly everyEvent?: Readonly<Record<string, FieldDefinition>>
  /** Event type, past tense and kebab-case, to its definition. */
  readonly events: Readonly<Record<string, EventDefinition>>
}

export interface EventDefinition {
  /** One plain sentence for the glossary. */
  readonly says: string
  /** The same as customers are told it, where their promises are explained: “you rang us”. */
  readonly plainly?: PlainWords
  readonly fields?: Readonly<Record<string, FieldDefinition>>
  /**
   * True where the event changes a field of the case, so that clocks already running are read again
   * (reading 11: urgency is decided by staff and may change later).
   */
  readonly rereads?: true
  /** True where nothing more is to be done in the case afterwards, once no clock of it is open. */
  readonly closes?: true
  /** What the button says that does it, such as “Acknowledge”. Without it staff are offered no form: a machine tells it, or a page of its own. */
  readonly act?: string
  /** True where a case of its kind may begin with it. */
  readonly opens?: true
  /** Staff may do it only after one of these. */
  readonly follows?: readonly string[]
  /** Staff may not do it once the latest of these is later than the latest of what it follows. */
  readonly notAfter?: readonly string[]
  /** True where it happens once in a case. */
  readonly once?: true
  /** Why staff may not do it as told, where that cannot be said as data; `told` are the case’s events before it. */
  readonly refuses?: (told: readonly CaseEvent[], event: CaseEvent) => Refusal | undefined
  /**
   * True where it says what somebody found, rather than what was done: “the arrangement is not in place” is an honest
   * answer. Promises measure it and refuse nothing.
   */
  readonly observed?: true
  /** What somebody must be allowed to do to record it, where that is not what its kind says. */
  readonly permission?: Permission
  /** True where a contractor may do it in a job of their own. */
  readonly contractor?: true
  /** What its form asks to be written down; the words go to the drawer. */
  readonly asksFor?: WordsAskedFor
}

/** How an event is told to customers. */
export interface PlainWords {
  /** In the past tense, as it follows “when”: “you got in touch”. Where “…” stands, it may say how it was sent. */
  readonly says: string
  /** What follows it where a promise asks for a field to be so: `{private: {yes: 'to talk in private'}}`; nothing where it is said already. */
  readonly when?: PlainTests
  /** What a promise leaves out that asks for a field to be so: `{answerNeeded: {'not no': 'what needed no answer'}}`. */
  readonly without?: PlainTests
  /** What has to be on record in a field that a promise asks for: `{by: 'who saw you'}`. */
  readonly record?: Readonly<Record<string, string>>
}

/** Of a field, of a test in words: what customers are told of it. */
export type PlainTests = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface WordsAskedFor {
  readonly kind: 'note' | 'message'
  /** The label of the box. */
  readonly label: string
  /** True where the act means nothing without them. */
  readonly required?: true
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
  /** How a form asks for it: “Who looks into it?”. A field without a label is on no form. */
  readonly label?: string
  /** What an id names, so that a form can offer them. */
  readonly of?: 'staff' | 'team' | 'contractor' | 'case' | 'promise' | 'office' | 'room' | 'home'
  /** Codes that a form offers; others may be typed. */
  readonly suggests?: readonly string[]
}

export type FieldType =
  | 'one of'
  | 'code'
  /** A code, or only `true` where the fact is known and no more: "the card gave the purpose". */
  | 'code or yes'
  /** A survey's answer: a word or a mark on its scale. */
  | 'code or number'
  | 'id'
  /** One id, or a list of them. */
  | 'ids'
  | 'yes or no'
  | 'whole number'
  | 'number'
  | 'date'
  | 'instant'
  | 'date or instant'
  /** `{"XXX-01": "reason-code"}`: why an act was done otherwise than a promise says. */
  | 'reasons by promise'
  /** Fields and their values, of a correction. */
  | 'fields'
