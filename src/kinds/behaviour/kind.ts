import { asked, code, dateOrInstant, promised } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** Abuse of or threats against staff, and what is done about it. */
export const behaviour: KindDefinition = {
  kind: 'behaviour',
  says: 'Abusive or threatening behaviour towards staff, and what is done about it.',
  events: {
    'incident-recorded': {
      says: 'An incident was put on record.',
      plainly: { says: 'somebody threatened or insulted one of us' },
      act: 'Record an incident',
      opens: true,
      fields: {
        action: asked('What was done at once?', code('what was done about it'), {
          suggests: ['calmed', 'ended-call', 'asked-to-leave', 'police-called', 'nothing-yet'],
        }),
      },
      asksFor: { kind: 'note', label: 'What happened?' },
    },
    'warning-given': {
      says: 'The person was warned.',
      plainly: { says: 'we warned them' },
      act: 'Give a warning',
      follows: ['incident-recorded'],
      asksFor: { kind: 'note', label: 'What were they told?' },
    },
    'restriction-set': {
      says: 'How the person may get in touch was restricted.',
      plainly: { says: 'we limited how they may get in touch' },
      act: 'Restrict how they get in touch',
      follows: ['incident-recorded'],
      fields: {
        review: asked(
          'When is the restriction looked at again?',
          promised(dateOrInstant('when the restriction is looked at again')),
        ),
      },
      asksFor: { kind: 'note', label: 'What is restricted, and what were they told?' },
    },
    'restriction-ended': {
      says: 'The restriction was lifted.',
      act: 'Lift the restriction',
      follows: ['restriction-set'],
      notAfter: ['restriction-ended'],
      closes: true,
      asksFor: { kind: 'note', label: 'Why?' },
    },
    'incident-closed': {
      says: 'Nothing more is to be done.',
      act: 'Close the incident',
      follows: ['incident-recorded'],
      notAfter: ['incident-closed'],
      closes: true,
    },
  },
}
