import { asked, code, dateOrInstant, id, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** Who was trained in what. */
export const training: KindDefinition = {
  kind: 'training',
  says: 'What one member of staff was trained in, from joining to leaving.',
  notACase: true,
  events: {
    'staff-joined': {
      says: 'A member of staff joined.',
      plainly: { says: 'somebody joined us' },
      act: 'Record that they joined',
      opens: true,
      once: true,
      fields: {
        staff: asked('Who?', id('whose record it is, where its own reference does not say so'), {
          of: 'staff',
        }),
        joinedOn: asked(
          'When did they join?',
          dateOrInstant('the day they joined, where that was before the standard came into force'),
        ),
      },
    },
    'training-completed': {
      says: 'They finished a course.',
      plainly: {
        says: 'they completed training',
        when: {
          course: {
            telephone: 'in using the telephone',
            'equality-and-diversity': 'in equality and diversity',
            'customer-care': 'in looking after customers',
          },
        },
      },
      act: 'Record a course',
      opens: true,
      fields: {
        course: asked('Which course?', toRecord(code('the course')), {
          suggests: ['customer-care', 'telephone', 'equality-and-diversity', 'complaints', 'data-protection'],
        }),
      },
    },
    'staff-left': {
      says: 'They left.',
      plainly: { says: 'they left us' },
      act: 'Record that they left',
      follows: ['staff-joined'],
      closes: true,
    },
  },
}
