/** How somebody is asked. */
export type InvitingChannel = 'e-mail' | 'letter' | 'telephone'

/** What is known of how to reach somebody. */
export interface Reachable {
  readonly preferredChannel: string | null
  readonly hasEmail: boolean
  readonly hasTelephone: boolean
  readonly hasAddress: boolean
}

/** In the way they would rather be reached, as far as there is one; nothing where there is no way at all. */
export function reachBy(person: Reachable): InvitingChannel | undefined {
  const { preferredChannel, hasEmail, hasTelephone, hasAddress } = person
  const ways = [
    preferredChannel === 'telephone' && hasTelephone && ('telephone' as const),
    (preferredChannel === 'letter' || preferredChannel === 'home') && hasAddress && ('letter' as const),
    hasEmail && ('e-mail' as const),
    hasAddress && ('letter' as const),
    hasTelephone && ('telephone' as const),
  ]
  return ways.find((way) => way !== false)
}
