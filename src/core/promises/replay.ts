import type { Timeline } from '#core/ledger/timeline.ts'
import type { Instant } from '#core/time/instant.ts'
import { earliestDay } from '#core/time/range.ts'
import type { RereadingTypes } from './applies.ts'
import type { Clock, Outcome } from './clock-run.ts'
import type { Edition } from './edition.ts'
import { beginMeasuring, type Tallied } from './measuring.ts'

/** The same facts measured twice: by the pack, and by a draft. */
export interface Replaying {
  add(timeline: Timeline): void
  finish(): { readonly before: Tallied; readonly after: Tallied; readonly turned: readonly Turned[] }
}

/** A clock that came out otherwise by the draft; `none` where one of the two has no such clock. */
export interface Turned {
  readonly promise: string
  readonly case: string
  readonly n: number
  readonly before: Outcome | 'none'
  readonly after: Outcome | 'none'
}

/** Beyond this, turned cases are counted in the figures but not listed. */
const mostTurned = 100_000

/** Begins a replay. The draft is taken to be in force for as long as the pack, whatever date it carries. */
export function beginReplay(
  now: readonly Edition[],
  draft: readonly Edition[],
  rereading: RereadingTypes,
  asOf: Instant,
): Replaying {
  const zone = now.at(-1)?.calendar.zone
  const from = now[0]?.from
  if (zone === undefined || from === undefined) throw new Error('a replay needs an edition to compare with')
  const span = { zone, from: earliestDay, to: zone.dayOf(asOf), asOf }
  const backdated = draft.map((edition) => ({ ...edition, from, before: Number.POSITIVE_INFINITY }))
  let heardBefore: Clock[] = []
  let heardAfter: Clock[] = []
  const before = beginMeasuring({ editions: now, rereading, span }, (clock) => heardBefore.push(clock))
  const after = beginMeasuring({ editions: backdated, rereading, span }, (clock) => heardAfter.push(clock))
  const turned: Turned[] = []
  return {
    add(timeline) {
      before.add(timeline)
      after.add(timeline)
      for (const each of turns(heardBefore, heardAfter)) if (turned.length < mostTurned) turned.push(each)
      heardBefore = []
      heardAfter = []
    },
    finish() {
      // The landlord's own duties are heard only now.
      const ended = { before: before.finish(), after: after.finish() }
      return { ...ended, turned: [...turned, ...turns(heardBefore, heardAfter)] }
    },
  }
}

function turns(before: readonly Clock[], after: readonly Clock[]): readonly Turned[] {
  const was = new Map(before.map((clock) => [nameOf(clock), clock]))
  const is = new Map(after.map((clock) => [nameOf(clock), clock]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, made] = [was.get(key), is.get(key)]
    const clock = old ?? made
    if (clock === undefined || old?.outcome === made?.outcome) return []
    return [
      {
        promise: clock.promise,
        case: clock.case,
        n: clock.n,
        before: old?.outcome ?? 'none',
        after: made?.outcome ?? 'none',
      },
    ]
  })
}

function nameOf({ promise, n }: Clock): string {
  return `${promise} ${n}`
}
