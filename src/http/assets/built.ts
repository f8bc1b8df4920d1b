/** What pages load beside themselves, as it was built: one file, so that nobody ever reads one half new and one half old. */
export interface Built {
  /** Of what it was made from. */
  readonly inputs: string
  readonly style: BuiltFile
  readonly script: BuiltFile
}

export interface BuiltFile {
  /** Carries the digest of the text, so that browsers may keep it for ever: `kept-0123456789abcdef.css`. */
  readonly name: string
  readonly text: string
  /** The same pressed by brotli, in base64. */
  readonly pressed: string
}
