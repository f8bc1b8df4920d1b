import { code, dateOrInstant, oneOf, toRecord, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const priority = toRecord({
  ...oneOf(['emergency', 'urgent', 'routine'], 'how soon it must be done'),
  label: 'How soon must it be done?',
})

/** A day-to-day repair. */
export const repair: KindDefinition = {
  kind: 'repair',
  says: 'A day-to-day repair, from the report to the finished work.',
  with: ['appointment'],
  events: {
    'repair-reported': {
      says: 'Somebody reported that something needs repair.',
      act: 'Report a repair',
      opens: true,
      once: true,
      fields: { priority },
      asksFor: { kind: 'note', label: 'What needs repair, and where in the home?' },
    },
    'repair-completed': {
      says: 'The repair was done.',
      act: 'Record that it is done',
      follows: ['repair-reported', 'repair-recalled'],
      notAfter: ['repair-completed', 'repair-cancelled'],
      contractor: true,
      closes: true,
      fields: {
        firstVisit: {
          ...yesOrNo('it was done on the first visit'),
          label: 'Was it done on the first visit?',
        },
      },
      asksFor: { kind: 'note', label: 'What was done?' },
    },
    'repair-delay-told': {
      says: 'The customer was told that it cannot be done in time.',
      act: 'Tell the customer of a delay',
      follows: ['repair-reported', 'repair-recalled'],
      notAfter: ['repair-completed', 'repair-cancelled'],
      contractor: true,
      fields: {
        newDate: { ...dateOrInstant('when it will be done'), label: 'When will it be done?' },
        reason: {
          ...code('why'),
          label: 'Why does it take longer?',
          suggests: ['parts', 'no-access', 'weather', 'specialist-needed', 'more-work-found', 'staff-away'],
        },
      },
      asksFor: { kind: 'note', label: 'What was the customer told?' },
    },
    'priority-changed': {
      says: 'Staff decided anew how soon it must be done; clocks already running are read again.',
      act: 'Change how soon it must be done',
      follows: ['repair-reported'],
      notAfter: ['repair-completed', 'repair-cancelled'],
      fields: { priority },
      rereads: true,
      asksFor: { kind: 'note', label: 'Why?' },
    },
    'repair-recalled': {
      says: 'The repair did not last and we had to come back.',
      act: 'Record a recall',
      follows: ['repair-completed'],
      notAfter: ['repair-recalled'],
      contractor: true,
      asksFor: { kind: 'note', label: 'What was found?' },
    },
    'repair-cancelled': {
      says: 'The repair is no longer wanted or needed.',
      act: 'Cancel the repair',
      follows: ['repair-reported', 'repair-recalled'],
      notAfter: ['repair-completed', 'repair-cancelled'],
      closes: true,
      fields: {
        reason: {
          ...code('why'),
          label: 'Why is it cancelled?',
          suggests: ['not-needed', 'reported-twice', 'customer-does-it', 'not-ours-to-do'],
        },
      },
    },
  },
}
