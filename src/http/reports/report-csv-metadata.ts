import type { FrozenReport } from '#core/reporting/frozen-report.ts'
import { formatDay } from '#core/time/day.ts'
import { reportColumns } from './report-columns.ts'
import { dayIn, digestOfReport } from './report-facts.ts'

/** Under which leave anybody may use the figures. */
export const openLicence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'

/**
 * What the columns of a report’s table hold, as the W3C’s “Metadata Vocabulary for Tabular Data” (CSVW) has it. `url` is the
 * table’s own address, from where the metadata are: the name of the file.
 */
export function reportCsvMetadata(frozen: FrozenReport, { url }: { readonly url: string }): string {
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url,
    'dc:title': frozen.title,
    'dc:description': `What was kept of “${frozen.standards.title}”, a row a promise.`,
    'dc:publisher': frozen.landlord,
    'dc:license': { '@id': openLicence },
    'dc:modified': { '@value': formatDay(dayIn(frozen, frozen.asOf)), '@type': 'xsd:date' },
    'dc:identifier': `sha256:${digestOfReport(frozen)}`,
    'dc:hasVersion': String(frozen.version),
    notes: frozen.notes.map((note) => ({ '@value': note })),
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      lineTerminators: ['\r\n', '\n'],
      header: true,
      headerRowCount: 1,
    },
    tableSchema: {
      columns: reportColumns.map(({ name, title, says, datatype }) => ({
        name,
        titles: [name, title],
        'dc:description': says,
        datatype,
        required: name === 'promise',
        ...(properties[name] !== undefined && { propertyUrl: properties[name] }),
      })),
      primaryKey: 'promise',
      rowTitles: ['words'],
    },
  }
  return `${JSON.stringify(metadata, undefined, 2)}\n`
}

/** Properties that others know. */
const properties: Readonly<Record<string, string>> = {
  promise: 'http://purl.org/dc/terms/identifier',
  words: 'http://purl.org/dc/terms/description',
  subject: 'http://purl.org/dc/terms/subject',
  from: 'http://www.w3.org/2006/time#hasBeginning',
  to: 'http://www.w3.org/2006/time#hasEnd',
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
}
