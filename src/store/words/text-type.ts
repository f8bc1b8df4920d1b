/** What a file without a signature of its own is: text of some sort, or bytes that nobody can tell. */
export function looksLike(content: Uint8Array): string {
  const text = textOf(content)
  if (text === undefined) return 'application/octet-stream'
  const beginning = text.slice(0, mostLooked).trimStart().toLowerCase()
  if (beginning.startsWith('#!')) return 'text/x-script'
  if (beginning.startsWith('<')) return markupOf(beginning)
  if (isMessage(text)) return 'message/rfc822'
  return isTable(text) ? 'text/csv' : 'text/plain'
}

const mostLooked = 4_096

/** As UTF-8, or in Windows' own letters; none where it holds what no text holds. */
function textOf(content: Uint8Array): string | undefined {
  const text = decoded(content)
  return /\p{Cc}/u.test(text.replaceAll(/[\t\n\v\f\r]/g, '')) ? undefined : text
}

function decoded(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}

function markupOf(beginning: string): string {
  if (/<svg[\s>]/.test(beginning)) return 'image/svg+xml'
  if (/<(?:!doctype html|html|head|body|script|iframe|table|div|p|a|img|style|meta)[\s>]/.test(beginning))
    return 'text/html'
  return beginning.startsWith('<?xml') || /^<[a-z!]/.test(beginning) ? 'text/xml' : 'text/plain'
}

/** An e-mail as saved: its head begins with lines of these names, and a sender is among them. */
function isMessage(text: string): boolean {
  const head = text.slice(0, mostLooked * 4).split(/\r?\n\r?\n/, 1)[0] ?? ''
  const first =
    /^(?:received|return-path|delivered-to|from|date|to|subject|mime-version|message-id|x-[\w-]+):/i
  return (
    first.test(head) && /^from:/im.test(head) && /^(?:date|message-id|mime-version|received):/im.test(head)
  )
}

/** Rows that hold the same number of commas, semicolons or tabs, two at least. */
function isTable(text: string): boolean {
  const lines = text
    .slice(0, mostLooked)
    .split(/\r?\n/)
    .filter((line) => line !== '')
  const whole = text.length > mostLooked ? lines.slice(0, -1) : lines
  if (whole.length < 2) return false
  return [',', ';', '\t'].some((separator) => {
    const counts = whole.map((line) => line.replaceAll(/"[^"]*"/g, '').split(separator).length)
    return (counts[0] ?? 0) > 1 && counts.every((count) => count === counts[0])
  })
}
