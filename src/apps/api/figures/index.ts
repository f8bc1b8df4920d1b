import { Type } from 'typebox'
import { isRefused } from '#core/refused.ts'
import { firstDayOf, lastDayOf } from '#core/time/civil.ts'
import { formulaOf } from '#core/promises/measures.ts'
import { cursorOf, keyFrom } from '#http/api/cursor.ts'
import { type Route, route } from '#http/api/route.ts'
import { date, instant, object, oneOf, optional, orNull, page, paging } from '#http/api/schema.ts'
import { writtenAt, writtenOn } from '#http/api/written.ts'
import { clocksBehind } from '#store/ledger/clocks-behind.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { zoneOf } from '#store/terms/zone-of.ts'
import { clockSchema, shownClock } from '../cases/clock-shown.ts'
import { figureSchema, shownFigure } from './figure-shown.ts'
import { monthsAsked, monthsOf } from './months.ts'

const promisesRoute = route({
  method: 'GET',
  path: '/promises',
  permission: 'cases.read',
  summary: 'List the promises',
  description: 'Every promise as its newest edition words it, with how it is measured and its target.',
  tag: 'Figures',
  answers: {
    200: {
      says: 'The promises',
      body: object({
        promises: Type.Array(
          object({
            promise: Type.String({ description: 'its id' }),
            section: Type.String(),
            subject: Type.String(),
            says: Type.String({ description: 'the promise in the landlord’s words' }),
            measure: Type.String({ description: 'how it is measured: clock, ratio, survey and so on' }),
            formula: Type.String({ description: 'the same in plain words' }),
            target: orNull(Type.String()),
            reported: Type.Array(Type.String()),
            assuredBy: Type.Array(Type.String()),
            reading: orNull(Type.String({ description: 'how an ambiguous clause is read' })),
            edition: Type.String(),
          }),
        ),
      }),
    },
  },
  async handle({ store, acting }) {
    const found = await readPromises(store, acting)
    if (isRefused(found)) return found
    const promises = found.map(({ promise, edition }) => ({
      promise: promise.id,
      section: promise.section,
      subject: promise.subject,
      says: promise.promise,
      measure: promise.measure,
      formula: formulaOf(promise),
      target: promise.target?.text ?? null,
      reported: promise.reported,
      assuredBy: promise.assuredBy,
      reading: promise.reading ?? null,
      edition: edition.pack.edition,
    }))
    return { status: 200, body: { promises } }
  },
})

const figuresRoute = route({
  method: 'GET',
  path: '/figures',
  permission: 'figures.read',
  summary: 'Read what was kept',
  description:
    'Figures of whole months, as at `asOf`: a share of what was decided in the period, with all that was not counted beside it.',
  tag: 'Figures',
  query: object({
    ...monthsAsked,
    by: optional(oneOf(['month', 'quarter', 'year', 'all'], 'how to cut the months; all unless said')),
    promise: optional(Type.String({ maxLength: 100, description: 'this promise alone' })),
  }),
  answers: {
    200: {
      says: 'The figures, promise by promise and within each in the order of the periods',
      body: object({
        pack: Type.String(),
        edition: Type.String(),
        asOf: instant('up to when facts and time are counted'),
        from: date('the first day'),
        to: date('the last day'),
        figures: Type.Array(figureSchema),
        notes: Type.Array(Type.String(), { description: 'what a reader must know' }),
      }),
    },
  },
  refuses: ['not found', 'not valid'],
  async handle({ store, acting, query }) {
    const months = monthsOf(query)
    if (isRefused(months)) return months
    const measured = await readFigures(store, acting, {
      by: query.by ?? 'all',
      ...(months.from !== undefined && { from: firstDayOf(months.from) }),
      ...(months.to !== undefined && { to: lastDayOf(months.to) }),
      ...(query.promise !== undefined && { promise: query.promise }),
    })
    if (isRefused(measured)) return measured
    const { pack, asOf, from, to, promises, notes } = measured
    const figures = promises.flatMap(({ byPeriod }) => byPeriod.map(shownFigure))
    const span = { asOf: writtenAt(asOf), from: writtenOn(from), to: writtenOn(to) }
    return { status: 200, body: { pack: pack.id, edition: pack.edition, ...span, figures, notes } }
  },
})

const behindRoute = route({
  method: 'GET',
  path: '/figures/{promise}/clocks',
  permission: 'figures.read',
  summary: 'List the clocks behind a figure',
  description:
    'Every clock of a promise that was decided in the months asked for, in the order in which they were decided.',
  tag: 'Figures',
  params: object({ promise: Type.String({ minLength: 1, maxLength: 100, description: 'the promise’s id' }) }),
  query: object({
    ...monthsAsked,
    outcome: optional(oneOf(['met', 'missed'], 'only what was met, or only what was missed')),
    ...paging,
  }),
  answers: { 200: { says: 'A page of clocks', body: page(clockSchema) } },
  refuses: ['not valid'],
  async handle({ store, acting, params, query }) {
    const { outcome, limit = 50 } = query
    const months = monthsOf(query)
    if (isRefused(months)) return months
    const key = keyFrom(query.after, ['instant', 'text', 'count'])
    const zone = await zoneOf(store, acting)
    if (isRefused(zone)) return zone
    const rows = await clocksBehind(store, acting, {
      promise: params.promise,
      limit,
      ...(outcome !== undefined && { outcome }),
      ...(months.from !== undefined && { from: zone.startOf(firstDayOf(months.from)) }),
      ...(months.to !== undefined && { before: zone.startOf(lastDayOf(months.to) + 1) }),
      ...(key !== undefined && { after: { decidedAt: key[0], caseId: key[1], n: key[2] } }),
    })
    if (isRefused(rows)) return rows
    const last = rows.length < limit ? undefined : rows.at(-1)
    const next = last ? cursorOf([last.decided_at ?? 0, last.case_id, last.n]) : null
    return { status: 200, body: { rows: rows.map(shownClock), next } }
  },
})

/** What was promised, and what was kept. */
export const figureRoutes: readonly Route[] = [promisesRoute, figuresRoute, behindRoute]
