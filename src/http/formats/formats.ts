import type { Document } from '#core/documents/document.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type Colours, largePrintSizes } from './colours.ts'
import { brailleTable } from './braille-tables.ts'
import { documentBraille } from './document-braille.ts'
import { documentPdf } from './document-pdf.ts'
import { documentSpeech } from './document-speech.ts'
import { documentText } from './document-text.ts'
import { missingOf, type Program } from './programs.ts'
import { voiceFor } from './voices.ts'

/** A form in which any published page or letter can be had. */
export interface Format {
  readonly name: 'pdf' | 'large-print' | 'text' | 'braille' | 'audio' | 'audio-mp3'
  /** What a link or button says: “Large print (PDF)”. */
  readonly says: string
  /** Of the file, and of the address where it is had: `report.brf`. Large print is `large-print.pdf`. */
  readonly extension: string
  readonly type: FormatType
  /** The programs of the machine that make it. */
  readonly programs: readonly Program[]
  /** Why it cannot be made of a text in a language, where it cannot. */
  refuses?(language: string): Refused | undefined
  make(document: Document, choices?: FormatChoices): Promise<Uint8Array | Refused>
}

export type FormatType =
  | 'application/pdf'
  | 'text/plain; charset=utf-8'
  | 'application/x-brf'
  | 'audio/ogg'
  | 'audio/mpeg'

/** What whoever asks may choose. */
export interface FormatChoices {
  /** Of large print: 16 to 28. */
  readonly pointSize?: number
  readonly colours?: Colours
  /** Of Braille: how many cells are in a line, and lines on a page. */
  readonly cells?: number
  readonly lines?: number
  /** Of audio: nothing of what it says stands in the names inside the file. */
  readonly isPrivate?: boolean
  /** Of audio: nobody waits for it. */
  readonly isAhead?: boolean
}

/** Every form, in the order in which they are offered. */
export const formats: readonly Format[] = [
  {
    name: 'pdf',
    says: 'PDF',
    extension: 'pdf',
    type: 'application/pdf',
    programs: [],
    make: (document) => documentPdf(document),
  },
  {
    name: 'large-print',
    says: 'Large print (PDF)',
    extension: 'large-print.pdf',
    type: 'application/pdf',
    programs: [],
    make: (document, { pointSize = largePrintSizes.usual, colours = 'black on white' } = {}) =>
      documentPdf(document, { pointSize, colours }),
  },
  {
    name: 'text',
    says: 'Plain text',
    extension: 'txt',
    type: 'text/plain; charset=utf-8',
    programs: [],
    make: async (document) => new TextEncoder().encode(documentText(document)),
  },
  {
    name: 'braille',
    says: 'Braille (BRF)',
    extension: 'brf',
    type: 'application/x-brf',
    programs: ['lou_translate'],
    refuses: (language) => refusal(brailleTable(language)),
    make: (document, { cells, lines } = {}) =>
      documentBraille(document, {
        ...(cells !== undefined && { cells }),
        ...(lines !== undefined && { lines }),
      }),
  },
  {
    name: 'audio',
    says: 'Audio (Ogg)',
    extension: 'ogg',
    type: 'audio/ogg',
    programs: ['espeak-ng', 'opusenc'],
    refuses: (language) => refusal(voiceFor(language)),
    make: (document, choices) => documentSpeech(document, { as: 'ogg', ...spoken(choices) }),
  },
  {
    name: 'audio-mp3',
    says: 'Audio for a CD or memory stick (MP3)',
    extension: 'mp3',
    type: 'audio/mpeg',
    programs: ['espeak-ng', 'lame'],
    refuses: (language) => refusal(voiceFor(language)),
    make: (document, choices) => documentSpeech(document, { as: 'mp3', ...spoken(choices) }),
  },
]

/** The forms that this server can make of a text in a language: those worth a link. */
export function formatsFor(language: string): readonly Format[] {
  return formats.filter((format) => cannot(format, language) === undefined)
}

/** Why a form cannot be made here of a text in a language: a program is missing, or it has no code or voice for it. */
export function cannot({ programs, refuses }: Format, language: string): Refused | undefined {
  return refuses?.(language) ?? missingOf(programs)
}

function spoken({ isPrivate = false, isAhead = false }: FormatChoices = {}) {
  return { isPrivate, isAhead }
}

function refusal(found: string | Refused): Refused | undefined {
  return isRefused(found) ? found : undefined
}
