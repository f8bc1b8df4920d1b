import { isCalled } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import type { Transaction } from '../database.ts'
import { type EventRow, eventOf } from '../ledger/event-row.ts'
import { statement } from '../statement.ts'

/**
 * Tells of a figure as it stands now whether nobody here has checked it: it was loaded with a landlord’s past, or recorded when figures
 * still counted unchecked. Whoever checks one tells the ledger of it themselves, so only then are teller and checker the same.
 */
export async function uncheckedReturns(tx: Transaction): Promise<(figure: CaseEvent) => boolean> {
  const figures: CaseEvent[] = []
  const tellers = new Map<string, string>()
  for (const row of await tx.run(tellingsOfReturns, [tx.acting.landlord])) {
    const event = eventOf(row)
    const isNew = event.type === 'return-recorded'
    if (isNew) figures.push(event)
    const meant = isNew
      ? [event]
      : figures.filter((each) => each.case === event.case && isCalled(each, event.data['event']))
    for (const figure of meant) tellers.set(keyOf(figure), row.actor)
  }
  return (figure) => {
    const { author, checker } = figure.data
    const isBoth = typeof checker === 'string' && checker !== author
    return !isBoth || tellers.get(keyOf(figure)) !== `staff:${checker}`
  }
}

function keyOf({ case: caseId, line }: CaseEvent): string {
  return `${line} ${caseId}`
}

const tellingsOfReturns = statement<EventRow>(
  'tellings-of-returns',
  `select case_id, sequence, kind, type, event_id, occurred_at, recorded_at, actor, data from events
    where landlord = $1 and type in ('return-recorded', 'event-corrected')
      and case_id in (select case_id from events where landlord = $1 and type = 'return-recorded')
    order by case_id, sequence limit 100000`,
)
