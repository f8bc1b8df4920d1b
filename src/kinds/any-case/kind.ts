import { channel, code, dateOrInstant, id, ids, instant, promised, toRecord, yesOrNo } from '#core/field.ts'
import type { FieldDefinition, KindDefinition } from '#core/kind.ts'

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
    'case-assigned': {
      permission: 'cases.assign',
      says: 'It was said who has the case: a team, a member of staff, a contractor; none of them where nobody has it.',
      fields: {
        team: id('the team that has it'),
        holder: id('the member of staff who has it'),
        contractor: id('the contractor whose job it is'),
      },
    },
    'merged-into': {
      says: 'The case goes on in another case. Its own promises stay and are answered from there.',
      fields: { case: toRecord(code('the case that goes on')) },
    },
    'progress-told': {
      says: 'The customer was told what is planned, or how things stand.',
      fields: {
        action: promised(code('what is planned')),
        next: dateOrInstant('when the customer will hear again'),
      },
    },
    'preference-recorded': {
      says: 'The customer was asked what they would choose.',
      fields: { preference: promised(code('what they chose')), followed: yesOrNo('whether it was done so') },
    },
    'satisfaction-invited': {
      says: 'The customer was asked how satisfied they are: with a complaint, a repair, a new home.',
    },
    'works-finished': {
      says: 'Works are finished: on an empty home, or on a programme of planned works.',
    },
  },
}
