import { asked, channel, oneOf, toRecord, yesOrNo } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

/** What comes in from the customer. */
export const enquiryContacts: Readonly<Record<string, EventDefinition>> = {
  'contact-received': {
    says: 'Somebody got in touch. The oldest contact that has no answer yet is the one that counts.',
    plainly: {
      says: 'you got in touch',
      record: {
        nameNoted: 'your name',
        telephoneNoted: 'your telephone number',
        addressNoted: 'your address',
        subjectNoted: 'what it was about',
        timeNoted: 'the day and time',
      },
      without: {
        answerNeeded: { 'not no': 'what needed no answer' },
        away: { 'not yes': 'messages for somebody who was away' },
        from: { 'not councillor or mp': 'what came from councillors and members of parliament' },
      },
      when: {
        urgent: { yes: 'about something urgent', no: 'about something that was not urgent' },
        from: { 'councillor or mp': 'as a councillor or as a member of parliament' },
      },
    },
    act: 'Add a contact',
    opens: true,
    fields: {
      channel: asked('How did it come?', toRecord(channel('how it came'))),
      from: asked(
        'Who got in touch?',
        oneOf(['customer', 'councillor', 'mp', 'representative', 'other'], 'who got in touch'),
      ),
      urgent: asked('Is it urgent?', yesOrNo('staff decided that it is urgent')),
      answerNeeded: asked(
        'Does it need an answer?',
        yesOrNo('it needs an answer; taken as yes unless it says no, as of a thank-you'),
      ),
      away: asked('Is the person it was meant for away?', yesOrNo('the person it was meant for is away')),
      nameNoted: asked(
        'Message taken: is the caller’s name noted?',
        yesOrNo('a message taken: it has the caller’s name'),
      ),
      telephoneNoted: asked(
        'Message taken: is the telephone number noted?',
        yesOrNo('a message taken: it has the caller’s telephone number'),
      ),
      addressNoted: asked(
        'Message taken: is the address noted?',
        yesOrNo('a message taken: it has the caller’s address'),
      ),
      subjectNoted: asked(
        'Message taken: does it say what it was about?',
        yesOrNo('a message taken: it says what it was about'),
      ),
      timeNoted: asked(
        'Message taken: are the date and time noted?',
        yesOrNo('a message taken: it has the date and time of the call'),
      ),
    },
    asksFor: { kind: 'message', label: 'What do they ask or say?' },
  },
  'contact-opened': {
    says: 'A letter or e-mail was opened.',
    plainly: {
      says: 'we opened it',
      when: {
        dateStamped: { yes: 'and stamped the date on it' },
        forColleague: { yes: 'and saw that a colleague has to answer' },
      },
    },
    act: 'Record that it was opened',
    follows: ['contact-received'],
    notAfter: ['contact-opened'],
    fields: {
      dateStamped: asked('Was it stamped with the date?', yesOrNo('it was stamped with the date')),
      forColleague: asked('Is it for a colleague to answer?', yesOrNo('it is for a colleague to answer')),
    },
  },
}
