/** A postcode as it is written, `LA9 4AA`; undefined where it is none. */
export function normalPostcode(text: string): string | undefined {
  const letters = text.replaceAll(/\s/g, '').toUpperCase()
  const written = /^([A-Z]{1,2}\d[A-Z\d]?|GIR)(\d[A-Z]{2})$/.exec(letters)
  return written === null ? undefined : `${written[1]} ${written[2]}`
}
