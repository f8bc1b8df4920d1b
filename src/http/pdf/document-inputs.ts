/** Text as it is set: plain, or in pieces where it runs from right to left and holds numbers and names that do not. */
export type PdfText = string | readonly { readonly text: string; readonly isLeftToRight: boolean }[]

/** What `document.typ` draws. */
export interface DocumentInputs {
  readonly title: string
  readonly titleText: PdfText
  /** ISO 639, without the country. */
  readonly language: string
  readonly region?: string
  readonly direction: 'ltr' | 'rtl'
  readonly publisher: string
  readonly head: readonly PdfText[]
  /** Said at its head, in English: that a program made it, that it is out of date. */
  readonly notices: readonly string[]
  readonly large: boolean
  /** Of ordinary text, in points. */
  readonly size: number
  readonly ink: string
  readonly paper: string
  readonly blocks: readonly PdfBlock[]
}

export interface PdfFact {
  readonly name: PdfText
  readonly value: PdfText
}

export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: PdfText }
  | { readonly kind: 'paragraph'; readonly lines: readonly PdfText[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly PdfText[] }
  | { readonly kind: 'facts'; readonly facts: readonly PdfFact[] }
  | {
      readonly kind: 'table'
      readonly caption: PdfText
      readonly columns: readonly { readonly title: PdfText; readonly align: 'start' | 'end' }[]
      readonly rows: readonly (readonly PdfText[])[]
    }
  /** A table whose columns do not fit beside each other. */
  | {
      readonly kind: 'rows'
      readonly caption: PdfText
      readonly rows: readonly { readonly about: PdfText; readonly facts: readonly PdfFact[] }[]
    }
  | {
      readonly kind: 'chart'
      readonly title: string
      readonly alternative: string
      readonly svg: string
    }
