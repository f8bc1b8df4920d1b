import { isRole, type Role } from '#core/people/role.ts'
import type { Instant } from '#core/time/instant.ts'

/** How far somebody has come in signing in: only who is `in` may do anything but the next step, or sign out. */
export type Standing = 'in' | 'second factor' | 'set up second factor' | 'choose password'

/** For these, a password that was found out would be everybody's loss, so they need the second factor too. */
const needSecondFactor: readonly Role[] = ['administrator', 'data-protection officer', 'publisher']

/** Whether one of these roles asks for a second factor. */
function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => needSecondFactor.includes(role))
}

/** What a session and the person's sign-in say together. */
export interface Shown {
  readonly secondFactor: SecondFactor
  readonly totpConfirmedAt: Instant | null
  readonly mustChange: boolean
  readonly roles: readonly Role[]
}

export type SecondFactor = 'none' | 'code' | 'recovery code' | 'openid'

/** Worked out with every request, so that a role given since, or a second factor set up since, counts at once. */
export function standingOf({ secondFactor, totpConfirmedAt, mustChange, roles }: Shown): Standing {
  if (secondFactor === 'openid') return 'in'
  if (secondFactor === 'none' && totpConfirmedAt !== null) return 'second factor'
  if (mustChange) return 'choose password'
  if (totpConfirmedAt === null && needsSecondFactor(roles)) return 'set up second factor'
  return 'in'
}

/**
 * The roles that count. A contractor's role without a contractor would see every case, so it counts for nothing until
 * somebody says whose jobs these are.
 */
export function rolesThatCount(roles: readonly string[], contractorId: string | null): readonly Role[] {
  return roles.filter(isRole).filter((role) => role !== 'contractor' || contractorId !== null)
}
