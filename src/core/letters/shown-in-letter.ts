/** Who writes, as far as the staff list knows. */
export interface Writer {
  readonly name: string
  readonly position?: string | undefined
  readonly directDial?: string | undefined
  readonly email?: string | undefined
  /** Where answers are to be sent to, line by line. */
  readonly address?: string | undefined
}

/** What a letter shows of its writer, as the facts of the act say it. */
export interface ShownInLetter {
  readonly name?: true
  readonly position?: true
  readonly telephone?: true
  readonly email?: true
  readonly address?: true
}

/**
 * What the letter really shows, found in its text and not in its template: whoever writes may have taken it out, and the
 * promise is about what the customer reads.
 */
export function shownInLetter(text: string, writer: Writer): ShownInLetter {
  const plain = asRead(text)
  const digits = text.replaceAll(/[^\d]/g, '')
  const has = (value: string | undefined) =>
    value !== undefined && value.trim() !== '' && plain.includes(asRead(value))
  const number = (writer.directDial ?? '').replaceAll(/[^\d]/g, '').replace(/^44(?=\d{10}$)/, '0')
  return {
    ...(has(writer.name) && { name: true }),
    ...(has(writer.position) && { position: true }),
    ...(number.length >= 3 && digits.includes(number) && { telephone: true }),
    ...(has(writer.email) && { email: true }),
    ...(has(writer.address) && { address: true }),
  }
}

/** Line ends, commas and capitals make no difference to whoever reads an address. */
function asRead(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s,]+/g, ' ')
    .trim()
}
