import type { FastifyReply } from 'fastify'
import type { PromiseAsks } from '#core/acts/promise-asks.ts'
import type { Because, Refused } from '#core/refused.ts'
import { sentence } from '../layout/fault.ts'
import { type ProblemKind, problemKinds } from './problem-kinds.ts'

/** Why a request was not answered as asked, before it is written as problem details (RFC 9457). */
export interface Problem {
  readonly kind: ProblemKind
  /** Where it is not the usual one of its kind. */
  readonly status?: number
  /** What is wrong with this very request, as a sentence. */
  readonly detail: string
  readonly errors?: readonly FieldFault[]
  readonly asks?: readonly PromiseAsks[]
  readonly headers?: Readonly<Record<string, string>>
}

/** One fault of what was sent: where, what, and what to write instead. */
export interface FieldFault {
  readonly in: 'body' | 'query' | 'path' | 'header'
  /** The field as a JSON pointer: `/data/queue`; empty for the whole. */
  readonly pointer: string
  readonly detail: string
  readonly fix?: string
}

/** What a promise asks for, as it is sent: times are text. */
export interface AskedByPromise extends Omit<PromiseAsks, 'until'> {
  readonly until?: string
}

/** The problem as it is sent. */
export interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  /** The request, as the log knows it. */
  readonly instance: string
  readonly errors?: readonly FieldFault[]
  readonly asks?: readonly AskedByPromise[]
}

/** Where each kind of problem is explained. */
export const problemsExplainedAt = '/api/v1/docs#problem-'

/** A problem thrown where only an exception can leave: in a hook or a parser. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** Writes a problem as problem details. */
export function detailsOf(problem: Problem, instance: string): ProblemDetails {
  const { status, title } = problemKinds[problem.kind]
  return {
    type: `${problemsExplainedAt}${problem.kind}`,
    title,
    status: problem.status ?? status,
    detail: sentence(problem.detail),
    instance,
    ...(problem.errors !== undefined && { errors: problem.errors }),
    ...(problem.asks !== undefined && { asks: problem.asks.map(asSent) }),
  }
}

function asSent({ until, ...asked }: PromiseAsks): AskedByPromise {
  return { ...asked, ...(until !== undefined && { until: new Date(until).toISOString() }) }
}

/** Sends a problem as `application/problem+json`. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const details = detailsOf(problem, reply.request.id)
  return reply
    .code(details.status)
    .headers({ ...problem.headers })
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(details))
}

/** What a refusal of the store comes to over HTTP. With If-Match, what changed meanwhile is a failed precondition. */
export function problemOfRefused(refused: Refused, hadIfMatch: boolean): Problem {
  const { because, refusal, fix, field, asks } = refused
  const kind = kindsByReason[because]
  const precondition = because === 'changed meanwhile' && hadIfMatch ? { status: 412 } : {}
  const errors: readonly FieldFault[] =
    field === undefined && because !== 'not valid'
      ? []
      : [{ in: 'body', pointer: field ?? '', detail: refusal, ...(fix !== undefined && { fix }) }]
  return {
    kind,
    ...precondition,
    detail: fix === undefined ? refusal : `${refusal}; ${fix}`,
    ...(errors.length > 0 && { errors }),
    ...(asks !== undefined && { asks }),
    ...(because === 'too many' && { headers: { 'retry-after': '60' } }),
  }
}

/** What each reason of a refusal is called over HTTP. */
export const kindsByReason: Readonly<Record<Because, ProblemKind>> = {
  'not valid': 'not-valid',
  'not allowed': 'not-allowed',
  'not found': 'not-found',
  'changed meanwhile': 'changed-meanwhile',
  'already there': 'already-there',
  'too large': 'too-large',
  'too many': 'too-many',
}
