import type { CaseEvent } from '#core/ledger/event.ts'
import type { Timeline } from '#core/ledger/timeline.ts'
import type { RereadingTypes } from '#core/promises/applies.ts'
import type { Edition } from '#core/promises/edition.ts'
import { isAct, lastInTime, notCome, reasonFor } from '#core/promises/rule-judging.ts'
import type { Instant } from '#core/time/instant.ts'
import type { PromiseAsks } from './promise-asks.ts'
import { type ActRule, actRules, asks } from './rules-of-editions.ts'

/** What promises ask to follow an act of the case and has not followed, while there is time for it. */
export interface Owed extends PromiseAsks {
  /** The act that asks for it. */
  readonly act: CaseEvent
}

/** A case, and by what it is judged. */
export interface CaseJudged {
  readonly timeline: Timeline
  readonly editions: readonly Edition[]
  readonly rereading: RereadingTypes
}

/** What is still owed in a case at an instant, each promise once, what is due first coming first. */
export function owedIn(judged: CaseJudged, now: Instant): readonly Owed[] {
  const owed = actRules(judged.editions).later.flatMap((rule) => firstOwed(rule, judged, now) ?? [])
  const byTime = (a: Owed, b: Owed) => untilOf(a) - untilOf(b)
  return owed.toSorted((a, b) => (untilOf(a) === untilOf(b) ? 0 : byTime(a, b)))
}

function untilOf({ until }: PromiseAsks): number {
  return until ?? Number.POSITIVE_INFINITY
}

/** One act that follows does for every act before it, so the first is the one that is owed. */
function firstOwed(
  rule: ActRule,
  { timeline, rereading }: CaseJudged,
  now: Instant,
): readonly Owed[] | undefined {
  for (const [index, act] of timeline.events.entries()) {
    if (!isAct(rule, act, timeline, rereading)) continue
    const until = lastInTime(rule, act.at)
    if (until !== undefined && until < now) continue
    const missing = notCome(rule.clauses.later ?? [], timeline.events.slice(index + 1), rule)
    if (missing.length === 0 || reasonFor(rule, act, timeline) !== undefined) continue
    const later = [...new Set(missing.map(({ event }) => event))]
    return [{ ...asks(rule, { later, ...(until !== undefined && { until }) }), act }]
  }
  return undefined
}
