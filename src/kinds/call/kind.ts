import { code, codeOrYes, promised, toRecord, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** One telephone call, as the telephone system saw it. */
export const call: KindDefinition = {
  kind: 'call',
  says: 'One telephone call, from the moment it is offered to the moment it ends.',
  events: {
    'call-offered': {
      says: 'A call came in and began to ring or to wait.',
      fields: { queue: toRecord(code('the queue it came in on')) },
    },
    'call-answered': { says: 'A person answered; a recorded announcement is no answer.' },
    'call-abandoned': { says: 'The caller rang off before anybody answered.', closes: true },
    'call-timed-out': { says: 'The telephone system gave up waiting for somebody to answer.', closes: true },
    'call-refused': {
      says: 'The telephone system did not take the call: the queue was full or unstaffed.',
      closes: true,
    },
    'call-transferred': {
      says: 'The caller was put through to somebody else.',
      fields: {
        to: toRecord(code('the person or team put through to')),
        named: promised(yesOrNo('the caller was given the name')),
        briefed: promised(yesOrNo('the colleague was told who is calling and why')),
      },
    },
    'call-screened': {
      says: 'The caller was turned away without being put through.',
      fields: { salesCall: promised(yesOrNo('they had something to sell')) },
    },
    'call-went-to-voicemail': { says: 'The caller was sent to voicemail.' },
    'wanted-person-was-away': {
      says: 'The person the caller asked for was not available.',
      fields: {
        reachableAt: codeOrYes('the caller was told when that person can be reached'),
        alternative: codeOrYes('somebody or something else was offered'),
        messageTaken: yesOrNo('a detailed message was taken'),
      },
    },
    'call-ended': { says: 'The call ended.', closes: true },
  },
}
