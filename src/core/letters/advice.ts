/** A word of the house that customers need not know, and what to say instead. */
export interface Jargon {
  readonly word: string
  readonly say: string
}

/** What could be said more plainly, and where. It is advice and never keeps a letter from going. */
export interface Advice {
  readonly about:
    | 'long sentence'
    | 'plainer word'
    | 'jargon'
    | 'passive'
    | 'spelling'
    | 'kinder word'
    | 'slip'
  /** The words it is about, as they stand in the text. */
  readonly quote: string
  /** The line of the text, counted from one. */
  readonly line: number
  /** What to do about it, as a sentence. */
  readonly says: string
}

/** A text as it was found. */
export interface PlainEnglish {
  readonly advice: readonly Advice[]
  /** Of 100 sentences, how many need nothing said about them. Nothing where there is no sentence. */
  readonly score: number | null
  readonly sentences: number
}
