import type { Document } from '#core/documents/document.ts'
import type { Refused } from '#core/refused.ts'
import type { Colours } from './colours.ts'
import { documentBraille } from './document-braille.ts'
import { documentPdf } from './document-pdf.ts'
import { documentSpeech } from './document-speech.ts'
import { documentText } from './document-text.ts'
import { largePrintSizes } from './colours.ts'

/** A form in which any published page or letter can be had. */
export interface Format {
  readonly name: 'pdf' | 'large-print' | 'text' | 'braille' | 'audio'
  /** What a link or button says: “Large print (PDF)”. */
  readonly says: string
  /** Of the file, and of the address where it is had: `report.brf`. Large print is `large-print.pdf`. */
  readonly extension: string
  readonly type: string
  make(document: Document, choices?: FormatChoices): Promise<Uint8Array | Refused>
}

/** What whoever asks may choose. */
export interface FormatChoices {
  /** Of large print: 16 to 28. */
  readonly pointSize?: number
  readonly colours?: Colours
  /** Of Braille: how many cells are in a line, and lines on a page. */
  readonly cells?: number
  readonly lines?: number
}

/** Every form, in the order in which they are offered. */
export const formats: readonly Format[] = [
  {
    name: 'pdf',
    says: 'PDF',
    extension: 'pdf',
    type: 'application/pdf',
    make: (document) => documentPdf(document),
  },
  {
    name: 'large-print',
    says: 'Large print (PDF)',
    extension: 'large-print.pdf',
    type: 'application/pdf',
    make: (document, { pointSize = largePrintSizes.usual, colours = 'black on white' } = {}) =>
      documentPdf(document, { pointSize, colours }),
  },
  {
    name: 'text',
    says: 'Plain text',
    extension: 'txt',
    type: 'text/plain; charset=utf-8',
    make: async (document) => new TextEncoder().encode(documentText(document)),
  },
  {
    name: 'braille',
    says: 'Braille (BRF)',
    extension: 'brf',
    type: 'application/x-brf',
    make: (document) => documentBraille(document),
  },
  {
    name: 'audio',
    says: 'Audio (Ogg)',
    extension: 'ogg',
    type: 'audio/ogg',
    make: (document) => documentSpeech(document),
  },
]
