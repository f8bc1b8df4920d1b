import type { Acting } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { readTimeline } from '#store/ledger/read-case.ts'
import type { Store } from '#store/store.ts'

/** When we are to ring back, as it was agreed last; nothing where that is over or was left open. */
export async function whenWeRing(store: Store, acting: Acting, caseId: string): Promise<Instant | undefined> {
  const timeline = await readTimeline(store, acting, caseId)
  if (isRefused(timeline)) return undefined
  const last = timeline.events.findLast(({ type }) => ofRinging.has(type))
  const agreed = last?.type === 'call-back-agreed' ? last.data['for'] : undefined
  const at = typeof agreed === 'string' && agreed.includes('T') ? Date.parse(agreed) : Number.NaN
  return Number.isNaN(at) ? undefined : at
}

const ofRinging: ReadonlySet<string> = new Set(['call-back-agreed', 'call-returned', 'reply-sent'])
