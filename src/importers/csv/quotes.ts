/** Where a record stands at the end of a line. */
export type AfterLine = 'whole' | 'open' | 'broken'

/**
 * Whether the record ends with this line or goes on in a quoted field, read from where the line before left it.
 * Only this is found out here; what the fields are is csv-parse's to say. A line that is broken ends its record.
 */
export function afterLine(text: string, isOpen: boolean, delimiter: string): AfterLine {
  let end = isOpen ? closingQuote(text, 0) : fieldEnd(text, 0, delimiter)
  while (end !== notClosed && end < text.length) {
    if (text[end] !== delimiter) return 'broken'
    end = fieldEnd(text, end + 1, delimiter)
  }
  return end === notClosed ? 'open' : 'whole'
}

const notClosed = -1

/** The place after a field: of the delimiter, or the end of the line. */
function fieldEnd(text: string, from: number, delimiter: string): number {
  if (text[from] === '"') return closingQuote(text, from + 1)
  const end = text.indexOf(delimiter, from)
  return end === -1 ? text.length : end
}

/** The place after the quote that closes a field; two quotes together stand for one. */
function closingQuote(text: string, from: number): number {
  for (let place = text.indexOf('"', from); place !== -1; place = text.indexOf('"', place + 2)) {
    if (text[place + 1] !== '"') return place + 1
  }
  return notClosed
}
