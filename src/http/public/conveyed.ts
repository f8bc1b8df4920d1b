import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { Instant } from '#core/time/instant.ts'
import { documentOf } from '../html/jsx-runtime.ts'
import { compressed, encodingFor } from './compressed.ts'
import { PublicFrame, type PublicAround } from './public-frame.tsx'
import { cacheControl, openHeaders, publicHeaders } from './public-headers.ts'
import type { Cache, PublicFile, PublicPage } from './public-route.ts'

/** How long an answer is good for, and from when. */
export interface Conveying {
  readonly cache: Cache
  readonly now: Instant
}

/** Sends a page, or that nothing of it changed. */
export function show(
  reply: FastifyReply,
  page: PublicPage,
  { cache, now, around }: Conveying & { readonly around: PublicAround },
): FastifyReply {
  const path = reply.request.url.split('?', 1)[0] ?? ''
  const bytes = Buffer.from(documentOf(PublicFrame({ around, page, path })))
  const { status = 200, changedAt, freshUntil } = page
  reply
    .code(status)
    .headers({ ...publicHeaders })
    .type('text/html; charset=utf-8')
  if (status === 503) reply.header('retry-after', '60')
  if (status !== 200) return reply.header('cache-control', 'no-store').send(bytes)
  return fresh(reply, bytes, { cache, now, changedAt, freshUntil, isText: true })
}

/** Sends a file, or that nothing of it changed. */
export function give(
  reply: FastifyReply,
  { file, open, links = [], changedAt, freshUntil }: PublicFile,
  { cache, now }: Conveying,
): FastifyReply {
  const { name, type, bytes, keep } = file
  reply
    .headers({ ...publicHeaders, ...(open === true && openHeaders) })
    .type(type)
    .header('content-disposition', `${keep === true ? 'attachment' : 'inline'}; filename="${safeName(name)}"`)
  if (links.length > 0) reply.header('link', links.map(linkText).join(', '))
  return fresh(reply, Buffer.from(bytes), { cache, now, changedAt, freshUntil, isText: isText(type) })
}

interface Freshness extends Conveying {
  readonly changedAt: Instant | undefined
  readonly freshUntil: Instant | undefined
  readonly isText: boolean
}

/** The tag is of the very bytes, so that it differs by how they are pressed; any of them tells that nothing changed. */
function fresh(reply: FastifyReply, bytes: Buffer, how: Freshness): FastifyReply {
  const { cache, now, changedAt, freshUntil } = how
  const left = freshUntil === undefined ? undefined : (freshUntil - now) / 1_000
  reply.header('cache-control', cacheControl(cache, left))
  if (cache === 'never') return reply.send(bytes)
  const { headers } = reply.request
  const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const encoding = how.isText ? encodingFor(headers['accept-encoding'], bytes.length) : undefined
  if (how.isText) reply.header('vary', 'accept-encoding')
  reply.header('etag', `"${digest}${encoding === undefined ? '' : `-${encoding}`}"`)
  if (changedAt !== undefined) reply.header('last-modified', new Date(changedAt).toUTCString())
  if (isSame(headers['if-none-match'], digest)) return reply.code(304).send()
  if (encoding === undefined) return reply.send(bytes)
  return reply.header('content-encoding', encoding).send(compressed(bytes, digest, encoding))
}

function isSame(known: string | undefined, digest: string): boolean {
  if (known === undefined) return false
  return known
    .slice(0, 2_000)
    .split(',')
    .map((each) =>
      each
        .trim()
        .replace(/^W\//, '')
        .replaceAll('"', '')
        .replace(/-(br|gzip)$/, ''),
    )
    .some((each) => each === '*' || each === digest)
}

function isText(type: string): boolean {
  return /^text\/|json|xml|svg/.test(type)
}

function linkText({ href, rel, type }: NonNullable<PublicFile['links']>[number]): string {
  return `<${href}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`
}

/** Letters that no header and no file system takes for anything else. */
function safeName(name: string): string {
  return name
    .replaceAll(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(-100)
}
