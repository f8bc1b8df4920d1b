import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { dayOfWeek } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import { cursorOf, keyFrom } from '#http/api/cursor.ts'
import { route } from '#http/api/route.ts'
import { id, object, oneOf, optional, page, paging } from '#http/api/schema.ts'
import { worklist, type WorklistAsked } from '#store/ledger/worklist.ts'
import { zoneOf } from '#store/terms/zone-of.ts'
import { clockSchema, shownClock } from './clock-shown.ts'

const lists = ['mine', 'team', 'unassigned', 'all'] as const
const spans = ['overdue', 'today', 'this week'] as const

/** Lists what is to be done, in the order in which it falls due. */
export const worklistRoute = route({
  method: 'GET',
  path: '/worklist',
  permission: 'cases.read',
  summary: 'List open clocks in the order in which they fall due',
  description:
    'What is overdue comes first. A contractor sees the contractor’s own jobs, whatever `of` says.',
  tag: 'Cases',
  query: object({
    of: optional(
      oneOf(lists, 'whose work: mine, a team’s, a team’s that nobody has, or everybody’s; all unless said'),
    ),
    team: optional(id('the team, for `of=team` and `of=unassigned`')),
    due: optional(oneOf(spans, 'only what is overdue, or falls due today or this week')),
    ...paging,
  }),
  answers: { 200: { says: 'A page of clocks', body: page(clockSchema) } },
  async handle({ store, acting, query }) {
    const { limit = 50 } = query
    const of = whose(acting, query.of ?? 'all', query.team)
    if (isRefused(of)) return of
    const key = keyFrom(query.after, ['instant', 'text', 'text', 'count'])
    const zone = query.due === undefined ? undefined : await zoneOf(store, acting)
    if (isRefused(zone)) return zone
    const rows = await worklist(store, acting, {
      of,
      limit,
      ...(query.due !== undefined && zone !== undefined && spanOf(query.due, store.now(), zone)),
      ...(key !== undefined && { after: { keepsUntil: key[0], caseId: key[1], promise: key[2], n: key[3] } }),
    })
    if (isRefused(rows)) return rows
    const last = rows.length < limit ? undefined : rows.at(-1)
    const next = last ? cursorOf([last.keeps_until, last.case_id, last.promise, last.n]) : null
    return { status: 200, body: { rows: rows.map(shownClock), next } }
  },
})

function whose(
  { staffId }: Acting,
  of: (typeof lists)[number],
  teamId: string | undefined,
): WorklistAsked['of'] | Refused {
  if (of === 'all') return 'everybody'
  if (of === 'mine')
    return staffId === undefined
      ? refused('not valid', 'a key has no work of its own', 'ask for of=team or of=all', '/of')
      : { holderId: staffId }
  if (teamId === undefined)
    return refused('not valid', 'it is not said which team', 'give team as well', '/team')
  return { teamId, unassigned: of === 'unassigned' }
}

/** Weeks begin on Mondays, days at midnight where the landlord is. */
function spanOf(
  due: (typeof spans)[number],
  now: Instant,
  zone: Zone,
): Pick<WorklistAsked, 'from' | 'before'> {
  if (due === 'overdue') return { before: now }
  const today = zone.dayOf(now)
  const after = due === 'today' ? today + 1 : today + 8 - dayOfWeek(today)
  return { from: zone.startOf(today), before: zone.startOf(after) }
}
