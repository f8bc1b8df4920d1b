import { permissionToRecord } from '#core/people/act-permission.ts'
import type { Acting } from '#core/people/acting.ts'
import type { FieldValue } from '#core/ledger/event.ts'
import { permissions } from '#core/people/permission.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { newId } from '../new-id.ts'
import type { WordsOfAct } from '../ledger/act.ts'
import { recordStep } from '../ledger/append.ts'
import type { EventRow } from '../ledger/event-row.ts'
import { eventsOfCases } from '../ledger/recompute.ts'
import type { Recorded } from '../ledger/write.ts'
import type { Store } from '../store.ts'
import { takeBackWithAct } from '../letters/end-letter.ts'
import { contractorFault, expected, lockedCase, type Seen } from './take-case.ts'

/** How an event is put right: its time or some of its fields, or that it does not count at all. */
export type Mend =
  | {
      readonly correct: {
        readonly at?: Instant
        /** The fields put right; null for one that should be empty. */
        readonly data: Readonly<Record<string, FieldValue>>
      }
    }
  /** Why it does not count: a code. */
  | { readonly withdraw: string }

/**
 * Corrects or withdraws an event of a case. It is whoever may record such an act that may put it right: an answer to a
 * complaint is not for the counter to withdraw.
 */
export function putRight(
  store: Store,
  acting: Acting,
  asked: Seen & {
    readonly sequence: number
    readonly mend: Mend
    readonly words?: readonly WordsOfAct[]
  },
): Promise<Recorded | Refused> {
  return store.database.transact(acting, 'cases.write', async (tx) => {
    const fault = contractorFault(acting)
    if (fault !== undefined) return fault
    const row = await lockedCase(tx, asked.caseId)
    if (isRefused(row)) return row
    const events = await tx.run(eventsOfCases, [acting.landlord, [asked.caseId]])
    const event = events.find(({ sequence }) => sequence === asked.sequence)
    if (event === undefined) return refused('not found', 'there is no such event in this case')
    const needed = permissionToRecord(event.type, store.vocabulary)
    if (!acting.may.has(needed))
      return refused('not allowed', `this needs permission to ${permissions[needed]}`, 'ask a team leader')
    const name = nameOf(event, events)
    if (isRefused(name)) return name
    const act = { id: newId(), ...mendAct(name, asked.mend) }
    const words = asked.words === undefined ? {} : { words: asked.words }
    const done = await recordStep(tx, store, {
      in: asked.caseId,
      act: { ...act, ...words },
      ...expected(asked),
    })
    if (!isRefused(done) && 'withdraw' in asked.mend) await takeBackWithAct(tx, name, store.now())
    return done
  })
}

function mendAct(event: string, mend: Mend) {
  if ('withdraw' in mend) return { type: 'event-withdrawn', data: { event, reason: mend.withdraw } }
  const { at, data } = mend.correct
  return {
    type: 'event-corrected',
    data: {
      event,
      ...(at !== undefined && { at: new Date(at).toISOString() }),
      ...(Object.keys(data).length > 0 && { data }),
    },
  }
}

/** What a correction calls the event; refused where another of its case would be meant as well. */
function nameOf(event: EventRow, events: readonly EventRow[]): string | Refused {
  const same = events.filter((each) =>
    event.event_id === null
      ? each.type === event.type && each.occurred_at === event.occurred_at
      : each.event_id === event.event_id,
  )
  if (same.length === 1) return event.event_id ?? `${event.type}@${new Date(event.occurred_at).toISOString()}`
  return refused(
    'not valid',
    'another event of this case has the same name and time, so a correction would mean both',
    'ask whoever brought it in to correct it where it came from',
  )
}
