import { asked, code, toRecord, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** A report of antisocial behaviour. */
export const antisocialBehaviour: KindDefinition = {
  kind: 'antisocial-behaviour',
  says: 'A report of antisocial behaviour, from the first call to the outcome.',
  events: {
    'asb-reported': {
      says: 'Somebody newly reported antisocial behaviour.',
      plainly: {
        says: 'you reported antisocial behaviour',
        when: { urgent: { yes: 'that was urgent', no: 'that was not urgent' } },
      },
      act: 'Report antisocial behaviour',
      opens: true,
      fields: {
        urgent: asked('Is it urgent?', toRecord(yesOrNo('staff decided that it is urgent'))),
        hate: asked('Is it a hate incident?', yesOrNo('it is a hate incident')),
      },
      asksFor: { kind: 'message', label: 'What happened, where and when?' },
    },
    'asb-taken-up': {
      says: 'The team that deals with it took it up.',
      plainly: { says: 'the right team took it up' },
      act: 'Take it up',
      follows: ['asb-reported'],
      notAfter: ['asb-taken-up', 'asb-closed'],
      asksFor: { kind: 'note', label: 'What is done first?' },
    },
    'asb-updated': {
      says: 'The person who reported it was told how things stand.',
      plainly: { says: 'we told you how things stood' },
      act: 'Tell them how things stand',
      follows: ['asb-reported'],
      asksFor: { kind: 'note', label: 'What were they told?' },
    },
    'asb-closed': {
      says: 'Nothing more is to be done.',
      act: 'Close the report',
      follows: ['asb-reported'],
      notAfter: ['asb-closed'],
      closes: true,
      fields: {
        outcome: asked('How did it end?', toRecord(code('how it ended')), {
          suggests: [
            'stopped',
            'warning',
            'agreement',
            'court-order',
            'mediation',
            'not-antisocial',
            'withdrawn',
          ],
        }),
      },
      asksFor: { kind: 'note', label: 'What was the person who reported it told?' },
    },
  },
}
