import { code, dateOrInstant, oneOf, toRecord, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const priority = toRecord(oneOf(['emergency', 'urgent', 'routine'], 'how soon it must be done'))

/** A day-to-day repair. */
export const repair: KindDefinition = {
  kind: 'repair',
  says: 'A day-to-day repair, from the report to the finished work.',
  events: {
    'repair-reported': { says: 'Somebody reported that something needs repair.', fields: { priority } },
    'priority-changed': {
      says: 'Staff decided anew how soon it must be done; clocks already running are read again.',
      fields: { priority },
      rereads: true,
    },
    'repair-delay-told': {
      says: 'The customer was told that it cannot be done in time.',
      fields: { newDate: dateOrInstant('when it will be done'), reason: code('why') },
    },
    'repair-completed': {
      says: 'The repair was done.',
      closes: true,
      fields: { firstVisit: yesOrNo('it was done on the first visit') },
    },
    'repair-recalled': { says: 'The repair did not last and we had to come back.' },
    'repair-cancelled': {
      says: 'The repair is no longer wanted or needed.',
      closes: true,
      fields: { reason: code('why') },
    },
  },
}
