import type { CaseEvent, EventData } from '#core/ledger/event.ts'
import { hour, type Instant, minute, utcDay } from '#core/time/instant.ts'
import type { CaseToLoad } from '#store/loading/case-to-load.ts'
import { chanceFrom } from '../measuring/chance.ts'

/** Over so many years the cases are spread; the last of them ends now. */
const years = 4
const teams = 12
const casesABatch = 1_000

/** So many cases in order of time, the same for the same end. Half of those of the last year have no answer yet. */
export function* madeCases(cases: number, until: Instant): Iterable<readonly CaseToLoad[]> {
  const spell = years * 365 * utcDay
  for (let from = 0; from < cases; from += casesABatch) {
    const size = Math.min(casesABatch, cases - from)
    yield Array.from({ length: size }, (_, index) => {
      const n = from + index
      const at = until - spell + Math.floor(((n + 1) / (cases + 1)) * spell)
      return madeCase(n, Math.floor(at / minute) * minute, until)
    })
  }
}

/** The name of a made case. */
export function caseName(n: number): string {
  return `M-${String(n).padStart(8, '0')}`
}

/** The name of a team. */
export function teamName(n: number): string {
  return `team-${n % teams}`
}

function madeCase(n: number, at: Instant, until: Instant): CaseToLoad {
  const chance = chanceFrom(n)
  const caseId = caseName(n)
  const team = teamName(Math.floor(chance() * teams))
  const isOpen = at > until - 365 * utcDay && chance() < 0.5
  const acknowledgedAt = at + Math.ceil(chance() * 80) * hour
  const repliedAt = acknowledgedAt + Math.ceil(chance() * 18 * 24) * hour
  const events: CaseEvent[] = []
  const add = (type: string, when: Instant, data: EventData) => {
    if (when > until) return
    events.push({
      case: caseId,
      kind: 'enquiry',
      type,
      id: undefined,
      at: when,
      recordedAt: when,
      line: events.length + 1,
      data,
    })
  }
  add('contact-received', at, { channel: chance() < 0.5 ? 'letter' : 'e-mail' })
  add('case-assigned', at + 10 * minute, { team })
  if (isOpen) return { caseId, events }
  add('acknowledgement-sent', acknowledgedAt, { name: true })
  add('reply-sent', repliedAt, { full: true })
  return { caseId, events }
}
