import { asked, code, dateOrInstant, oneOf, toRecord, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const priority = asked(
  'How soon must it be done?',
  toRecord(oneOf(['emergency', 'urgent', 'routine'], 'how soon it must be done')),
)

const toBeDone = ['repair-reported', 'repair-recalled'] as const
const done = ['repair-completed', 'repair-cancelled'] as const

/** A day-to-day repair. */
export const repair: KindDefinition = {
  kind: 'repair',
  says: 'A day-to-day repair, from the report to the finished work.',
  with: [
    'appointment-offered',
    'appointment-booked',
    'delay-notified',
    'appointment-started',
    'no-access',
    'follow-up-told',
    'appointment-missed',
    'appointment-cancelled',
    'customer-told',
  ],
  events: {
    'repair-reported': {
      says: 'Somebody reported that something needs repair.',
      plainly: {
        says: 'you reported a repair',
        when: {
          priority: {
            emergency: 'that was an emergency',
            urgent: 'that was urgent',
            routine: 'that was not urgent',
          },
        },
      },
      act: 'Report a repair',
      opens: true,
      once: true,
      fields: { priority },
      asksFor: { kind: 'note', label: 'What needs repair, and where in the home?' },
    },
    'repair-completed': {
      says: 'The repair was done.',
      plainly: { says: 'we finished the repair' },
      act: 'Record that it is done',
      follows: toBeDone,
      notAfter: done,
      contractor: true,
      closes: true,
      fields: {
        firstVisit: asked('Was it done on the first visit?', yesOrNo('it was done on the first visit')),
      },
      asksFor: { kind: 'note', label: 'What was done?' },
    },
    'repair-delay-told': {
      says: 'The customer was told that it cannot be done in time.',
      plainly: { says: 'we told you that the repair takes longer' },
      act: 'Tell the customer of a delay',
      follows: toBeDone,
      notAfter: done,
      contractor: true,
      fields: {
        newDate: asked('When will it be done?', dateOrInstant('when it will be done')),
        reason: asked('Why does it take longer?', code('why'), {
          suggests: ['parts', 'no-access', 'weather', 'specialist-needed', 'more-work-found', 'staff-away'],
        }),
      },
      asksFor: { kind: 'note', label: 'What was the customer told?' },
    },
    'priority-changed': {
      says: 'Staff decided anew how soon it must be done; clocks already running are read again.',
      act: 'Change how soon it must be done',
      follows: toBeDone,
      notAfter: done,
      fields: { priority },
      rereads: true,
      asksFor: { kind: 'note', label: 'Why?' },
    },
    'repair-recalled': {
      says: 'The repair did not last and we had to come back.',
      act: 'Record a recall',
      follows: ['repair-completed'],
      notAfter: ['repair-recalled'],
      asksFor: { kind: 'note', label: 'What is wrong with it?' },
    },
    'repair-cancelled': {
      says: 'The repair is no longer wanted or needed.',
      plainly: { says: 'nobody needed the repair any more' },
      act: 'Cancel the repair',
      follows: toBeDone,
      notAfter: done,
      closes: true,
      fields: {
        reason: asked('Why is it cancelled?', code('why'), {
          suggests: ['not-needed', 'reported-twice', 'customer-does-it', 'not-ours-to-do'],
        }),
      },
    },
  },
}
