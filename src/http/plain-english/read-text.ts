/**
 * A text as it is read for plain English: of the same length, so that places stay the same. The address block and the
 * signature are nobody’s sentences, so they are blanked; the items of a list stand apart; words with a capital, a digit
 * or an @ (names, references, addresses) are looked at by none but the rules for whole sentences.
 */
export function readText(text: string): string {
  const lines = text.replaceAll('\r\n', ' \n').split('\n')
  const from = lines.findIndex((line) => greeting.test(line)) + 1
  const last = lines.findIndex((line, at) => at >= from && ending.test(line))
  const to = last === -1 ? lines.length : last
  return lines.map((line, at) => (at < from || at >= to ? blank(line) : apart(line))).join('\n')
}

const greeting = /^\s*(dear|hello|good (morning|afternoon|day))\b/i
const ending = /^\s*(yours (sincerely|faithfully|truly)|(kind|best|warm) regards|regards|with best wishes)\b/i

function blank(line: string): string {
  return ' '.repeat(line.length)
}

/** A line that is an item of a list, a heading or a label ends there: a full stop where its last blank or mark was. */
function apart(line: string): string {
  return line.replace(/^(\s*)([-*•#]+ |\d+[.)] )/, (mark) => ' '.repeat(mark.length))
}
