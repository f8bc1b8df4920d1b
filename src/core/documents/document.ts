import type { Day } from '#core/time/day.ts'

/**
 * Something that is published or sent, as its pieces: a report, the leaflet of the standard, a letter. It is drawn once for
 * each form in which somebody may want it: a page, a PDF in ordinary or large print, Braille, speech, plain text.
 */
export interface Document {
  readonly title: string
  /** Of the text, as BCP 47 has it: `en-GB`, `ar`. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Who publishes it: the landlord’s name. */
  readonly publisher: string
  /** The date printed on it. */
  readonly datedOn?: Day
  /** The edition or version printed on it: “2010-01”, “version 2”. */
  readonly version?: string
  /** Whether a program made it from another document, which is said on it: a translation, say. */
  readonly madeBy?: 'a program'
  /** What else is said of it at its head, in English: that it is out of date, say. */
  readonly notices?: readonly string[]
  readonly blocks: readonly DocumentBlock[]
}

/** A piece of a document. Text is plain: whoever draws it escapes it. */
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  /** Lines stand below each other: an address, a verse of opening hours. */
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered?: true }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: string; readonly value: string }[] }
  | DocumentTable
  | DocumentChart

/** A table: every column has a heading, and the first cell of each row is the heading of its row. */
export interface DocumentTable {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly { readonly title: string; readonly align: 'start' | 'end' }[]
  readonly rows: readonly (readonly string[])[]
}

/** A picture of figures that a table beside it also gives. */
export interface DocumentChart {
  readonly kind: 'chart'
  readonly title: string
  /** What the picture shows, for who does not see it. */
  readonly alternative: string
  /** A whole SVG that needs no style sheet. */
  readonly svg: string
}
