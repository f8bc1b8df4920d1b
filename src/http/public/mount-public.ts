import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { publicActing } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type Landlord, landlordNamed } from '#store/landlords.ts'
import { readSite, type Site } from '#store/public/site.ts'
import type { Store } from '#store/store.ts'
import { prepareAssets } from '../assets/assets.ts'
import type { Url } from '../html/url.ts'
import { fieldsFrom } from '../layout/fields.ts'
import { isFromOurPages } from '../server/same-origin.ts'
import { noSuchPage, nobodyHere, refusedPage } from './public-problem.tsx'
import type { PublicAnswer, PublicRoute, RootRoute } from './public-route.ts'
import { give, show } from './conveyed.ts'

/** What public pages are served from. */
export interface PublicGround {
  readonly store: Store
  /** Under which address we are reached. */
  readonly origin: string
}

/** Every public page there is. */
export interface PublicRoutes {
  readonly ofLandlords: readonly PublicRoute[]
  readonly roots: readonly RootRoute[]
}

/** Serves public pages, to anybody who asks. */
export async function mountPublic(
  server: FastifyInstance,
  { ofLandlords, roots }: PublicRoutes,
  ground: PublicGround,
): Promise<void> {
  await prepareAssets()
  await server.register(formbody, { bodyLimit })
  for (const root of roots)
    server.get(root.path, { config }, async (_request, reply) => {
      const given = await root.handle(ground)
      const how = { cache: root.cache, now: ground.store.now() }
      return 'file' in given ? give(reply, given, how) : show(reply, given, { ...how, around: {} })
    })
  for (const route of ofLandlords)
    server.route({
      method: route.method,
      url: `/public/:landlord${route.path}`,
      bodyLimit,
      config,
      handler: (request, reply) => answer(route, ground, request, reply),
    })
  server.get('/public/:landlord/*', { config }, (request, reply) =>
    answer(nothingHere, ground, request, reply),
  )
}

const config = { public: true } as const
const bodyLimit = 200_000

const nothingHere: PublicRoute = {
  method: 'GET',
  path: '/*',
  cache: 'never',
  handle: async () => noSuchPage,
}

async function answer(
  route: PublicRoute,
  { store, origin }: PublicGround,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const how = { cache: route.method === 'POST' ? ('never' as const) : route.cache, now: store.now() }
  const landlord = await landlordIn(request, store)
  if (landlord === undefined) return show(reply, nobodyHere, { ...how, around: {} })
  const acting = publicActing(landlord.landlord)
  const found = await readSite(store, acting)
  const site = isRefused(found) ? undefined : found
  const ours = route.method === 'GET' || isFromOurPages(request)
  const asked = {
    store,
    acting,
    landlord,
    site,
    origin,
    params: fieldsFrom(request.params) as Readonly<Record<string, string>>,
    query: fieldsFrom(request.query),
    fields: fieldsFrom(request.body),
  }
  const given = ours ? await route.handle(asked) : fromElsewhere
  return convey(reply, given, { ...how, landlord, site })
}

function convey(
  reply: FastifyReply,
  given: PublicAnswer | Refused,
  {
    landlord,
    site,
    ...how
  }: {
    readonly landlord: Landlord
    readonly site: Site | undefined
    readonly cache: PublicRoute['cache']
    readonly now: number
  },
): FastifyReply {
  const around = { landlord, site }
  if (isRefused(given)) {
    const { method, url } = reply.request
    const again = method === 'GET' ? (url as Url) : undefined
    return show(reply, refusedPage(given, again), { ...how, around })
  }
  if ('goTo' in given) return reply.header('cache-control', 'no-store').redirect(given.goTo, 303)
  return 'file' in given ? give(reply, given, how) : show(reply, given, { ...how, around })
}

async function landlordIn(request: FastifyRequest, store: Store): Promise<Landlord | undefined> {
  const { landlord: slug = '' } = request.params as { readonly landlord?: string }
  return /^[a-z0-9-]{1,63}$/.test(slug) ? landlordNamed(store, slug) : undefined
}

const fromElsewhere: Refused = {
  because: 'not valid',
  refusal: 'this form does not come from our own page',
  fix: 'open the page again and send it once more',
}
