import { Type } from 'typebox'
import { isRefused } from '#core/refused.ts'
import { cursorOf, keyFrom } from '#http/api/cursor.ts'
import { route } from '#http/api/route.ts'
import { anything, id, instant, object, optional, orNull, page, paging } from '#http/api/schema.ts'
import { writtenAt } from '#http/api/written.ts'
import { listCases } from '#store/ledger/list-cases.ts'
import { readCase, readTimeline } from '#store/ledger/read-case.ts'
import { caseSchema, shownCase } from './case-shown.ts'
import { clockSchema, shownClock } from './clock-shown.ts'

const params = object({ case: id('the case', '4F7K-2MPX-9Q') })

/** Lists cases, page by page. */
export const listCasesRoute = route({
  method: 'GET',
  path: '/cases',
  permission: 'cases.read',
  summary: 'List cases',
  description:
    'Those in which something happened latest come first. A contractor sees the contractor’s own jobs.',
  tag: 'Cases',
  query: object({
    kind: optional(Type.String({ maxLength: 100, description: 'of this kind' })),
    customer: optional(id('of this customer')),
    home: optional(id('of this home')),
    team: optional(id('that this team has')),
    holder: optional(id('that this member of staff has')),
    open: optional(Type.Boolean({ description: 'only open ones, or only closed ones' })),
    ...paging,
  }),
  answers: { 200: { says: 'A page of cases', body: page(caseSchema) } },
  async handle({ store, acting, query }) {
    const { kind, customer, home, team, holder, open, limit = 50 } = query
    const key = keyFrom(query.after, ['instant', 'text'])
    const rows = await listCases(store, acting, {
      ...(kind !== undefined && { kind }),
      ...(customer !== undefined && { customerId: customer }),
      ...(home !== undefined && { homeId: home }),
      ...(team !== undefined && { teamId: team }),
      ...(holder !== undefined && { holderId: holder }),
      ...(open !== undefined && { isOpen: open }),
      ...(key !== undefined && { after: { lastAt: key[0], caseId: key[1] } }),
      limit,
    })
    if (isRefused(rows)) return rows
    const last = rows.length < limit ? undefined : rows.at(-1)
    const next = last === undefined ? null : cursorOf([last.last_at ?? 0, last.case_id])
    return { status: 200, body: { rows: rows.map(shownCase), next } }
  },
})

/** Reads one case with its clocks. */
export const readCaseRoute = route({
  method: 'GET',
  path: '/cases/{case}',
  permission: 'cases.read',
  summary: 'Read a case',
  description: 'The case as it stands, with every clock that runs or ran on it. The ETag is its version.',
  tag: 'Cases',
  params,
  answers: {
    200: { says: 'The case', body: object({ case: caseSchema, clocks: Type.Array(clockSchema) }) },
  },
  refuses: ['not found'],
  async handle({ store, acting, params: asked }) {
    const read = await readCase(store, acting, asked.case)
    if (isRefused(read)) return read
    const body = { case: shownCase(read.case), clocks: read.clocks.map(shownClock) }
    return { status: 200, body, etag: read.case.version }
  },
})

const eventSchema = object(
  {
    sequence: Type.Integer({ description: 'its place in the case' }),
    type: Type.String({ description: 'what happened' }),
    id: orNull(Type.String({ description: 'its own name' })),
    at: instant('when it happened'),
    recordedAt: instant('when we were told'),
    by: Type.String({ description: 'who told us: a member of staff, a key, an import, the system' }),
    data: anything('the facts; words stand in them by reference'),
  },
  { title: 'Event' },
)

/** Reads everything that was ever told of a case. */
export const timelineRoute = route({
  method: 'GET',
  path: '/cases/{case}/timeline',
  permission: 'cases.read',
  summary: 'Read a case’s timeline',
  description: 'Every event as it was told, in the order of the ledger; corrected and withdrawn ones too.',
  tag: 'Cases',
  params,
  answers: {
    200: { says: 'The events', body: object({ case: caseSchema, events: Type.Array(eventSchema) }) },
  },
  refuses: ['not found'],
  async handle({ store, acting, params: asked }) {
    const read = await readTimeline(store, acting, asked.case)
    if (isRefused(read)) return read
    const events = read.events.map((event) => ({
      sequence: event.sequence,
      type: event.type,
      id: event.event_id,
      at: writtenAt(event.occurred_at),
      recordedAt: writtenAt(event.recorded_at),
      by: event.actor,
      data: event.data,
    }))
    return { status: 200, body: { case: shownCase(read.case), events }, etag: read.case.version }
  },
})
