import type { CaseEvent } from '#core/ledger/event.ts'
import { effectiveEvents } from '#core/ledger/effective.ts'
import type { Acting } from '#core/people/acting.ts'
import { promisesOf } from '#core/promises/edition.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { callSeen } from '#core/staffing/call-seen.ts'
import { type CallGathering, type CallWeek, gatherCalls } from '#core/staffing/call-week.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import { firstDayOf, monthOf } from '#core/time/period.ts'
import { rowsInBatches, streamed } from '../cursor.ts'
import type { Transaction } from '../database.ts'
import { eventOf, type EventRow } from '../ledger/event-row.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { gatherCases } from '../tries/gather-cases.ts'
import { termsNow } from '../terms/terms-now.ts'
import { dayText, instantText } from '../types.ts'

/** Which days of calls to look at, both included; the last three months with calls up to yesterday, where none are said. */
export interface CallsAsked {
  readonly from?: Day
  readonly to?: Day
}

/** The calls of some months by half hour of the week, line by line, with what the pack promises. */
export interface CallsRead {
  readonly from: Day
  readonly to: Day
  /** All lines together under the empty name, then each by its own. */
  readonly lines: ReadonlyMap<string, CallWeek>
  readonly promises: readonly PackPromise[]
  /** How many are on the duty rota today, by half hour since midnight; nothing where none was set. */
  readonly rota: ReadonlyMap<number, number>
}

const usualMonths = 3
/** Longer spells say little of how calls come now. */
const longestDays = 370
/** A landlord with more calls than this in the months asked for looks at fewer of them. */
const mostEvents = 600_000
/** More lines than this are typing mistakes. */
const mostLines = 50

/** Reads the calls that came on these days. */
export function readCalls(store: Store, acting: Acting, asked: CallsAsked): Promise<CallsRead | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const calendar = terms.editions.at(-1)?.calendar
    if (calendar === undefined) throw new Error('terms have at least one edition')
    const { zone } = calendar
    const yesterday = zone.dayOf(store.now()) - 1
    const to = Math.min(asked.to ?? (await lastCallOn(tx, zone, yesterday)), yesterday)
    const from = asked.from ?? firstDayOf(monthOf(to) - usualMonths + 1)
    if (to - from > longestDays)
      return refused('too large', 'that is more than a year', 'choose fewer months', '/from')
    const lines = new Map<string, CallGathering>([['', gatherCalls(calendar, from, to)]])
    const lineOf = (queue: string) => {
      const found = lines.get(queue)
      if (found !== undefined || lines.size >= mostLines) return found
      const made = gatherCalls(calendar, from, to)
      lines.set(queue, made)
      return made
    }
    const span = { from: zone.startOf(from), before: zone.startOf(to + 1), asOf: store.now() }
    const whole = await tellCalls(tx, span, (events) => {
      const call = callSeen(events)
      if (call === undefined) return
      lines.get('')?.add(call)
      if (call.queue !== '') lineOf(call.queue)?.add(call)
    })
    if (!whole)
      return refused('too large', 'too many calls came in these months', 'choose fewer months', '/from')
    return {
      from,
      to,
      lines: new Map([...lines].map(([name, line]) => [name, line.finish()])),
      promises: promisesOf(terms.editions).map(({ promise }) => promise),
      rota: await rotaOn(tx, yesterday + 1),
    }
  })
}

/** The day of the last call up to a day, or that day where there was none. */
async function lastCallOn(tx: Transaction, zone: Zone, day: Day): Promise<Day> {
  const [last] = await tx.run(lastCall, [tx.acting.landlord, instantText(zone.startOf(day + 1))])
  return last === undefined ? day : zone.dayOf(last.first_at)
}

interface Span {
  readonly from: number
  readonly before: number
  readonly asOf: number
}

/** Tells each call with its events as they count; says whether all were told. */
async function tellCalls(
  tx: Transaction,
  { from, before, asOf }: Span,
  tell: (events: readonly CaseEvent[]) => void,
): Promise<boolean> {
  const gathering = gatherCases((_, told) => tell(effectiveEvents(told, asOf).events))
  let read = 0
  const values = [tx.acting.landlord, instantText(from), instantText(before)]
  for await (const rows of rowsInBatches(tx, eventsOfCalls, values)) {
    read += rows.length
    if (read > mostEvents) return false
    for (const row of rows) gathering.add(eventOf(row))
  }
  gathering.end()
  return true
}

async function rotaOn(tx: Transaction, day: Day): Promise<ReadonlyMap<number, number>> {
  const rows = await tx.run(dutyOn, [tx.acting.landlord, dayText(day)])
  const there = new Map<number, number>()
  for (const { from_minute: from, until_minute: until } of rows)
    for (let half = Math.ceil(from / 30); (half + 1) * 30 <= until; half++)
      there.set(half, (there.get(half) ?? 0) + 1)
  return there
}

const eventsOfCalls = streamed<EventRow>(
  'events-of-calls',
  `select e.case_id, e.sequence, e.kind, e.type, e.event_id, e.occurred_at, e.recorded_at, e.actor, e.data
     from cases c join events e on e.landlord = c.landlord and e.case_id = c.case_id
    where c.landlord = $1 and c.kind = 'call' and c.first_at >= $2 and c.first_at < $3
    order by c.case_id, e.sequence`,
)

const lastCall = statement<{ readonly first_at: Instant }>(
  'last-call',
  `select first_at from cases where landlord = $1 and kind = 'call' and first_at < $2 order by first_at desc limit 1`,
)

const dutyOn = statement<{ readonly from_minute: number; readonly until_minute: number }>(
  'duty-on-day',
  `select from_minute, until_minute from rota_turns where landlord = $1 and on_day = $2 and rota = 'duty' limit 500`,
)
