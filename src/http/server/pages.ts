import type { FastifyInstance } from 'fastify'

/** What draws pages beside the API. */
export interface Pages {
  readonly register: (server: FastifyInstance) => Promise<void>
  /** A page for a problem with a request that wanted a page; problem details otherwise. */
  readonly problemPage?: (problem: ProblemShown) => string
}

export interface ProblemShown {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly requestId: string
  /** What was asked for. */
  readonly path: string
}
