import type { Acting } from '#core/people/acting.ts'
import type { Permission } from '#core/people/permission.ts'

/** The permission by which somebody reads what was promised: any of these is enough, since promises are made in public. */
export function leaveToRead({ may }: Acting): Permission {
  return enough.find((permission) => may.has(permission)) ?? 'cases.read'
}

const enough: readonly Permission[] = ['cases.read', 'figures.read', 'published.read']
