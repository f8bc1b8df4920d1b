import { asked, code, codeOrYes, id, promised, toRecord, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

const calls = ['call-offered'] as const

/** One telephone call, as the telephone system saw it. */
export const call: KindDefinition = {
  kind: 'call',
  says: 'One telephone call, from the moment it is offered to the moment it ends.',
  comesBy: 'telephone',
  events: {
    'call-offered': {
      says: 'A call came in and began to ring or to wait.',
      plainly: { says: 'you rang us' },
      act: 'Record a call',
      opens: true,
      once: true,
      fields: {
        queue: asked('Which line did it come in on?', toRecord(code('the queue it came in on')), {
          suggests: ['main', 'repairs', 'rent', 'lettings'],
        }),
      },
    },
    'call-answered': {
      says: 'A person answered; a recorded announcement is no answer.',
      plainly: { says: 'somebody answered' },
      act: 'Record that it was answered',
      follows: calls,
      notAfter: ['call-answered', 'call-abandoned', 'call-timed-out', 'call-refused', 'call-ended'],
    },
    'call-abandoned': {
      says: 'The caller rang off before anybody answered.',
      plainly: { says: 'you rang off before anybody answered' },
      closes: true,
    },
    'call-timed-out': {
      says: 'The telephone system gave up waiting for somebody to answer.',
      plainly: { says: 'our telephone system gave up waiting' },
      closes: true,
    },
    'call-refused': {
      says: 'The telephone system did not take the call: the queue was full or unstaffed.',
      plainly: { says: 'our telephone system did not take the call' },
      closes: true,
    },
    'call-transferred': {
      says: 'The caller was put through to somebody else.',
      plainly: {
        says: 'we put you through to somebody else',
        record: {
          named: 'that we told you the name',
          briefed: 'that we told our colleague who you are and why you rang',
        },
      },
      act: 'Put the caller through',
      fields: {
        to: asked('To whom?', toRecord(id('the person put through to')), { of: 'staff' }),
        named: asked('Did you tell the caller the name?', promised(yesOrNo('the caller was given the name'))),
        briefed: asked(
          'Did you tell your colleague who is calling and why?',
          promised(yesOrNo('the colleague was told who is calling and why')),
        ),
      },
    },
    'wanted-person-was-away': {
      says: 'The person the caller asked for was not available.',
      plainly: {
        says: 'you rang for somebody who was away',
        record: {
          reachableAt: 'that we told you when they are back',
          alternative: 'that we offered somebody or something else',
          messageTaken: 'that we took a full message',
        },
      },
      act: 'Say that the person is away',
      fields: {
        reachableAt: asked(
          'Did you say when that person can be reached?',
          codeOrYes('the caller was told when that person can be reached'),
        ),
        alternative: asked(
          'Did you offer somebody or something else?',
          codeOrYes('somebody or something else was offered'),
        ),
        messageTaken: asked('Did you take a full message?', yesOrNo('a detailed message was taken')),
      },
      asksFor: { kind: 'message', label: 'The message, if you took one' },
    },
    'call-screened': {
      says: 'The caller was turned away without being put through.',
      plainly: { says: 'we turned a caller away', record: { salesCall: 'that they had something to sell' } },
      act: 'Turn the caller away',
      fields: {
        salesCall: asked('Did they have something to sell?', promised(yesOrNo('they had something to sell'))),
      },
    },
    'call-went-to-voicemail': {
      says: 'The caller was sent to voicemail.',
      plainly: { says: 'you came to our voicemail' },
    },
    'call-ended': {
      says: 'The call ended.',
      act: 'End the call',
      follows: calls,
      notAfter: ['call-ended', 'call-abandoned', 'call-timed-out', 'call-refused'],
      closes: true,
    },
  },
}
