import type { FastifyRequest } from 'fastify'
import { type Permission, permissions } from '#core/people/permission.ts'
import { ProblemError } from '../server/problem.ts'
import type { Recognised } from '../server/recognised.ts'
import { isFromOurPages } from '../server/same-origin.ts'
import type { Needed, Route } from './route.ts'

/**
 * Lets a request through to its route, or says why not; before its body is read. Whoever is not recognised, or lacks the
 * permission that the route names, gets no further.
 */
export function guard(route: Route, request: FastifyRequest, recognised: Recognised | undefined): void {
  if (isOpen(route.permission)) return
  if (recognised === undefined) throw notSignedIn()
  if (recognised.with === 'session' && changes(request.method) && !isFromOurPages(request))
    throw new ProblemError({
      kind: 'from-another-site',
      detail: 'with a session, this may only be asked by our own pages; use an API key',
    })
  if (!mayUse(route.permission, recognised))
    throw new ProblemError({
      kind: 'not-allowed',
      detail: `this needs permission to ${neededInWords(route.permission)}; ask an administrator`,
    })
}

/** Tells a route that anybody may use. */
export function isOpen(needed: Needed): needed is { readonly open: string } {
  return typeof needed === 'object' && 'open' in needed
}

function mayUse(needed: Needed, { acting }: Recognised): boolean {
  if (isOpen(needed) || needed === 'signed in') return true
  return permissionsOf(needed).some((permission) => acting.may.has(permission))
}

/** The permissions of which a route needs one; none where being signed in, or nothing, is enough. */
export function permissionsOf(needed: Needed): readonly Permission[] {
  if (isOpen(needed) || needed === 'signed in') return []
  return typeof needed === 'object' ? needed.oneOf : [needed]
}

/** What a route needs, in words. */
function neededInWords(needed: Needed): string {
  return permissionsOf(needed)
    .map((permission) => permissions[permission])
    .join(', or to ')
}

function changes(method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method)
}

function notSignedIn(): ProblemError {
  return new ProblemError({
    kind: 'not-signed-in',
    detail: 'sign in, or send an API key as “Authorization: Bearer …”',
    headers: { 'www-authenticate': 'Bearer realm="Kept"' },
  })
}
