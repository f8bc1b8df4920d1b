import {
  asked,
  channel,
  code,
  codeOrYes,
  dateOrInstant,
  oneOf,
  promised,
  toRecord,
  yesOrNo,
} from '#core/field.ts'
import type { EventDefinition, FieldDefinition } from '#core/kind.ts'
import { beginnings, ends } from './course.ts'

/** What a letter or an e-mail of ours shows of whoever wrote it, and how it went out. */
const shown: Readonly<Record<string, FieldDefinition>> = {
  channel: asked('How does it go out?', channel('how it left us')),
  name: asked('Does it name who deals with it?', codeOrYes('it names the person handling the enquiry')),
  position: asked('Does it give their position?', codeOrYes('it gives that person’s position')),
  telephone: asked(
    'Does it give a direct telephone number?',
    codeOrYes('it gives a direct telephone number'),
  ),
  email: asked('Does it give an e-mail address?', codeOrYes('it gives an e-mail address')),
  address: asked('Does it give a return address?', codeOrYes('it gives a return address')),
  copyKept: asked('Is a copy kept?', yesOrNo('a copy is kept')),
}

/** The same as customers are told that it has to be there. */
const shownPlainly = {
  name: 'that it names who deals with it',
  position: 'that it says what their job is',
  telephone: 'that it gives a telephone number',
  email: 'that it gives an e-mail address',
  address: 'that it gives our address',
  copyKept: 'that we kept a copy',
}

/** What goes out to the customer, or is agreed with them. */
export const enquiryAnswers: Readonly<Record<string, EventDefinition>> = {
  'reply-sent': {
    says: 'We answered, on any channel that reached the customer.',
    plainly: {
      says: 'we answered',
      record: shownPlainly,
      when: {
        full: { yes: 'in full' },
        channel: { 'not telephone or voicemail or reception or home': 'in writing' },
        by: { 'not system': 'ourselves, not by a machine' },
      },
    },
    act: 'Answer',
    fields: {
      full: asked('Is everything answered?', toRecord(yesOrNo('everything asked is answered'))),
      ...shown,
    },
    asksFor: { kind: 'message', label: 'Our answer' },
  },
  'acknowledgement-sent': {
    says: 'We said that it came, without answering it yet.',
    plainly: {
      says: 'we told you … that it came',
      record: shownPlainly,
      when: { channel: { 'not telephone or voicemail or reception or home': 'in writing' } },
    },
    act: 'Acknowledge',
    follows: beginnings,
    notAfter: ends,
    fields: shown,
    asksFor: { kind: 'message', label: 'What we wrote' },
  },
  'holding-reply-sent': {
    says: 'We said why the answer takes longer, and when it will come.',
    plainly: {
      says: 'we told you … why it takes longer',
      when: {
        newDate: { given: 'and when the answer comes' },
        reason: { given: '' },
        channel: { 'not telephone or voicemail or reception or home': 'in writing' },
        by: { 'not system': '' },
      },
    },
    act: 'Send a holding reply',
    follows: beginnings,
    notAfter: ends,
    fields: {
      reason: asked('Why does it take longer?', promised(code('why it takes longer')), {
        suggests: ['more-to-look-into', 'waiting-for-customer', 'waiting-for-others', 'staff-away'],
      }),
      newDate: asked('When will the answer come?', promised(dateOrInstant('when the answer will come'))),
      ...shown,
    },
    asksFor: { kind: 'message', label: 'What we wrote' },
  },
  'call-back-agreed': {
    says: 'We agreed with the customer when to call back.',
    plainly: { says: 'we agreed with you when to ring back', when: { for: { given: '' } } },
    act: 'Agree a call back',
    fields: { for: asked('When shall we call?', toRecord(dateOrInstant('when'))) },
    asksFor: { kind: 'note', label: 'What is it about?' },
  },
  'call-returned': {
    says: 'We called back.',
    plainly: {
      says: 'we rang you back',
      when: {
        with: {
          reply: 'with an answer',
          'reply or timescale': 'with an answer, or with word of when things happen',
        },
      },
    },
    act: 'Record that we called back',
    fields: {
      with: asked(
        'What were they given?',
        oneOf(['reply', 'timescale'], 'what the customer was given: a reply, or when to expect one'),
      ),
    },
    asksFor: { kind: 'note', label: 'What was said?' },
  },
  'commitment-made': {
    says: 'Somebody gave the customer their word that something will be done.',
    plainly: { says: 'we gave you our word' },
    act: 'Promise to do something',
    fields: {
      by: asked('By when?', promised(dateOrInstant('by when it will be done (not by whom)'))),
    },
    asksFor: { kind: 'note', label: 'What will be done?' },
  },
  'commitment-kept': {
    says: 'What was promised to this customer was done.',
    plainly: { says: 'we did what we gave you our word for' },
    act: 'Record that our word was kept',
    follows: ['commitment-made'],
    notAfter: ['commitment-kept'],
    asksFor: { kind: 'note', label: 'What was done?' },
  },
  'outside-our-services': {
    says: 'We said that this is not among our services.',
    plainly: { says: 'we told you that it is not ours to do' },
    act: 'Say that it is not ours to do',
    follows: beginnings,
    notAfter: ends,
    closes: true,
    fields: {
      referredTo: asked('Who can help instead?', code('who can help instead'), {
        suggests: [
          'council',
          'police',
          'health-service',
          'social-services',
          'benefits-office',
          'advice-bureau',
          'energy-supplier',
          'water-company',
          'charity',
          'other',
        ],
      }),
    },
    asksFor: { kind: 'note', label: 'What were they told?' },
  },
}
