import { Type } from 'typebox'
import { isRefused } from '#core/refused.ts'
import { type Route, route } from '#http/api/route.ts'
import { anything, date, id, instant, object, optional, orNull, text } from '#http/api/schema.ts'
import { writtenAt, writtenOn } from '#http/api/written.ts'
import { activateTerms } from '#store/terms/activate.ts'
import { previewTerms } from '#store/terms/bring-to-terms.ts'
import { checkedPack } from '#store/terms/edition-checks.ts'
import { listEditions, readEdition, readHolidays } from '#store/terms/read-terms.ts'
import { moveSchema, shownMove } from './move-shown.ts'

const packText = text('the pack, as its YAML file has it', 2_000_000, { minLength: 1 })
const feed = anything('bank holidays in the format of GOV.UK')
const why = text('why, in a sentence; kept with it', 500, { minLength: 1 })
const limits = { bytes: 4_000_000, seconds: 120 }

const activated = object({
  version: Type.Integer({ description: 'the terms by which everything is now counted' }),
  editions: Type.Array(Type.String()),
})

const listRoute = route({
  method: 'GET',
  path: '/editions',
  permission: 'editions.read',
  summary: 'List editions',
  tag: 'Editions',
  answers: {
    200: {
      says: 'Every edition that was activated, the newest first',
      body: object({
        editions: Type.Array(
          object({
            edition: Type.String(),
            inForceFrom: date('from when it governs what begins'),
            activatedAt: instant('when it was activated'),
            activatedBy: Type.String({ description: 'who activated it' }),
          }),
        ),
      }),
    },
  },
  async handle({ store, acting }) {
    const rows = await listEditions(store, acting)
    if (isRefused(rows)) return rows
    const editions = rows.map((row) => ({
      edition: row.edition,
      inForceFrom: writtenOn(row.in_force_from),
      activatedAt: writtenAt(row.activated_at),
      activatedBy: row.activated_by,
    }))
    return { status: 200, body: { editions } }
  },
})

const readRoute = route({
  method: 'GET',
  path: '/editions/{edition}',
  permission: 'editions.read',
  summary: 'Read the pack of an edition',
  tag: 'Editions',
  params: object({ edition: id('the edition', '2010-01') }),
  answers: { 200: { says: 'The pack, word for word', file: ['application/yaml'] } },
  refuses: ['not found'],
  async handle({ store, acting, params }) {
    const pack = await readEdition(store, acting, params.edition)
    if (isRefused(pack)) return pack
    return { status: 200, file: { type: 'application/yaml', content: Buffer.from(pack) } }
  },
})

const checkRoute = route({
  method: 'POST',
  path: '/editions/check',
  permission: 'editions.activate',
  summary: 'Check the draft of an edition',
  description: 'Reads a pack as activating would, and names every fault with its line. Nothing is kept.',
  tag: 'Editions',
  body: object({ pack: packText }),
  limits,
  answers: {
    200: {
      says: 'It has no faults',
      body: object({
        pack: Type.String(),
        edition: Type.String(),
        inForceFrom: date('from when it would govern what begins'),
        promises: Type.Integer({ description: 'how many promises it has' }),
      }),
    },
  },
  refuses: ['not valid', 'too large'],
  async handle({ store, body }) {
    const pack = checkedPack(body.pack, store.vocabulary)
    if (isRefused(pack)) return pack
    const { id: name, edition, inForceFrom, promises } = pack
    return {
      status: 200,
      body: { pack: name, edition, inForceFrom: writtenOn(inForceFrom), promises: promises.length },
    }
  },
})

const previewRoute = route({
  method: 'POST',
  path: '/editions/preview',
  permission: 'editions.activate',
  summary: 'See what an edition or bank holidays would move',
  description:
    'Tries the change on the cases that it concerns and lists the clocks that would move, the first thousand of them. Nothing is kept.',
  tag: 'Editions',
  body: object({ pack: optional(packText), holidays: optional(feed) }),
  limits,
  answers: {
    200: {
      says: 'What would move',
      body: object({
        cases: Type.Integer({ description: 'how many cases were tried' }),
        moved: Type.Integer({ description: 'how many clocks would move, be added or go' }),
        more: Type.Boolean({ description: 'whether it concerns more cases than were tried' }),
        moves: Type.Array(moveSchema),
      }),
    },
  },
  refuses: ['not valid', 'already there', 'too large'],
  async handle({ store, acting, body }) {
    const preview = await previewTerms(store, acting, changeOf(body))
    if (isRefused(preview)) return preview
    const { cases, moved, more, moves } = preview
    return { status: 200, body: { cases, moved, more, moves: moves.map(shownMove) } }
  },
})

const activateRoute = route({
  method: 'POST',
  path: '/editions',
  permission: 'editions.activate',
  summary: 'Activate an edition',
  description:
    'From now on, what is recorded is counted by it. Open clocks are brought to it in the background.',
  tag: 'Editions',
  body: object({ pack: packText, holidays: optional(feed), why }),
  limits,
  answers: { 201: { says: 'It was activated', body: activated } },
  refuses: ['not valid', 'already there', 'too large'],
  async handle({ store, acting, body }) {
    const done = await activateTerms(store, acting, { ...changeOf(body), why: body.why })
    if (isRefused(done)) return done
    return { status: 201, body: done }
  },
})

const holidaysRoute = route({
  method: 'GET',
  path: '/holidays',
  permission: 'editions.read',
  summary: 'Read the bank holidays that count',
  tag: 'Editions',
  answers: {
    200: {
      says: 'The bank holidays as they were loaded',
      body: object({ holidays: feed, loadedAt: instant('when'), loadedBy: orNull(Type.String()) }),
    },
  },
  refuses: ['not found'],
  async handle({ store, acting }) {
    const row = await readHolidays(store, acting)
    if (isRefused(row)) return row
    const body = { holidays: row.feed, loadedAt: writtenAt(row.loaded_at), loadedBy: row.loaded_by }
    return { status: 200, body }
  },
})

const loadHolidaysRoute = route({
  method: 'POST',
  path: '/holidays',
  permission: 'editions.activate',
  summary: 'Load bank holidays',
  description: 'They count at once for what is recorded; open clocks are brought to them in the background.',
  tag: 'Editions',
  body: object({ holidays: feed, why }),
  limits,
  answers: { 201: { says: 'They were loaded', body: activated } },
  refuses: ['not valid'],
  async handle({ store, acting, body }) {
    const done = await activateTerms(store, acting, { holidays: body.holidays, why: body.why })
    if (isRefused(done)) return done
    return { status: 201, body: done }
  },
})

/** By what everything is counted: editions of the pack, and bank holidays. */
export const termsRoutes: readonly Route[] = [
  listRoute,
  activateRoute,
  checkRoute,
  previewRoute,
  readRoute,
  holidaysRoute,
  loadHolidaysRoute,
]

function changeOf({ pack, holidays }: { readonly pack?: string | undefined; readonly holidays?: unknown }) {
  return { ...(pack !== undefined && { pack }), ...(holidays !== undefined && { holidays }) }
}
