import type { Language } from './language.ts'
import type { Reader } from './shape/reader.ts'

/** What each of the seven measures says of itself: its shape, its meaning and its explanation. */
export interface Measure<Name extends string, Clauses> {
  readonly name: Name
  /** One plain sentence for the reference page. */
  readonly says: string
  /** How the figure comes about, a paragraph for the reference page. */
  readonly meaning: string
  /** A promise in YAML that parses; the reference page shows it and a test holds it. */
  readonly example: string
  /** The shape of its clauses: parser, JSON Schema and reference page follow from it. */
  clauses(language: Language): Reader<Clauses>
  /** The figure’s formula in plain words, for this promise. */
  formula(clauses: Clauses): string
}
