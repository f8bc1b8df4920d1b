import { channel, code, id, ids, instant, toRecord } from '#core/field.ts'
import type { FieldDefinition, KindDefinition } from '#core/kind.ts'
import { workOfAnyCase } from './work.ts'

const everyEvent: Readonly<Record<string, FieldDefinition>> = {
  by: id('who did it: a staff id, or system, customer or contractor'),
  channel: channel('how it reached us or left us'),
  overrides: {
    says: 'the promises this act knowingly does otherwise than, each with a reason code',
    type: 'reasons by promise',
  },
  band: code('the band of the customer’s profile, for comparing outcomes'),
  customer: id('the customer it is about, by reference'),
  home: id('the home it is about, by reference'),
  words: ids('what was said, by reference: notes, messages and attachments are kept apart from facts'),
}

/** What can happen to a case of any kind, and what any event may carry. */
export const anyCase: KindDefinition = {
  kind: 'any-case',
  says: 'What can happen to a case of any kind, and the fields that any event may carry.',
  everyEvent,
  events: {
    ...workOfAnyCase,
    'event-corrected': {
      says: 'An earlier event was recorded wrongly: this one puts its time or its fields right.',
      fields: {
        event: toRecord(code('the event meant: its id, or its type and time as type@at')),
        at: instant('when it really happened'),
        data: { says: 'the fields put right, each with its true value', type: 'fields' },
      },
    },
    'event-withdrawn': {
      says: 'An earlier event did not happen, or does not count: a bounced reply, a row entered twice.',
      fields: {
        event: toRecord(code('the event meant: its id, or its type and time as type@at')),
        reason: toRecord(code('why: bounced, entered-twice, wrong-case …')),
      },
    },
    'works-finished': {
      says: 'Works are finished: on an empty home, or on a programme of planned works.',
      act: 'Record that works are finished',
      follows: ['home-vacated', 'works-started'],
      notAfter: ['works-finished'],
    },
  },
}
