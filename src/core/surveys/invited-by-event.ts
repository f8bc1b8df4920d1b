import type { EventData, FieldValue } from '../ledger/event.ts'
import type { Day } from '../time/day.ts'
import { isDrawn } from './sample.ts'
import type { Inviting } from './survey.ts'

/** An event that a survey may follow, and its case. */
export interface FollowedCase {
  readonly caseId: string
  readonly type: string
  readonly data: EventData
  readonly teamId: string | null
  /** The day it happened. */
  readonly happenedOn: Day
}

/** On which day somebody is asked after this event; undefined where nobody is. */
export function askOn(inviting: Inviting, event: FollowedCase): Day | undefined {
  const { after, teamId, only, afterDays } = inviting
  if (!after.includes(event.type)) return undefined
  if (teamId !== null && event.teamId !== teamId) return undefined
  if (only !== null && asText(event.data[only.field]) !== only.value) return undefined
  return isDrawn(event.caseId, inviting) ? event.happenedOn + afterDays : undefined
}

function asText(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '')
}
