import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'

/** What is done because something went wrong. */
export interface LearningAction {
  readonly actionId: string
  readonly theme: string
  readonly what: string
  readonly ownerId: string
  readonly dueOn: Day
  readonly madeBy: string
  readonly doneOn: Day | null
  /** “You said, we did”: in words for customers. */
  readonly youSaid: string | null
  readonly weDid: string | null
  readonly publishedAt: Instant | null
  /** The cases that taught it. */
  readonly caseIds: readonly string[]
}

/** Lists show no more; what is done and a year old is in the reports. */
const most = 500

/** Every action, what is not done first and of that the most overdue. */
export function listActions(store: Store, acting: Acting): Promise<readonly LearningAction[] | Refused> {
  return store.database.transact(acting, 'figures.read', (tx) =>
    tx.run(allActions, [acting.landlord, null, most]),
  )
}

/** One action. */
export function readAction(
  store: Store,
  acting: Acting,
  actionId: string,
): Promise<LearningAction | Refused> {
  return store.database.transact(acting, 'figures.read', (tx) => actionIn(tx, actionId))
}

/** The action with this id, within a transaction. */
export async function actionIn(tx: Transaction, actionId: string): Promise<LearningAction | Refused> {
  const [found] = await tx.run(allActions, [tx.acting.landlord, actionId, 1])
  return found ?? refused('not found', 'there is no such action', 'choose one from the list of actions')
}

const allActions = statement<LearningAction>(
  'learning-actions',
  `select a.action_id as "actionId", theme, what, owner_id as "ownerId", due_on as "dueOn", made_by as "madeBy",
          done_on as "doneOn", you_said as "youSaid", we_did as "weDid", published_at as "publishedAt",
          array(select c.case_id from learning_action_cases c
                 where c.landlord = $1 and c.action_id = a.action_id order by c.case_id) as "caseIds"
     from learning_actions a
    where landlord = $1 and ($2::text is null or action_id = $2)
    order by done_on desc nulls first, due_on, action_id limit $3`,
)
