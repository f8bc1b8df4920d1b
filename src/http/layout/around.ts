import type { Places } from './navigation.tsx'

/** What stands around every page that staff work in. */
export interface Around {
  /** Where somebody is signed in, or on the way. */
  readonly landlord?: string | undefined
  /** Where they may go from here; nowhere for who is not in. */
  readonly places?: Places | undefined
  /** The address of this page, so that the navigation can say where we are. */
  readonly path: string
  /** For the button to sign out; without it there is none. */
  readonly signOutToken?: string | undefined
}
