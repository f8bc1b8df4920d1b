import type { ResponseRow } from '#store/surveys/results.ts'

/**
 * Answers as a file for a spreadsheet, a line an answer. Responses are numbered in the order of their random ids, so that what was
 * answered together can be told, and nothing else of who answered or when.
 */
export function answersFile(rows: readonly ResponseRow[]): string {
  const numbers = new Map<string, number>()
  const lines = rows.map(({ responseId, edition, question, answer }) => {
    const number = numbers.get(responseId) ?? numbers.size + 1
    numbers.set(responseId, number)
    return [String(number), edition === null ? '' : String(edition), question, answer]
  })
  return [['response', 'edition', 'question', 'answer'], ...lines]
    .map((cells) => `${cells.map(cellOf).join(',')}\r\n`)
    .join('')
}

/** A spreadsheet would take what begins as a formula does for one, unless something stands before it. */
function cellOf(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
