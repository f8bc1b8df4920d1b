/** A file that came with a form. Its name and type are what the sender’s browser says of it, no more. */
export interface SentFile {
  /** Of the field. */
  readonly name: string
  readonly filename: string
  readonly bytes: Buffer
  readonly type: string
}
