import { createHash } from 'node:crypto'
import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { publicActing } from '#core/people/acting.ts'
import { type Because, isRefused, type Refused } from '#core/refused.ts'
import { type Landlord, landlordNamed } from '#store/landlords.ts'
import type { Store } from '#store/store.ts'
import { prepareAssets } from '../assets/assets.ts'
import { documentOf } from '../html/jsx-runtime.ts'
import { sentence } from '../layout/fault.ts'
import { fieldsFrom } from '../layout/fields.ts'
import { isFromOurPages } from '../server/same-origin.ts'
import { cacheControl, publicHeaders } from './public-headers.ts'
import { PublicFrame } from './public-frame.tsx'
import { publicProblem } from './public-problem.tsx'
import type { PublicAnswer, PublicFile, PublicPage, PublicRoute } from './public-route.ts'

/** Serves public pages, to anybody who asks. */
export async function mountPublic(
  server: FastifyInstance,
  routes: readonly PublicRoute[],
  store: Store,
): Promise<void> {
  await prepareAssets()
  await server.register(formbody, { bodyLimit })
  for (const route of routes)
    server.route({
      method: route.method,
      url: `/public/:landlord${route.path}`,
      bodyLimit,
      config: { public: true },
      handler: async (request, reply) => {
        const landlord = await landlordIn(request, store)
        if (landlord === undefined) return draw(reply, undefined, nobodyHere, route)
        return send(reply, { landlord, route, store }, await answerTo(route, request, { landlord, store }))
      },
    })
}

const bodyLimit = 200_000

async function landlordIn(request: FastifyRequest, store: Store): Promise<Landlord | undefined> {
  const { landlord: slug = '' } = request.params as { readonly landlord?: string }
  return /^[a-z0-9-]{1,63}$/.test(slug) ? landlordNamed(store, slug) : undefined
}

async function answerTo(
  route: PublicRoute,
  request: FastifyRequest,
  { landlord, store }: { readonly landlord: Landlord; readonly store: Store },
): Promise<PublicAnswer | Refused> {
  if (route.method === 'POST' && !isFromOurPages(request)) return fromElsewhere
  return route.handle({
    store,
    acting: publicActing(landlord.landlord),
    landlord,
    params: fieldsFrom(request.params) as Readonly<Record<string, string>>,
    query: fieldsFrom(request.query),
    fields: fieldsFrom(request.body),
  })
}

interface Ground {
  readonly landlord: Landlord
  readonly route: PublicRoute
  readonly store: Store
}

function send(reply: FastifyReply, ground: Ground, answer: PublicAnswer | Refused): FastifyReply {
  const { landlord, route } = ground
  reply.headers({ ...publicHeaders })
  if (isRefused(answer)) return draw(reply, landlord, refusedPage(answer), route)
  if ('goTo' in answer) return reply.header('cache-control', 'no-store').redirect(answer.goTo, 303)
  if ('file' in answer) return give(reply, ground, answer)
  return draw(reply, landlord, answer, route)
}

function draw(
  reply: FastifyReply,
  landlord: Landlord | undefined,
  page: PublicPage,
  route: PublicRoute,
): FastifyReply {
  const text = documentOf(PublicFrame({ landlord, page, path: reply.request.url.split('?', 1)[0] ?? '' }))
  const status = page.status ?? 200
  reply
    .code(status)
    .headers({ ...publicHeaders })
    .type('text/html; charset=utf-8')
  if (status !== 200 || route.method === 'POST') return reply.header('cache-control', 'no-store').send(text)
  return fresh(reply, route, Buffer.from(text))
}

function give(reply: FastifyReply, { route }: Ground, { file }: PublicFile): FastifyReply {
  const { name, type, bytes, keep } = file
  reply
    .type(type)
    .header('content-disposition', `${keep === true ? 'attachment' : 'inline'}; filename="${name}"`)
  return fresh(reply, route, Buffer.from(bytes))
}

function fresh(reply: FastifyReply, { cache }: PublicRoute, bytes: Buffer): FastifyReply {
  reply.header('cache-control', cacheControl(cache))
  if (cache === 'never') return reply.send(bytes)
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  reply.header('etag', tag)
  return reply.request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.send(bytes)
}

const statusFor: Readonly<Record<Because, number>> = {
  'not valid': 422,
  'not allowed': 404,
  'not found': 404,
  'changed meanwhile': 409,
  'already there': 409,
  'too large': 413,
  'too many': 429,
}

function refusedPage({ because, refusal, fix }: Refused): PublicPage {
  const title = sentence(refusal).replace(/[.]$/, '')
  return publicProblem(statusFor[because], title, fix === undefined ? '' : sentence(fix))
}

const fromElsewhere: Refused = {
  because: 'not valid',
  refusal: 'this form does not come from our own page',
  fix: 'open the page again and send it once more',
}

const nobodyHere = publicProblem(
  404,
  'There is no landlord at this address',
  'Look at how the address is written.',
)
