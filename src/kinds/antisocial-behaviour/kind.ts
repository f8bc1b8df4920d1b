import { code, toRecord, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** A report of antisocial behaviour. */
export const antisocialBehaviour: KindDefinition = {
  kind: 'antisocial-behaviour',
  says: 'A report of antisocial behaviour, from the first call to the outcome.',
  events: {
    'asb-reported': {
      says: 'Somebody newly reported antisocial behaviour.',
      fields: {
        urgent: toRecord(yesOrNo('staff decided that it is urgent')),
        hate: yesOrNo('it is a hate incident'),
      },
    },
    'asb-taken-up': { says: 'The team that deals with it took it up.' },
    'asb-updated': { says: 'The person who reported it was told how things stand.' },
    'asb-closed': {
      says: 'Nothing more is to be done.',
      closes: true,
      fields: { outcome: toRecord(code('how it ended')) },
    },
  },
}
