import type { Day } from '#core/time/day.ts'

/** What one made-up landlord is like: how much comes in, how it is staffed, and what went wrong in its year. */
export interface Landlord {
  /** The pack whose promises it makes. */
  readonly pack: string
  readonly homes: number
  readonly staff: number
  readonly offices: readonly string[]
  readonly teams: readonly string[]
  /** The team that is behind with everything. */
  readonly slowTeam: string
  /** Days on which nobody is in, of which the pack says nothing. */
  readonly shut: readonly Spell[]
  /** Whether customers' profiles are held in bands, for comparing. */
  readonly bands: boolean
  readonly calls: CallHabits
  readonly letters: WritingHabits
  readonly eMails: WritingHabits
  readonly texts: WritingHabits
  readonly webForms: WritingHabits
  readonly voicemails: MessageHabits
  readonly messages: MessageHabits
  /** Questions put by telephone that are written down as enquiries, a year. */
  readonly telephoneEnquiries: number
  readonly visits: VisitHabits
  readonly appointments: AppointmentHabits
  readonly complaints: ComplaintHabits
  readonly repairs: RepairHabits
  readonly antisocialBehaviour: number
  readonly accessRequests: number
  readonly formats: number
  readonly incidents: number
  readonly feedback: number
  readonly newTenancies: number
  readonly rentAccounts: number
  readonly lettings: LettingHabits
  readonly profiles: number
  readonly plannedWorks: number
  readonly observations: number
  readonly surveyAnswers: number
  /** The share content, by survey; four in five otherwise. */
  readonly content: Readonly<Record<string, number>>
  /** Figures typed in from other systems: the months and values of each. */
  readonly returns: readonly Returned[]
  readonly mishaps: Mishaps
}

export interface Spell {
  readonly from: Day
  readonly to: Day
  readonly why: string
}

export interface CallHabits {
  readonly aYear: number
  /** Hours of the clock. */
  readonly opens: number
  readonly closes: number
  /** How long a call and writing it up take, on average. */
  readonly talkSeconds: number
  /** How many people more than the plain need, in square roots of it: 0 is always short, 2 is ample. */
  readonly spare: number
  readonly pickUpSeconds: number
  readonly patienceSeconds: number
  readonly timesOutAfterSeconds: number
  /** How many can wait; the next caller is refused. */
  readonly queueHolds: number
  /** At lunch a caller goes to voicemail after this; never where it is not given. */
  readonly lunchVoicemailAfterSeconds?: number
  readonly queues: readonly (readonly [string, number])[]
  /** Callers turned away by reception a year. */
  readonly screened: number
  /** The share who ask for somebody who is out. */
  readonly wantedAway: number
}

export interface WritingHabits {
  readonly aYear: number
  /** Working days to a full answer, on average. */
  readonly meanDays: number
  /** The share acknowledged by a person on the same working day; most of the rest are a day later. */
  readonly acknowledged: number
  /** An automatic acknowledgement goes out at once. */
  readonly machine: boolean
  /** Of those that take long, the share put off in time with a new date. */
  readonly putOff: number
  readonly urgent: number
}

export interface MessageHabits {
  readonly aYear: number
  /** Open hours until somebody rings back, on average. */
  readonly meanHours: number
}

export interface VisitHabits {
  readonly aYear: number
  readonly booked: number
  readonly meanWaitMinutes: number
}

export interface AppointmentHabits {
  readonly aYear: number
  readonly atOffice: number
  /** The share at which we are there on the dot. */
  readonly onTime: number
  readonly meanDaysToVisit: number
}

export interface ComplaintHabits {
  readonly aYear: number
  readonly meanDays: number
  readonly acknowledgedSameDay: number
  /** Of those that will be late, the share told before they are. */
  readonly told: number
  readonly escalated: number
}

export interface RepairHabits {
  readonly aYear: number
  /** How long repairs take beside the usual: above 1 is slower. */
  readonly pace: number
  readonly told: number
  readonly surveyed: number
}

export interface LettingHabits {
  readonly voids: number
  readonly nominations: number
  readonly applications: number
  readonly transfers: number
}

export interface Returned {
  readonly name: string
  readonly source: string
  /** Each with the day on which it was typed in. */
  readonly values: readonly (readonly [Day, number])[]
}

/** What went wrong, so that a figure that misses can be traced to something. */
export interface Mishaps {
  /** Days on which the automatic acknowledgement did not go out. */
  readonly mailDown: readonly Day[]
  /** A template that left something out of letters and e-mails while it was in use. */
  readonly template?: Spell & { readonly lacks: string }
  /** Duties done late: the first time they fell due in the year, by so many days. */
  readonly forgotten: readonly (readonly [duty: string, daysLate: number])[]
  /** Notices that were taken down for a while, or not renewed. */
  readonly takenDown: readonly (Spell & { readonly what: string; readonly where: string })[]
}
