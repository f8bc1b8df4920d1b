import type { Sample } from './sample.ts'
import type { ScaleName } from './scales.ts'

/** One question of a survey. Its code is what promises and answers name it by. */
export interface Question {
  readonly code: string
  readonly text: string
  readonly scale: ScaleName
}

/** What a survey asks, word for word. An edition is never changed once it is there. */
export interface Asking {
  readonly introduction: string
  readonly questions: readonly Question[]
  /** Which strands of a profile are asked for at the end. */
  readonly bands: readonly string[]
}

/** Whom a survey invites, and when. */
export interface Inviting extends Sample {
  /** After which events; none of them where everybody with a tenancy is asked, in rounds. */
  readonly after: readonly string[]
  /** Only where this team had the case. */
  readonly teamId: string | null
  /** Only where the event carries this value in this field. */
  readonly only: { readonly field: string; readonly value: string } | null
  readonly afterDays: number
  /** Nobody is asked again within so many days, by whichever survey. */
  readonly quietDays: number
  readonly reminders: number
  readonly reminderDays: number
  readonly openDays: number
}

export type SurveyState = 'draft' | 'open' | 'closed'

/** What surveys may follow, and in the words of a list to choose from. */
export const followed = {
  'complaint-closed': 'A complaint was closed',
  'repair-completed': 'A repair was done',
  'tenancy-started': 'A tenancy began',
  'tenancy-ended': 'A tenancy ended',
  'asb-closed': 'A case of antisocial behaviour was closed',
  'enquiry-closed': 'An enquiry was closed',
  'application-decided': 'An application was decided',
  'home-let': 'A home was let',
  'appointment-started': 'An appointment was kept',
  'visitor-left': 'Somebody visited our reception',
  'request-closed': 'A request for one’s own file was closed',
} as const satisfies Readonly<Record<string, string>>

export type FollowedEvent = keyof typeof followed

/** Whether surveys may follow events of this type. */
export function isFollowed(text: unknown): text is FollowedEvent {
  return typeof text === 'string' && Object.hasOwn(followed, text)
}

/** What a survey is before anybody has said otherwise. */
export const usualInviting: Inviting = {
  after: [],
  teamId: null,
  only: null,
  afterDays: 0,
  oneIn: 1,
  seed: 'first',
  quietDays: 30,
  reminders: 1,
  reminderDays: 10,
  openDays: 60,
}
