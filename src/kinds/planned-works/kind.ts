import { asked, code, dateOrInstant } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const announced = ['programme-announced'] as const

/** A programme of major or planned works. */
export const plannedWorks: KindDefinition = {
  kind: 'planned-works',
  says: 'A programme of planned works, with dates of its own. It ends with `works-finished`.',
  with: ['works-finished'],
  events: {
    'programme-announced': {
      says: 'The programme was set, with the dates by which residents are asked and told.',
      plainly: { says: 'we planned large works' },
      act: 'Set a programme of works',
      opens: true,
      fields: {
        consultBy: asked('By when are residents asked?', dateOrInstant('by when residents are asked')),
        informBy: asked('By when are residents told?', dateOrInstant('by when residents are told')),
        programme: asked('Which programme?', code('the programme'), {
          suggests: ['kitchens', 'bathrooms', 'windows', 'roofs', 'heating', 'rewiring', 'outside-areas'],
        }),
      },
    },
    'consultation-held': {
      says: 'Residents were asked what they think.',
      plainly: { says: 'we asked residents what they think' },
      act: 'Record that residents were asked',
      follows: announced,
      asksFor: { kind: 'note', label: 'What did they say?' },
    },
    'residents-informed': {
      says: 'Residents were told what will be done and when.',
      act: 'Record that residents were told',
      follows: announced,
    },
    'works-started': {
      says: 'The works began.',
      plainly: { says: 'the works began' },
      act: 'Begin the works',
      follows: announced,
      notAfter: ['works-started', 'works-finished'],
    },
  },
}
