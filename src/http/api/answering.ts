import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../server/problem.ts'
import { acceptedOf } from './accept.ts'
import type { Answer, AnsweredFile } from './answer.ts'
import { json, ndjson } from './body.ts'
import { isAsDeclared } from './checked.ts'
import type { Route } from './route.ts'

/** The content types in which a route can answer when all goes well. */
export function offeredBy({ answers }: Route): readonly string[] {
  const offered = Object.values(answers).flatMap((answer) => [
    ...(answer.body === undefined ? [] : [json]),
    ...(answer.lines === undefined ? [] : [ndjson]),
    ...(answer.file ?? []),
  ])
  return [...new Set(offered)]
}

/** Refuses a caller that would take none of a route’s content types, before anything is done. */
export function acceptsOrThrow(route: Route, request: FastifyRequest): void {
  const offered = offeredBy(route)
  if (offered.length === 0 || acceptedOf(request.headers.accept, offered).length > 0) return
  throw new ProblemError({
    kind: 'cannot-be-written-so',
    detail: `this can be answered as ${offered.join(' or ')}; let Accept name one of them`,
  })
}

/** Sends an answer as its route declared it. An answer that is not as declared is our mistake and does not leave. */
export function sendAnswer(route: Route, answer: Answer, reply: FastifyReply): FastifyReply {
  const spec = route.answers[answer.status]
  if (spec === undefined)
    throw new Error(`${route.method} ${route.path} does not declare the answer ${answer.status}`)
  reply.code(answer.status).header('cache-control', 'no-store')
  if (answer.headers !== undefined) reply.headers(answer.headers)
  if (answer.etag !== undefined) reply.header('etag', `"${answer.etag}"`)
  if (answer.file !== undefined) return sendFile(answer.file, reply)
  if (answer.lines !== undefined) return reply.type(ndjson).send(Readable.from(linesOf(answer.lines)))
  if (spec.body === undefined) return reply.send()
  if (!isAsDeclared(spec.body, answer.body))
    throw new Error(`${route.method} ${route.path} gave an answer ${answer.status} that is not as declared`)
  return reply.type(json).send(JSON.stringify(answer.body))
}

function sendFile({ type, content, name }: AnsweredFile, reply: FastifyReply): FastifyReply {
  if (name !== undefined)
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  return reply.type(type).send(content)
}

async function* linesOf(items: AsyncIterable<unknown>): AsyncIterable<string> {
  for await (const item of items) yield `${JSON.stringify(item)}\n`
}
