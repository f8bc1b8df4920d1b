import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../server/problem.ts'
import type { Idempotency, Route } from './route.ts'

/** What the caller says it has seen, from If-Match: the text between the quotes; nothing for `*` or where it is absent. */
export function ifMatchOf(route: Route, request: FastifyRequest): string | undefined {
  const header = request.headers['if-match']?.trim()
  if (route.ifMatch === undefined) return undefined
  if (header === undefined) {
    if (route.ifMatch === 'may') return undefined
    throw new ProblemError({
      kind: 'needs-if-match',
      detail: 'say in If-Match which version you changed: the ETag it had when you read it',
    })
  }
  if (header === '*') return undefined
  const seen = /^"([!#-~]{1,100})"$/.exec(header)?.[1]
  if (seen === undefined)
    throw badHeader('if-match', 'If-Match is no ETag', 'send one ETag in double quotes, such as "7"')
  return seen
}

/** The version that If-Match names, for what counts its changes. */
export function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return undefined
  if (/^\d{1,9}$/.test(ifMatch)) return Number(ifMatch)
  throw badHeader('if-match', 'If-Match is no version of this', 'send the ETag as it was given, such as "7"')
}

/** The Idempotency-Key of a request, with the digest of all that it asks. */
export function idempotencyOf(route: Route, request: FastifyRequest, bytes: Buffer): Idempotency | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined || !route.idempotent) return undefined
  if (typeof key !== 'string' || !/^[!-~]{1,200}$/.test(key))
    throw badHeader(
      'idempotency-key',
      'Idempotency-Key must be 1 to 200 letters, digits or signs without blanks',
      'send a new UUID for each new request',
    )
  const asked = createHash('sha256').update(`${request.method} ${request.url}\n`).update(bytes).digest('hex')
  return { key, request: asked }
}

function badHeader(name: string, detail: string, fix: string): ProblemError {
  return new ProblemError({
    kind: 'cannot-be-read',
    detail: `${detail}; ${fix}`,
    errors: [{ in: 'header', pointer: `/${name}`, detail, fix }],
  })
}
