import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'

/** How much mail there is in the outbox: waiting, among it failed at least once, and handed over. */
export interface OutboxState {
  readonly waiting: number
  readonly failing: number
  readonly handedOver: number
  readonly oldestWaitingAt: Instant | null
}

/** A mail that could not be handed over so far, without its words. */
export interface FailingMail {
  readonly mailId: string
  readonly about: string
  readonly tries: number
  readonly failedWhy: string
  readonly failedAt: Instant
  readonly nextAt: Instant
}

/** The outbox in numbers. */
export function outboxState(store: Store, acting: Acting): Promise<OutboxState | Refused> {
  return store.database.transact(acting, 'jobs.read', async (tx) => {
    const [state] = await tx.run(countMail, [acting.landlord])
    if (state === undefined) throw new Error('a count gave no row')
    return state
  })
}

/** Mail that failed and is to be tried again, the latest failure first. */
export function failingMail(
  store: Store,
  acting: Acting,
  limit = 50,
): Promise<readonly FailingMail[] | Refused> {
  return store.database.transact(acting, 'jobs.read', (tx) =>
    tx.run(listFailing, [acting.landlord, Math.min(limit, 200)]),
  )
}

const countMail = statement<OutboxState>(
  'count-mail',
  `select count(*) filter (where handed_over_at is null and erased_at is null) as waiting,
          count(*) filter (where handed_over_at is null and erased_at is null and failed_why is not null) as failing,
          count(*) filter (where handed_over_at is not null) as "handedOver",
          min(made_at) filter (where handed_over_at is null and erased_at is null) as "oldestWaitingAt"
     from outbox where landlord = $1`,
)

const listFailing = statement<FailingMail>(
  'list-failing-mail',
  `select mail_id as "mailId", about, tries, failed_why as "failedWhy", failed_at as "failedAt", next_at as "nextAt"
     from outbox
    where landlord = $1 and handed_over_at is null and erased_at is null and failed_why is not null
    order by failed_at desc, mail_id limit $2`,
)
