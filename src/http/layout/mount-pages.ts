import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { permissions } from '#core/people/permission.ts'
import { type Because, isRefused, type Refused } from '#core/refused.ts'
import type { Door } from '#store/people/door.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { Store } from '#store/store.ts'
import { prepareAssets, serveAssets } from '../assets/assets.ts'
import { serveIcon } from '../assets/icon.ts'
import { documentOf } from '../html/jsx-runtime.ts'
import { local, localFrom } from '../html/local.ts'
import type { Url } from '../html/url.ts'
import { type LiveConfig, liveStreams, longestStream, standsAt } from '../live/live-streams.ts'
import { clearCookie, mannerOf, setCookie } from '../session/cookies.ts'
import { formTokenField, formTokenFor, isOurForm } from '../session/form-token.ts'
import { visitorOf } from '../session/recognise.ts'
import { sentence } from './fault.ts'
import { fieldsFrom, textIn } from './fields.ts'
import { pageHeaders } from './page-headers.ts'
import type { Places } from './navigation.tsx'
import { Page } from './page.tsx'
import {
  type GivenFile,
  type GoneTo,
  isOpenTo,
  type PageAnswer,
  type PageAsked,
  type PageRoute,
  type ShownPage,
} from './page-route.ts'
import { problemWords } from './problem-words.tsx'
import { stepOf } from './steps.ts'
import { sentForm } from './sent-form.ts'

export interface PageGround {
  readonly store: Store
  readonly door: Door
  /** Where somebody who is in may go from any page. */
  readonly placesFor: (visitor: Visitor) => Places
  readonly live?: LiveConfig | undefined
}

/** Serves pages, and the style sheet and script they share. Who may not see one is sent to sign in, or told. */
export async function mountPages(
  server: FastifyInstance,
  routes: readonly PageRoute[],
  ground: PageGround,
): Promise<void> {
  await prepareAssets()
  await server.register(formbody, { bodyLimit })
  await server.register(multipart)
  serveAssets(server)
  serveIcon(server)
  const streams = liveStreams(server, ground.live)
  for (const route of routes)
    server.route({
      method: route.method,
      url: route.path,
      bodyLimit,
      // A stream is nothing without its events.
      ...(route.watch !== undefined && { handlerTimeout: longestStream + 60_000, exposeHeadRoute: false }),
      handler: async (request, reply) => {
        const asked = await askedOf(request, reply, ground)
        const turnedAway = turnAway(route, asked)
        if (turnedAway !== undefined)
          return fromScript(asked) ? reply.code(401).send() : send(asked, ground, turnedAway)
        if (route.watch === undefined)
          return send(asked, ground, await live(routes, asked, await answerTo(route, asked)))
        const stream = streams.open(route, asked as PageAsked<Visitor>)
        return isRefused(stream) ? send(asked, ground, stream) : stream
      },
    })
}

/** The longest note, each of its letters written as several bytes. */
const bodyLimit = 1_000_000

type Asked = PageAsked<Visitor | undefined>

async function askedOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { store, door }: PageGround,
): Promise<Asked> {
  const manner = mannerOf(door.origin)
  return {
    store,
    door,
    visitor: await visitorOf(store, manner, request),
    params: fieldsFrom(request.params) as Readonly<Record<string, string>>,
    query: fieldsFrom(request.query),
    fields: fieldsFrom(request.body),
    formToken: formTokenFor(request, reply, { box: door.box, manner }),
    request,
    reply,
  }
}

/** Who may not see this page is sent to sign in, or told. */
function turnAway(route: PageRoute, asked: Asked): PageAnswer | undefined {
  const { visitor } = asked
  const elsewhere = mustGo(route, asked)
  if (elsewhere !== undefined) return elsewhere
  return visitor === undefined || isOpenTo(route, visitor.acting) ? undefined : notFor(route, visitor)
}

async function answerTo(route: PageRoute, asked: Asked): Promise<PageAnswer | Refused> {
  return route.method === 'POST' ? answerForm(route, asked) : route.handle(asked as PageAsked<never>)
}

/** A live page carries where it stands, so that nothing is missed until its stream is open. */
async function live(
  routes: readonly PageRoute[],
  asked: Asked,
  answer: PageAnswer | Refused,
): Promise<PageAnswer | Refused> {
  if (isRefused(answer) || !('content' in answer) || answer.live === undefined) return answer
  return { ...answer, live: await standsAt(routes, answer.live, asked as PageAsked<Visitor>) }
}

/** What a form sends is read once its sender may send it, files and all, and taken if one of our own pages drew it. */
async function answerForm(route: PageRoute, asked: Asked): Promise<PageAnswer | Refused> {
  const { request, door } = asked
  const sent = route.takesFiles === true ? await sentForm(request) : { fields: asked.fields }
  if (isRefused(sent)) return sent
  const ground = { box: door.box, manner: mannerOf(door.origin) }
  if (!isOurForm(request, sent.fields[formTokenField], ground)) return staleForm()
  return route.handle({ ...asked, ...sent } as PageAsked<never>)
}

/** Where somebody goes who has yet to sign in, or to finish it; then they are brought back to what they asked for. */
function mustGo(route: PageRoute, { visitor, request, query, fields }: Asked): GoneTo | undefined {
  if (route.who === 'anybody') return undefined
  const next = route.method === 'GET' ? localFrom(request.url) : undefined
  if (visitor === undefined) return { goTo: withNext(local`/sign-in`, next) }
  if (route.who === 'half way' || visitor.standing === 'in') return undefined
  const meant = localFrom(textIn(query, 'next')) ?? localFrom(textIn(fields, 'next'))
  return { goTo: withNext(stepOf(visitor.standing), meant ?? next) }
}

function withNext(step: Url, next: Url | undefined): Url {
  return next === undefined || next === '/' ? step : (`${step}?next=${encodeURIComponent(next)}` as Url)
}

function send(asked: Asked, ground: PageGround, answer: PageAnswer | Refused): FastifyReply {
  const { reply, door } = asked
  const manner = mannerOf(door.origin)
  reply.headers({ ...pageHeaders })
  if (isRefused(answer)) return draw(asked, ground, refusedPage(answer))
  if ('file' in answer) return give(reply, answer)
  if (!('goTo' in answer)) return draw(asked, ground, answer)
  if (answer.session === 'over') clearCookie(reply, manner, 'session')
  else if (answer.session !== undefined) setCookie(reply, manner, 'session', answer.session.token)
  // Our own script asked for no page: it is told whether what it sent was taken.
  if (fromScript(asked)) return reply.code(204).send()
  // 303: whatever was sent, the browser fetches the next page.
  return reply.redirect(String(answer.goTo), 303)
}

/** No page of another site can send this header, and no form can. */
function fromScript({ request }: Asked): boolean {
  return request.headers['kept-script'] !== undefined
}

/**
 * Shown in the browser where it can: it is ours, and holds nothing that runs. What is made for a browser is never opened on
 * our site, and would be nobody’s there.
 */
function give(reply: FastifyReply, { file: { name, type, bytes, keep } }: GivenFile): FastifyReply {
  const isPage = type.startsWith('text/html')
  if (isPage) reply.header('content-security-policy', filePolicy)
  const how = keep === true || isPage ? 'attachment' : 'inline'
  return reply
    .type(type)
    .header('content-disposition', `${how}; filename="${safeName(name)}"`)
    .send(Buffer.from(bytes))
}

const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"

/** Letters that no header and no file system takes for anything else. */
function safeName(name: string): string {
  return name
    .replaceAll(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(-100)
}

function draw(asked: Asked, { placesFor }: PageGround, page: ShownPage): FastifyReply {
  const { visitor, request, reply } = asked
  const around = {
    landlord: visitor?.landlord.name ?? page.landlord,
    places: visitor?.standing === 'in' ? placesFor(visitor) : undefined,
    path: request.url.split('?', 1)[0] ?? '',
    signOutToken: visitor === undefined ? undefined : goingOn(asked, page.session?.token),
  }
  return reply
    .code(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(documentOf(Page({ around, words: page })))
}

/** The token of forms on the page: of the session that it goes on with, where that is a new one. */
function goingOn({ request, reply, door, formToken }: Asked, session: string | undefined): string {
  if (session === undefined) return formToken
  const manner = mannerOf(door.origin)
  setCookie(reply, manner, 'session', session)
  return formTokenFor(request, reply, { box: door.box, manner }, session)
}

const statusFor: Readonly<Record<Because, number>> = {
  'not valid': 422,
  'not allowed': 403,
  'not found': 404,
  'changed meanwhile': 409,
  'already there': 409,
  'too large': 413,
  'too many': 429,
}

/** A refusal that no form can show beside a field. */
function refusedPage(refused: Refused): ShownPage {
  const title = sentence(refused.refusal).replace(/[.]$/, '')
  return {
    status: statusFor[refused.because],
    ...problemWords(title, refused.fix === undefined ? '' : sentence(refused.fix)),
  }
}

function staleForm(): ShownPage {
  return {
    status: 403,
    ...problemWords(
      'This form is no longer good',
      'It was open for long, or you signed in or out meanwhile. Nothing was changed. Go back, load the page again and send it once more.',
    ),
  }
}

function notFor({ who, ownStaffOnly }: PageRoute, { acting: { contractorId } }: Visitor): ShownPage {
  const why =
    ownStaffOnly === true && contractorId !== undefined
      ? 'It is for the landlord’s own staff.'
      : `It needs permission to ${permissions[who as keyof typeof permissions]}. Ask an administrator.`
  return { status: 403, ...problemWords('You may not see this page', why) }
}
