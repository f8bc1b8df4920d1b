/** What a template is for. */
export const purposes = {
  acknowledgement: 'Acknowledgement',
  holding: 'Holding reply, with a new date',
  full: 'Full reply',
  'complaint-acknowledgement': 'Acknowledgement of a complaint',
  'complaint-extension': 'Extension of a complaint',
  'complaint-decision': 'Decision on a complaint',
  appointment: 'Appointment',
  'no-access': 'Nobody in when we came',
  'access-request': 'Request for somebody’s own file',
  other: 'Anything else',
} as const satisfies Readonly<Record<string, string>>

export type Purpose = keyof typeof purposes

/** Tells the name of a purpose from other text. */
export function isPurpose(text: string): text is Purpose {
  return Object.hasOwn(purposes, text)
}

/** How a letter goes out. */
export const letterChannels = ['letter', 'e-mail', 'text'] as const
export type LetterChannel = (typeof letterChannels)[number]

/** Tells one from other text. */
export function isLetterChannel(text: string): text is LetterChannel {
  return letterChannels.some((each) => each === text)
}

/** In what way a case is answered, as the address of the page says it. */
export const ways = ['acknowledgement', 'holding', 'full', 'news'] as const
export type Way = (typeof ways)[number]

/** What answering a case comes to: which act it is, and for what its template is made. */
export interface AnswerAct {
  readonly type: string
  readonly purposes: readonly [Purpose, ...Purpose[]]
}

/** The act of a way of answering a case of a kind; undefined where cases of the kind are not answered in that way. */
export function answerAct(kind: string, way: Way): AnswerAct | undefined {
  return byKind[kind]?.[way] ?? anyKind[way]
}

const anyKind: Readonly<Partial<Record<Way, AnswerAct>>> = {
  news: { type: 'progress-told', purposes: ['other', 'appointment', 'no-access', 'access-request'] },
}

const byKind: Readonly<Record<string, Readonly<Partial<Record<Way, AnswerAct>>>>> = {
  enquiry: {
    acknowledgement: { type: 'acknowledgement-sent', purposes: ['acknowledgement'] },
    holding: { type: 'holding-reply-sent', purposes: ['holding'] },
    full: { type: 'reply-sent', purposes: ['full', 'other'] },
  },
  complaint: {
    acknowledgement: { type: 'complaint-acknowledged', purposes: ['complaint-acknowledgement'] },
    holding: { type: 'complaint-extended', purposes: ['complaint-extension'] },
    full: { type: 'complaint-answered', purposes: ['complaint-decision'] },
  },
}
