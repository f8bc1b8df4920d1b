import type { CaseEvent } from '#core/ledger/event.ts'
import { isRecord } from '#core/ledger/field-check.ts'
import { type Refusal, refuse } from '#core/refusal.ts'

/** More events than this in one case are a mistake: a case is read whole whenever it is worked out. */
export const mostEventsACase = 20_000

/** Why a case cannot be kept, although its events came through the ledger’s door; undefined for nearly all. */
export function unkeepableCase(caseId: string, events: readonly CaseEvent[]): Refusal | undefined {
  if (events.length === 0) return refuse('the case has no event')
  if (events.length > mostEventsACase)
    return refuse(
      `the case has over ${mostEventsACase} events`,
      'give each thing that happens a case of its own',
    )
  if (isText(caseId) && events.every(({ id, data }) => isKeepable(id) && isKeepable(data))) return undefined
  return refuse('a text holds a character that cannot be kept', 'leave out control characters')
}

function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return isText(value)
  if (Array.isArray(value)) return value.every(isKeepable)
  if (!isRecord(value)) return true
  for (const name in value) if (!isText(name) || !isKeepable(value[name])) return false
  return true
}

/** PostgreSQL keeps no NUL and no half of a surrogate pair. */
function isText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}
