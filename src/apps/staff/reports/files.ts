import { isRefused, type Refused, refused } from '#core/refused.ts'
import { documentPdf } from '#http/formats/document-pdf.ts'
import type { GivenFile, PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { reportCsv } from '#http/reports/report-csv.ts'
import { reportCsvMetadata } from '#http/reports/report-csv-metadata.ts'
import { reportDocument } from '#http/reports/report-document.ts'
import { reportXlsx } from '#http/reports/report-xlsx.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { type PublishedContent, readPublished } from '#store/reports/published.ts'

/** The forms in which a published report can be had, as links say them. */
export const reportForms = {
  pdf: 'PDF',
  xlsx: 'Workbook (XLSX)',
  csv: 'Table (CSV)',
  'csv-metadata': 'What the columns of the table mean (CSVW)',
  json: 'As it was signed (JSON)',
} as const

/** A published report in one of its forms. */
export async function reportFile({
  store,
  visitor,
  params,
}: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const found = await readPublished(store, visitor.acting, { reportId: params['reportId'] ?? '' })
  if (isRefused(found)) return found
  const form = params['form'] ?? ''
  if (!isForm(form))
    return refused('not found', 'there is no such form', 'choose one on the page of the report')
  const made = await makers[form](found)
  if (isRefused(made)) return made
  const { extension, type, bytes } = made
  return { file: { name: `${nameOf(found)}.${extension}`, type, bytes, keep: true } }
}

type Form = keyof typeof reportForms

function isForm(text: string): text is Form {
  return Object.hasOwn(reportForms, text)
}

/** “quarterly-2026-Q1-version-2”. */
function nameOf({ report: { report, period, version } }: PublishedContent): string {
  return `${report}-${period.name.replaceAll(/[^\w]+/g, '-')}-version-${version}`
}

interface Made {
  readonly extension: string
  readonly type: GivenFile['file']['type']
  readonly bytes: Uint8Array
}

const makers: Readonly<Record<Form, (found: PublishedContent) => Promise<Made | Refused>>> = {
  pdf: async ({ content }) => {
    const bytes = await documentPdf(reportDocument(content, { name: content.landlord }))
    return isRefused(bytes) ? bytes : { extension: 'pdf', type: 'application/pdf', bytes }
  },
  xlsx: async ({ content }) => ({
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await reportXlsx(content),
  }),
  csv: async ({ content }) => ({
    extension: 'csv',
    type: 'text/csv; charset=utf-8',
    bytes: Buffer.from(reportCsv(content)),
  }),
  'csv-metadata': async (found) => ({
    extension: 'csv-metadata.json',
    type: 'application/json; charset=utf-8',
    bytes: Buffer.from(reportCsvMetadata(found.content, { url: `${nameOf(found)}.csv` })),
  }),
  json: async ({ text, report, signature }) => ({
    extension: 'json',
    type: 'application/json; charset=utf-8',
    bytes: Buffer.from(JSON.stringify({ digest: report.digest, ...signature, content: text }, undefined, 2)),
  }),
}
