import type { Acting } from '#core/people/acting.ts'
import { openPasswords, type Passwords } from './password.ts'
import { openSecretBox, type SecretBox } from './secret-box.ts'

/** What it takes to let people in: the installation's secret, the hashing of passwords, and the address we stand at. */
export interface Door {
  readonly box: SecretBox
  readonly passwords: Passwords
  /** Where links in e-mails lead: `https://kept.example.org`, without a slash at its end. */
  readonly origin: string
}

/** Opens the door with the installation's secret (32 characters or more). */
export function openDoor({ secret, origin }: { readonly secret: string; readonly origin: string }): Door {
  return { box: openSecretBox(secret), passwords: openPasswords(), origin }
}

/** Who acts while nobody is known yet: the door itself, which looks after sign-ins and may do nothing else. */
export function doorActing(landlord: number): Acting {
  return { landlord, by: 'sign-in', may: new Set(['people']) }
}

/** What everybody may do to their own sign-in, whatever their roles. Nothing for who is no member of staff. */
export function ownActing(acting: Acting): (Acting & { readonly staffId: string }) | undefined {
  const { landlord, by, staffId } = acting
  return staffId === undefined ? undefined : { landlord, by, staffId, may: new Set(['people']) }
}
