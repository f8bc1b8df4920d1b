import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../server/problem.ts'
import { readJson, readLines } from './json-text.ts'
import type { Route } from './route.ts'

/** A body as it came, before it is checked: JSON, bytes or a stream. */
export interface ReadBody {
  readonly contentType: string
  readonly bytes: Buffer
  readonly json?: unknown
  readonly stream?: IncomingMessage
}

/** How large a body may be where its route says nothing. */
const usualBytes = 1_000_000
export const json = 'application/json'
export const ndjson = 'application/x-ndjson'

/** Reads the body of a request by what its route takes: never more of it than the route allows. */
export async function readBody(
  route: Route,
  request: FastifyRequest,
  payload: IncomingMessage,
): Promise<ReadBody> {
  const contentType = contentTypeOf(request.headers['content-type'])
  const takes = takenBy(route)
  if (!takes.some((taken) => taken === '*/*' || taken === contentType))
    throw new ProblemError({ kind: 'wrong-content-type', detail: wrongType(contentType, takes) })
  const most = route.limits?.bytes ?? usualBytes
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge(most)
  if (route.limits?.streamed) return { contentType, bytes: Buffer.alloc(0), stream: payload }
  const bytes = await collected(payload, most)
  if (route.body === undefined) return { contentType, bytes }
  if (contentType === json || contentType.endsWith('+json'))
    return { contentType, bytes, json: readJson(bytes) }
  if (contentType === ndjson) return { contentType, bytes, json: readLines(bytes, mostItems(route)) }
  return { contentType, bytes }
}

/** The content types that a route takes. */
export function takenBy({ takes, body }: Route): readonly string[] {
  return takes ?? (body === undefined ? [] : [json])
}

function contentTypeOf(header: string | undefined): string {
  return (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

function wrongType(was: string, takes: readonly string[]): string {
  if (takes.length === 0) return 'this route takes no body; send none, and no content type'
  const wanted = `send ${takes.join(' or ')}`
  return was === ''
    ? `the body has no content type; ${wanted}`
    : `“${was.slice(0, 100)}” is not taken here; ${wanted}`
}

/** A list declares how many items it may have; NDJSON has no more lines. */
function mostItems({ body }: Route): number {
  const most = body !== undefined && 'maxItems' in body ? body.maxItems : undefined
  return typeof most === 'number' ? most : 1_000
}

async function collected(payload: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) throw tooLarge(most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(most: number): ProblemError {
  return new ProblemError({
    kind: 'too-large',
    detail: `a body here may have ${most.toLocaleString('en-GB')} bytes at the most; send it in parts`,
    // What is left of it is not read, so nothing else can come on this connection.
    headers: { connection: 'close' },
  })
}
