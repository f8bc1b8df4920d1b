import { type Day, formatDay } from '#core/time/day.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { dayDigest } from './day-digest.ts'
import type { Differences } from './difference.ts'
import { slugOf } from './seal-days.ts'

/** Checks the root of every day against the events that entered on it; gives how many days have one. */
export async function checkRoots(tx: Transaction, differences: Differences): Promise<number> {
  const { landlord } = tx.acting
  const [of] = await tx.run(slugOf, [landlord])
  const roots = await tx.run(allRoots, [landlord])
  let previous: Buffer | undefined
  for (const root of roots) {
    const worked = await dayDigest(tx, of?.slug ?? '', previous, root.day)
    if (!worked.digest.equals(root.digest) || worked.events !== root.events)
      differences.add(rootDiffers(root, worked.events))
    // From here on by what is stored, so that one changed day is told once.
    previous = root.digest
  }
  const last = roots.at(-1)?.day
  if (last !== undefined) await checkDaysWithout(tx, roots, last, differences)
  return roots.length
}

function rootDiffers({ day, events: stored }: RootRow, there: number) {
  const on = formatDay(day)
  const why =
    stored === there
      ? 'its events, or the day sealed before it, are not what they were'
      : `it was sealed with ${stored} events, and there are ${there}`
  return {
    day: on,
    column: 'digest',
    stored: String(stored),
    workedOut: String(there),
    says: `the root of ${on} does not fit: ${why}`,
  }
}

/** A day before the last that was sealed has a root, unless nothing entered on it. */
async function checkDaysWithout(
  tx: Transaction,
  roots: readonly RootRow[],
  last: Day,
  differences: Differences,
): Promise<void> {
  const sealed = new Set(roots.map(({ day }) => day))
  for (const { day, events } of await tx.run(eventsByDay, [tx.acting.landlord, formatDay(last)])) {
    if (sealed.has(day)) continue
    const on = formatDay(day)
    const count = events === 1 ? '1 event' : `${events} events`
    differences.add({
      day: on,
      says: `${on} has no root, though later days have one; ${count} entered on it, or were made to look so`,
    })
  }
}

interface RootRow {
  readonly day: Day
  readonly events: number
  readonly digest: Buffer
}

const allRoots = statement<RootRow>(
  'roots-to-verify',
  'select day, events, digest from daily_roots where landlord = $1 order by day',
)

const eventsByDay = statement<{ readonly day: Day; readonly events: number }>(
  'events-by-day',
  `select entered_on as day, count(*) as events from events where landlord = $1 and entered_on <= $2
    group by entered_on order by entered_on`,
)
