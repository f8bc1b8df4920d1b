import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pageHeaders } from '../layout/page-headers.ts'
import { databaseTrouble } from './database-trouble.ts'
import { type Problem, ProblemError, detailsOf, sendProblem } from './problem.ts'
import type { Pages } from './pages.ts'

/** Turns whatever is thrown into problem details; of what we did not foresee, nothing but the request’s id is told. */
export function answerErrors(server: FastifyInstance, page: Pages['problemPage']): void {
  server.setErrorHandler((error: unknown, request, reply) => {
    const problem = problemOf(error)
    if (problem.kind === 'our-mistake') request.log.error({ err: error }, 'a mistake of ours')
    else if (problem.kind === 'cannot-answer-now') request.log.warn({ err: error }, 'the database is away')
    return answerProblem(request, reply, problem, page)
  })
}

/** Answers with problem details, or with a page where a browser asked for one outside the API. */
export function answerProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
  page: Pages['problemPage'],
): FastifyReply {
  if (page === undefined || !wantsPage(request)) return sendProblem(reply, problem)
  const { status, title, detail } = detailsOf(problem, request.id)
  return reply
    .code(status)
    .headers({ ...problem.headers })
    .type('text/html; charset=utf-8')
    .headers({ ...pageHeaders })
    .send(page({ status, title, detail, requestId: request.id, path: request.url.split('?', 1)[0] ?? '' }))
}

function wantsPage({ url, headers }: FastifyRequest): boolean {
  return !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html')
}

/** What an exception comes to for whoever asked. */
function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  const trouble = databaseTrouble(error)
  if (trouble !== undefined) return trouble
  const known = byCode[(error as Partial<FastifyError> | null)?.code ?? '']
  return known ?? ourMistake
}

const ourMistake: Problem = {
  kind: 'our-mistake',
  detail: 'something went wrong on our side, and nothing was changed; tell whoever runs Kept the `instance`',
}

/** What Fastify itself refuses. */
const byCode: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { kind: 'too-large', detail: 'the body is too large; send it in parts' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    kind: 'wrong-content-type',
    detail: 'the body has a content type that is not taken here',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    kind: 'cannot-be-read',
    detail: 'Content-Length is not how long the body is',
  },
  FST_ERR_BAD_URL: {
    kind: 'cannot-be-read',
    detail: 'the address has a percent sign that stands for no character; write “%25” for the sign itself',
  },
  FST_ERR_MAX_PARAM_LENGTH: { kind: 'no-such-address', detail: 'a part of the address is too long' },
  FST_ERR_HANDLER_TIMEOUT: { kind: 'took-too-long', detail: 'the work was cut off; ask for less at once' },
  FST_ERR_REOPENED_CLOSE_SERVER: { kind: 'cannot-answer-now', detail: 'the server is being stopped' },
  ECONNRESET: { kind: 'came-too-slowly', detail: 'the request broke off' },
}

/** What cannot even be routed. */
export function answerFrameworkError(
  error: FastifyError,
  _request: FastifyRequest,
  reply: FastifyReply,
): void {
  sendProblem(reply, problemOf(error))
}

/** What is not HTTP as we take it: answered on the bare connection, which is then closed. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const details = detailsOf(clientProblem(error.code), 'none')
  const body = JSON.stringify(details)
  socket.end(
    `HTTP/1.1 ${details.status} ${details.title}\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

function clientProblem(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW')
    return { kind: 'headers-too-large', detail: 'the headers may have 16 kB at the most' }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return {
      kind: 'came-too-slowly',
      detail: 'the headers must come within a minute, and all of it within an hour',
    }
  return { kind: 'cannot-be-read', detail: 'this is not HTTP as it should be' }
}
