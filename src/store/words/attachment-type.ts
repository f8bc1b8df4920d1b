import { fileTypeFromBuffer } from 'file-type'
import { type Refused, refused } from '#core/refused.ts'
import { looksLike } from './text-type.ts'

/**
 * What may be attached, by content: letters, pictures, recordings and tables. Nothing that a program runs when it is
 * opened: no HTML, no SVG, no macros.
 */
const allowed: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/rtf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/heic',
  'image/heif',
  'image/tiff',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/plain',
  'text/csv',
  'message/rfc822',
  'audio/mpeg',
  'audio/wav',
  'audio/ogg',
  'audio/x-m4a',
  'audio/aac',
  'video/mp4',
  'video/quicktime',
])

/** Every type of file that may be attached. */
export const attachmentTypes: readonly string[] = [...allowed]

export const mostBytes = 10 * 1024 * 1024

/** The type of a file, told by its content and never by its name; or why it cannot be attached. */
export async function typeOfAttachment(content: Uint8Array): Promise<string | Refused> {
  if (content.length === 0) return refused('not valid', 'the file is empty', 'choose another', '/content')
  if (content.length > mostBytes)
    return refused('too large', 'the file is over 10 MB', 'make it smaller, or send it in parts', '/content')
  const type = (await fileTypeFromBuffer(content))?.mime.split(';')[0]
  // XML is told as text: what it is of (a drawing, a page) matters more than that it is XML.
  const told = type === undefined || type.endsWith('xml') ? looksLike(content) : type
  if (allowed.has(told)) return told
  return refused('not valid', `a file of this sort (${told}) cannot be attached`, fixFor(told), '/content')
}

function fixFor(type: string): string {
  if (type === 'application/x-cfb')
    return 'save an older Word or Excel file as .docx, .xlsx or PDF, and an Outlook message as .eml'
  if (type.includes('macroenabled')) return 'save it without macros, as .docx or .xlsx'
  if (type === 'image/svg+xml' || type.startsWith('image/')) return 'save the picture as PNG or JPEG'
  if (type === 'text/html' || type === 'text/xml') return 'save the page as PDF'
  if (type.includes('zip') || type.includes('compressed') || type.includes('tar'))
    return 'attach the files in it one by one'
  return 'attach a PDF, a picture, a recording, a Word or Excel file without macros, or plain text'
}
