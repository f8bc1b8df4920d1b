import { code, toRecord } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** Who was trained in what. */
export const training: KindDefinition = {
  kind: 'training',
  says: 'What one member of staff was trained in, from joining to leaving.',
  notACase: true,
  events: {
    'staff-joined': { says: 'A member of staff joined.' },
    'training-completed': {
      says: 'They finished a course.',
      fields: { course: toRecord(code('the course')) },
    },
    'staff-left': { says: 'They left.', closes: true },
  },
}
