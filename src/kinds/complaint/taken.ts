import { asked, channel, code, dateOrInstant, id, promised, toRecord } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'
import { redirectRefused } from './refusals.ts'
import { complainants, subjects } from './subjects.ts'

/** From the complaint's coming in to its being looked into. */
export const complaintTaken: Readonly<Record<string, EventDefinition>> = {
  'complaint-received': {
    says: 'A complaint came, in any form.',
    plainly: {
      says: 'you complained',
      record: { complainant: 'who complained', about: 'what it was about', channel: 'how it came' },
      when: {
        about: { neighbour: 'about a neighbour' },
        complainant: {
          'representative or solicitor or mp or councillor or advice-bureau or association':
            'through somebody who speaks for you',
        },
      },
    },
    permission: 'cases.write',
    act: 'Take a complaint',
    opens: true,
    once: true,
    fields: {
      channel: asked('How did it come?', toRecord(channel('how it came'))),
      about: asked(
        'What is it about?',
        promised(
          code('what it is about: repair, information, behaviour, application, standard, neighbour …'),
        ),
        { suggests: subjects },
      ),
      complainant: asked(
        'Who complains?',
        promised(
          code(
            'who complains, for themselves or for somebody else: customer, owner, applicant, representative, mp …',
          ),
        ),
        { suggests: complainants },
      ),
    },
    asksFor: { kind: 'message', label: 'What do they say, and what would put it right?' },
  },
  'complaint-acknowledged': {
    says: 'We said that it came, who looks into it and when a decision comes.',
    plainly: { says: 'we told you that your complaint came' },
    act: 'Acknowledge',
    follows: ['complaint-received', 'complaint-escalated'],
    notAfter: ['complaint-acknowledged', 'complaint-answered', 'complaint-redirected', 'complaint-closed'],
    fields: {
      investigator: asked('Who looks into it?', promised(id('who looks into it')), { of: 'staff' }),
      decisionOn: asked('When will a decision come?', promised(dateOrInstant('when a decision comes'))),
    },
    asksFor: { kind: 'note', label: 'What were they told?' },
  },
  'complaint-extended': {
    says: 'We told the complainant that it takes longer, why, and until when.',
    plainly: { says: 'we told you that our decision takes longer' },
    act: 'Say that it takes longer',
    follows: ['complaint-received', 'complaint-escalated'],
    notAfter: ['complaint-answered', 'complaint-redirected', 'complaint-closed'],
    fields: {
      newDate: asked('When will the answer come?', promised(dateOrInstant('when the answer will come'))),
      reason: asked('Why does it take longer?', promised(code('why it takes longer')), {
        suggests: ['more-to-look-into', 'waiting-for-complainant', 'waiting-for-others', 'staff-away'],
      }),
    },
    asksFor: { kind: 'note', label: 'What were they told?' },
  },
  'complaint-redirected': {
    says: 'It belongs to another procedure and was passed there.',
    plainly: {
      says: 'we passed the complaint to another team',
      when: { to: { 'antisocial-behaviour': 'that deals with antisocial behaviour' } },
    },
    act: 'Pass to another procedure',
    follows: ['complaint-received'],
    notAfter: ['complaint-redirected', 'complaint-answered', 'complaint-closed'],
    refuses: redirectRefused,
    closes: true,
    fields: {
      to: asked('Which procedure?', toRecord(code('the procedure, such as antisocial-behaviour')), {
        suggests: ['antisocial-behaviour', 'repair', 'enquiry', 'access-request', 'insurance', 'appeal'],
      }),
    },
    asksFor: { kind: 'note', label: 'What were they told?' },
  },
}
