import type { Mail } from '#store/jobs/hand-over.ts'

/** A mail as it goes over the wire: plain text in base64, so that no letter and no long line is lost (RFC 5322, 2045). */
export function messageText({ messageId, to, subject, text, madeAt }: Mail): string {
  const headers = [
    `Message-ID: <${messageId}>`,
    `Date: ${new Date(madeAt).toUTCString().replace('GMT', '+0000')}`,
    'From: Kept <kept@localhost>',
    `To: ${oneLine(to)}`,
    ...subjectLines(oneLine(subject)),
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]
  const body = Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\r\n')
  return `${headers.join('\r\n')}\r\n\r\n${body}\r\n`
}

/** A line break in a header would begin another header, of the writer’s choice. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\0]+/g, ' ')
}

/** Letters beyond ASCII are written as encoded words, none longer than the 75 characters that may stand in one. */
function subjectLines(subject: string): readonly string[] {
  if (/^[\x20-\x7e]*$/.test(subject)) return [`Subject: ${subject}`]
  const letters = Array.from(subject)
  const pieces = Array.from({ length: Math.ceil(letters.length / 10) }, (_, piece) =>
    letters.slice(piece * 10, piece * 10 + 10).join(''),
  )
  const words = pieces.map((piece) => `=?utf-8?B?${Buffer.from(piece).toString('base64')}?=`)
  return [`Subject: ${words.join('\r\n ')}`]
}
