import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'

/** What customers said and what was done about it, as anybody may read it. */
export interface Improvement {
  readonly actionId: string
  readonly theme: string
  readonly youSaid: string
  readonly weDid: string
  readonly doneOn: Day
  readonly publishedAt: Instant
}

/** The latest improvements made because of what customers said: those that were published. */
export function listImprovements(store: Store, acting: Acting): Promise<readonly Improvement[] | Refused> {
  return store.database.transact(acting, 'published.read', (tx) => tx.run(published, [acting.landlord, most]))
}

/** A page of them; older ones are in past reports. */
const most = 100

const published = statement<Improvement>(
  'published-improvements',
  `select action_id as "actionId", theme, you_said as "youSaid", we_did as "weDid", done_on as "doneOn",
          published_at as "publishedAt"
     from learning_actions where landlord = $1 and published_at is not null
    order by published_at desc, action_id limit $2`,
)
