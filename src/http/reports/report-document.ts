import type { Document } from '#core/documents/document.ts'
import type { FrozenReport } from '#core/reporting/frozen-report.ts'

/** A published report as a document, for a page, a PDF and every other form. */
export function reportDocument(frozen: FrozenReport, landlord: { readonly name: string }): Document {
  return {
    title: frozen.title,
    language: 'en-GB',
    direction: 'ltr',
    publisher: landlord.name,
    version: `version ${frozen.version}`,
    blocks: [],
  }
}
