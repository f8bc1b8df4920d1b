import { code, codeOrNumber, dateOrInstant, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const what = toRecord(code('what is shown: opening-hours, performance, a leaflet'))
const where = toRecord(code('where it is shown: website, an office, the newsletter'))

/** What is shown to customers, where, and in which edition. */
export const publication: KindDefinition = {
  kind: 'publication',
  says: 'Something shown to customers, where, and in which edition.',
  notACase: true,
  events: {
    'publication-made': {
      says: 'It was put up, printed or sent out.',
      fields: {
        what,
        where,
        edition: codeOrNumber('the edition or the date printed on it'),
        form: code('what it is: leaflet, poster, page'),
        datedOn: dateOrInstant('the date printed on it'),
      },
    },
    'publication-withdrawn': { says: 'It was taken down.', fields: { what, where } },
  },
}
