import { PassThrough } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Refused, refused } from '#core/refused.ts'
import { type Visitor, visitorWith } from '#store/people/sessions.ts'
import type { Url } from '../html/url.ts'
import { textIn } from '../layout/fields.ts'
import { isOpenTo, type PageAsked, type PageRoute } from '../layout/page-route.ts'
import { mannerOf, sessionTokenOf } from '../session/cookies.ts'
import { comment, event, place, placeOf } from './event-text.ts'
import { type PacedLooks, pacedLooks } from './paced-looks.ts'

export interface LiveConfig {
  /** How often each stream asks for its stamp anew; less often where very many are open. */
  readonly everyMilliseconds: number
}

/** A stream is ended after this; the browser opens another by itself. */
export const longestStream = 30 * 60_000
const heartbeatEvery = 15_000
const mostStreams = 2_000
/** More than anybody has pages open at once; a page that is not looked at has none. */
const mostOfOnePerson = 12

type Asked = PageAsked<Visitor>

/** The streams that are open, of this server. They are ended when it stops. */
export function liveStreams(
  server: FastifyInstance,
  { everyMilliseconds }: LiveConfig = { everyMilliseconds: 3_000 },
) {
  const ofPeople = new Map<string, Set<PassThrough>>()
  const all = new Set<PassThrough>()
  const looks = pacedLooks(everyMilliseconds)
  server.addHook('preClose', async () => {
    for (const stream of all) stream.end()
  })
  const begin = (person: string): PassThrough => {
    const stream = new PassThrough()
    const theirs = ofPeople.get(person) ?? new Set()
    ofPeople.set(person, theirs.add(stream))
    all.add(stream)
    stream.once('close', () => {
      all.delete(stream)
      theirs.delete(stream)
      if (theirs.size === 0) ofPeople.delete(person)
    })
    return stream
  }
  return {
    /** Answers with a stream of events, or says why there is none to be had. */
    open(route: PageRoute, asked: Asked): FastifyReply | Refused {
      const { landlord, by } = asked.visitor.acting
      const person = `${landlord} ${by}`
      if (all.size >= mostStreams || (ofPeople.get(person)?.size ?? 0) >= mostOfOnePerson) return tooMany()
      const stream = begin(person)
      void follow(stream, { route, asked, looks, all })
      return asked.reply
        .type('text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(stream)
    },
  }
}

interface Followed {
  readonly route: PageRoute
  readonly asked: Asked
  readonly looks: PacedLooks
  readonly all: ReadonlySet<PassThrough>
}

/** Tells of each change until whoever listens goes, may no longer see it, or has listened for long. */
async function follow(stream: PassThrough, { route, asked, looks, all }: Followed): Promise<void> {
  const ends = Date.now() + longestStream
  let before = asked.request.headers['last-event-id'] ?? (textIn(asked.query, 'at') || undefined)
  let lastSaid = 0
  while (isOpen(stream)) {
    const now = Date.now()
    const seen = await looks.look(() => look(route, asked))
    if (!isOpen(stream)) return
    if (seen === 'over') stream.end(event('over', ''))
    else if (now > ends) stream.end()
    else if (seen !== 'cannot tell' && seen !== before) {
      stream.write(before === undefined ? place(seen) : event('changed', seen))
      before = seen
      lastSaid = now
    } else if (now - lastSaid > heartbeatEvery) {
      stream.write(comment)
      lastSaid = now
    }
    await pause(stream, looks.pauseWith(all.size))
  }
}

/** Where a page stands that is live at this address: what it is told from then on is what changes after. */
export async function standsAt(routes: readonly PageRoute[], live: Url, asked: Asked): Promise<Url> {
  const { pathname, search, searchParams } = new URL(live, 'http://here.invalid')
  for (const route of routes) {
    const found = route.watch && new URLPattern({ pathname: route.path }).exec({ pathname })
    if (!found) continue
    const query = Object.fromEntries(searchParams)
    const stamp = await route.watch?.({ ...asked, params: found.pathname.groups, query } as never)
    return `${live}${search === '' ? '?' : '&'}at=${placeOf(stamp ?? '')}` as Url
  }
  return live
}

/** The stamp as it is now for whoever listens, as who they are now. */
async function look(route: PageRoute, asked: Asked): Promise<string> {
  try {
    const visitor = await stillHere(route, asked)
    if (visitor === undefined) return 'over'
    return placeOf((await route.watch?.({ ...asked, visitor } as unknown as PageAsked<never>)) ?? '')
  } catch (error) {
    asked.request.log.warn({ err: error }, 'what a page watches could not be looked at')
    return 'cannot tell'
  }
}

async function stillHere(route: PageRoute, { request, door, store }: Asked): Promise<Visitor | undefined> {
  const token = sessionTokenOf(request, mannerOf(door.origin))
  const visitor = token && (await visitorWith(store, token, 'a page left open'))
  if (visitor?.standing !== 'in') return undefined
  return isOpenTo(route, visitor.acting) ? visitor : undefined
}

function isOpen(stream: PassThrough): boolean {
  return !stream.destroyed && !stream.writableEnded
}

async function pause(stream: PassThrough, milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds).unref()
  stream.once('close', resolve)
  await promise
  clearTimeout(timer)
  stream.off('close', resolve)
}

function tooMany(): Refused {
  return refused(
    'too many',
    'too many pages are kept up to date just now',
    'load the page again to see it as it is',
  )
}
