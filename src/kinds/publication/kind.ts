import { asked, code, codeOrNumber, dateOrInstant, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const what = asked('What is shown?', toRecord(code('what is shown: opening-hours, performance, a leaflet')), {
  suggests: ['opening-hours', 'performance', 'standards', 'complaints-procedure', 'leaflet', 'newsletter'],
})
const where = asked('Where?', toRecord(code('where it is shown: website, an office, the newsletter')), {
  suggests: ['website', 'office', 'newsletter', 'by-post'],
})

/** What is shown to customers, where, and in which edition. */
export const publication: KindDefinition = {
  kind: 'publication',
  says: 'Something shown to customers, where, and in which edition.',
  notACase: true,
  events: {
    'publication-made': {
      says: 'It was put up, printed or sent out.',
      plainly: { says: 'we published something', when: { form: { leaflet: 'as a leaflet' } } },
      act: 'Record that it was put up or sent out',
      opens: true,
      fields: {
        what,
        where,
        edition: asked('Which edition?', codeOrNumber('the edition or the date printed on it')),
        form: asked('What form has it?', code('what it is: leaflet, poster, page'), {
          suggests: ['leaflet', 'poster', 'page', 'booklet'],
        }),
        datedOn: asked('Which date is printed on it?', dateOrInstant('the date printed on it')),
      },
    },
    'publication-withdrawn': {
      says: 'It was taken down.',
      act: 'Record that it was taken down',
      opens: true,
      fields: { what, where },
    },
  },
}
