import type { DocumentInputs } from './document-inputs.ts'

/** What stands on a page that is printed. Everything is data: no word of it is ever read as an instruction. */
export interface PdfInputs {
  readonly letter: LetterInputs
  readonly letters: LettersInputs
  readonly card: CardInputs
  readonly confirmation: ConfirmationInputs
  readonly document: DocumentInputs
}

/** Which page. */
export type PdfTemplate = keyof PdfInputs

/** Whose paper it is. */
export interface Letterhead {
  readonly landlord: string
  /** Where it is, line by line; its telephone number and the like may follow. */
  readonly lines?: readonly string[]
}

export interface LetterInputs {
  readonly head: Letterhead
  /** The subject: heading of the letter and title of the file. */
  readonly subject: string
  /** The address, line by line, as it shows in the window of the envelope. */
  readonly to: readonly string[]
  /** Written out: 20 March 2026. */
  readonly date: string
  readonly reference?: string
  /** Whom to ask for and where to write, beside the address. */
  readonly contact?: readonly string[]
  /** The letter itself, from its greeting to its signature. */
  readonly body: readonly Block[]
  readonly largePrint?: boolean
}

/** Letters that are printed together, each beginning on a page of its own. */
export interface LettersInputs {
  /** The title of the file. */
  readonly title: string
  readonly letters: readonly LetterInputs[]
}

/** A piece of a letter’s text. */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }

/** The card left where nobody was in. */
export interface CardInputs {
  readonly head: Letterhead
  /** To whom, where that is known. */
  readonly to?: string
  readonly calledOn: string
  readonly calledAt?: string
  /** Who came. */
  readonly by: string
  readonly position?: string
  readonly why: string
  /** The number to ring for another time. */
  readonly telephone: string
  /** When somebody answers there. */
  readonly hours?: string
  readonly reference?: string
}

/** What a visitor or customer takes with them: what was agreed. */
export interface ConfirmationInputs {
  readonly head: Letterhead
  readonly title: string
  readonly to?: string
  readonly on: string
  readonly seenBy: string
  readonly position?: string
  readonly telephone?: string
  readonly reference?: string
  /** What was agreed, each as a sentence. */
  readonly agreed: readonly string[]
}
