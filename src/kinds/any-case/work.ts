import { asked, code, codeOrYes, dateOrInstant, id, promised, toRecord, yesOrNo } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

/** What staff do in cases of any kind: pass them on, tell the customer, ask what they would choose. */
export const workOfAnyCase: Readonly<Record<string, EventDefinition>> = {
  'progress-told': {
    says: 'The customer was told what is planned, or how things stand.',
    plainly: { says: 'we told you how things stood' },
    act: 'Tell the customer how it stands',
    contractor: true,
    fields: {
      action: asked('What is planned?', promised(code('what is planned')), {
        suggests: ['visit', 'letter', 'telephone-call', 'works', 'inspection', 'nothing-yet'],
      }),
      next: asked('When will they hear again?', dateOrInstant('when the customer will hear again')),
    },
    asksFor: { kind: 'note', label: 'What were they told?' },
  },
  referred: {
    says: 'It was passed to another team.',
    plainly: {
      says: 'we passed something on to another team',
      without: { kind: { 'not antisocial-behaviour': 'reports of antisocial behaviour' } },
      when: { urgent: { yes: 'as urgent', no: 'as not urgent' } },
    },
    act: 'Pass on',
    fields: {
      team: asked('To which team?', promised(code('the team it was passed to')), { of: 'team' }),
      for: asked('By when should they act?', dateOrInstant('by when that team is asked to act')),
      urgent: asked('Is it urgent?', yesOrNo('staff decided that it is urgent')),
      customerTold: asked(
        'Does the customer know to whom it went?',
        yesOrNo('the customer knows to whom it went'),
      ),
    },
    asksFor: { kind: 'note', label: 'What does the team need to know?' },
  },
  'referral-acknowledged': {
    says: 'The other team took it up.',
    plainly: { says: 'that team took it up' },
    act: 'Acknowledge the referral',
    follows: ['referred'],
    notAfter: ['referral-acknowledged'],
    asksFor: { kind: 'note', label: 'Note' },
  },
  'note-kept': {
    says: 'A note was kept of what was said or of what came; its words are in the drawer.',
    plainly: { says: 'we kept a note', when: { of: { letter: 'of the letter' } } },
    act: 'Keep a note',
    contractor: true,
    fields: {
      of: asked('What is it a note of?', code('what it is a note of'), {
        suggests: ['call', 'letter', 'e-mail', 'visit', 'meeting', 'decision'],
      }),
      where: codeOrYes('where it is kept'),
    },
    asksFor: { kind: 'note', label: 'Note', required: true },
  },
  'preference-recorded': {
    says: 'The customer was asked what they would choose.',
    plainly: {
      says: 'we asked what you would choose',
      record: { preference: 'what you chose', followed: 'that we did as you chose' },
    },
    act: 'Record what the customer would choose',
    fields: {
      preference: asked('What did they choose?', promised(code('what they chose')), {
        suggests: ['letter', 'e-mail', 'telephone', 'text', 'visit', 'another-day', 'another-person'],
      }),
      followed: asked('Is it done so?', yesOrNo('whether it was done so')),
    },
  },
  'satisfaction-invited': {
    says: 'The customer was asked how satisfied they are: with a complaint, a repair, a new home.',
    plainly: { says: 'we asked you how satisfied you were' },
    act: 'Ask how satisfied they are',
  },
  'merged-into': {
    says: 'The case goes on in another case. Its own promises stay and are answered from there.',
    act: 'Merge into another case',
    fields: {
      case: asked('Which case does it go on in?', toRecord(code('the case that goes on')), { of: 'case' }),
    },
  },
  'case-assigned': {
    says: 'It was said who has the case: a team, a member of staff, a contractor; none of them where nobody has it.',
    permission: 'cases.assign',
    act: 'Say who has it',
    fields: {
      team: asked('Which team has it?', id('the team that has it'), { of: 'team' }),
      holder: asked('Who has it?', id('the member of staff who has it'), { of: 'staff' }),
      contractor: asked('Which contractor’s job is it?', id('the contractor whose job it is'), {
        of: 'contractor',
      }),
    },
  },
}
