/** A row of the facts as text, with its place among all the files. */
export interface Line {
  readonly key: number
  readonly text: string
}
