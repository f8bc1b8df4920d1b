import { dateOrInstant, code } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** A programme of major or planned works. */
export const plannedWorks: KindDefinition = {
  kind: 'planned-works',
  says: 'A programme of planned works, with dates of its own. It ends with `works-finished`.',
  events: {
    'programme-announced': {
      says: 'The programme was set, with the dates by which residents are asked and told.',
      fields: {
        consultBy: dateOrInstant('by when residents are asked'),
        informBy: dateOrInstant('by when residents are told'),
        programme: code('the programme'),
      },
    },
    'consultation-held': { says: 'Residents were asked what they think.' },
    'residents-informed': { says: 'Residents were told what will be done and when.' },
    'works-started': { says: 'The works began.' },
  },
}
