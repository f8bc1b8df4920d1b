import type { EventData } from '#core/ledger/event.ts'
import type { Role } from '#core/people/role.ts'

/** Something that came in some working days ago and is still in hand, or was answered lately. */
export interface Matter {
  readonly kind: string
  readonly team: string
  /** Whose it is; nobody’s yet, where it is not said. */
  readonly holder?: Role
  readonly acts: readonly [Told, ...Told[]]
}

/** One thing that happened in it. */
export interface Told {
  readonly type: string
  /** How many working days ago, and at which hour. */
  readonly daysAgo: number
  readonly hour: number
  readonly data?: EventData
  readonly words?: { readonly kind: 'note' | 'message' | 'letter'; readonly text: string }
  /** A date that the act gives, so many working days from today. */
  readonly dates?: Readonly<Record<string, number>>
}

const letter = (daysAgo: number, text: string): Told => ({
  type: 'contact-received',
  daysAgo,
  hour: 9,
  data: { channel: 'letter', from: 'customer' },
  words: { kind: 'letter', text },
})

/** The day a letter comes we write to say so. */
const acknowledged = (daysAgo: number): Told => ({
  type: 'acknowledgement-sent',
  daysAgo,
  hour: 15,
  data: {
    channel: 'letter',
    name: true,
    position: true,
    telephone: true,
    email: true,
    address: true,
    copyKept: true,
  },
})

const eMail = (daysAgo: number, hour: number, text: string): Told => ({
  type: 'contact-received',
  daysAgo,
  hour,
  data: { channel: 'e-mail', from: 'customer' },
  words: { kind: 'message', text },
})

/** What is in hand. Each comes to a few households. */
export const matters: readonly Matter[] = [
  {
    kind: 'enquiry',
    team: 'housing',
    holder: 'case officer',
    acts: [
      letter(
        9,
        'I would like to know whether I may put up a small shed behind the house. I enclose a drawing.',
      ),
      acknowledged(9),
    ],
  },
  {
    kind: 'enquiry',
    team: 'housing',
    holder: 'case officer',
    acts: [
      letter(
        14,
        'My daughter has moved back in with me. Please tell me whether her name can go on the tenancy.',
      ),
      acknowledged(14),
      {
        type: 'holding-reply-sent',
        daysAgo: 6,
        hour: 11,
        data: { channel: 'letter', reason: 'legal-advice' },
        dates: { newDate: 2 },
      },
    ],
  },
  {
    kind: 'enquiry',
    team: 'income',
    acts: [
      eMail(
        4,
        10,
        'The rent statement I had this week does not show the payment I made on the first. Could you look, please?',
      ),
    ],
  },
  {
    kind: 'enquiry',
    team: 'contact',
    holder: 'contact officer',
    acts: [
      {
        type: 'contact-received',
        daysAgo: 1,
        hour: 15,
        data: { channel: 'voicemail', from: 'customer' },
        words: { kind: 'message', text: 'Please ring me about the parking permit. I am in after two.' },
      },
    ],
  },
  {
    kind: 'enquiry',
    team: 'contact',
    holder: 'contact officer',
    acts: [
      {
        type: 'contact-received',
        daysAgo: 0,
        hour: 9,
        data: {
          channel: 'message',
          from: 'customer',
          away: true,
          nameNoted: true,
          telephoneNoted: true,
          addressNoted: true,
          subjectNoted: true,
          timeNoted: true,
        },
        words: { kind: 'message', text: 'Wants to know when the stairwell will be painted. Asked for Tom.' },
      },
    ],
  },
  {
    kind: 'enquiry',
    team: 'contact',
    acts: [eMail(2, 16, 'How do I ask for my communal garden light to be mended?')],
  },
  {
    kind: 'complaint',
    team: 'complaints',
    holder: 'complaints officer',
    acts: [
      {
        type: 'complaint-received',
        daysAgo: 6,
        hour: 11,
        data: { channel: 'telephone', about: 'repair', complainant: 'customer' },
        words: {
          kind: 'note',
          text: 'The boiler was mended twice and has stopped again. Nobody rang to say the last visit was off.',
        },
      },
      {
        type: 'complaint-acknowledged',
        daysAgo: 5,
        hour: 14,
        data: { channel: 'letter' },
        dates: { decisionOn: 4 },
      },
    ],
  },
  {
    kind: 'complaint',
    team: 'complaints',
    acts: [
      {
        type: 'complaint-received',
        daysAgo: 2,
        hour: 10,
        data: { channel: 'e-mail', about: 'information', complainant: 'representative' },
        words: {
          kind: 'message',
          text: 'I have asked three times on my mother’s behalf for the service charge accounts.',
        },
      },
    ],
  },
  {
    kind: 'complaint',
    team: 'complaints',
    holder: 'complaints officer',
    acts: [
      {
        type: 'complaint-received',
        daysAgo: 17,
        hour: 9,
        data: { channel: 'letter', about: 'behaviour', complainant: 'customer' },
        words: {
          kind: 'letter',
          text: 'The person who came about the damp was rude to my wife and would not show a card.',
        },
      },
      {
        type: 'complaint-acknowledged',
        daysAgo: 16,
        hour: 12,
        data: { channel: 'letter' },
        dates: { decisionOn: -2 },
      },
    ],
  },
  {
    kind: 'repair',
    team: 'repairs',
    acts: [
      {
        type: 'repair-reported',
        daysAgo: 11,
        hour: 10,
        data: { priority: 'routine' },
        words: { kind: 'note', text: 'The gutter at the back leaks onto the path.' },
      },
    ],
  },
  {
    kind: 'repair',
    team: 'repairs',
    acts: [
      {
        type: 'repair-reported',
        daysAgo: 3,
        hour: 14,
        data: { priority: 'urgent' },
        words: { kind: 'note', text: 'The kitchen tap cannot be turned off. The stopcock has been closed.' },
      },
    ],
  },
  {
    kind: 'repair',
    team: 'repairs',
    acts: [
      {
        type: 'repair-reported',
        daysAgo: 0,
        hour: 8,
        data: { priority: 'emergency' },
        words: { kind: 'note', text: 'No electricity in the whole flat. A child of two lives there.' },
      },
    ],
  },
  {
    kind: 'antisocial-behaviour',
    team: 'housing',
    holder: 'case officer',
    acts: [
      {
        type: 'asb-reported',
        daysAgo: 5,
        hour: 12,
        data: { urgent: false },
        words: {
          kind: 'note',
          text: 'Loud music after midnight on four nights. A diary of it was left at reception.',
        },
      },
      { type: 'asb-taken-up', daysAgo: 4, hour: 10 },
    ],
  },
  {
    kind: 'access-request',
    team: 'office',
    holder: 'data-protection officer',
    acts: [
      {
        type: 'access-requested',
        daysAgo: 12,
        hour: 9,
        words: { kind: 'letter', text: 'I ask to see everything you hold about me.' },
      },
      { type: 'identity-confirmed', daysAgo: 10, hour: 15 },
    ],
  },
  {
    kind: 'accessible-format',
    team: 'contact',
    holder: 'contact officer',
    acts: [{ type: 'format-requested', daysAgo: 6, hour: 16, data: { format: 'large-print' } }],
  },
  {
    kind: 'feedback',
    team: 'contact',
    acts: [
      {
        type: 'compliment-received',
        daysAgo: 3,
        hour: 13,
        words: { kind: 'note', text: 'The person who mended my door was kind and left everything clean.' },
      },
    ],
  },
]
