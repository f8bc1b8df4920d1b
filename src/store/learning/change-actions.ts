import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Transaction } from '../database.ts'
import { newReference } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText, instantText } from '../types.ts'
import { actionIn } from './actions.ts'

/** What is typed of an action. */
export interface ActionTyped {
  readonly theme: string
  readonly what: string
  readonly ownerId: string
  readonly dueOn: Day
  /** References of the cases that taught it. */
  readonly caseIds: readonly string[]
}

/** More cases than this teach the same thing: the theme says it. */
const mostCases = 50
const longest = 1000

/** Writes down what will be done, by whom and by when. Gives the action’s id. */
export function addAction(store: Store, acting: Acting, typed: ActionTyped): Promise<string | Refused> {
  return store.database.transact(acting, 'learning.write', async (tx) => {
    const fault = await faultIn(tx, typed)
    if (fault !== undefined) return fault
    const actionId = newReference()
    const { theme, what, ownerId, dueOn, caseIds } = typed
    const made = [instantText(store.now()), acting.by]
    await tx.run(insertAction, [acting.landlord, actionId, theme, what, ownerId, dayText(dueOn), ...made])
    await tx.run(insertCases, [acting.landlord, actionId, caseIds])
    return actionId
  })
}

/** Changes what will be done, who does it or by when, while it is not done. */
export function changeAction(
  store: Store,
  acting: Acting,
  { actionId, typed }: { readonly actionId: string; readonly typed: ActionTyped },
): Promise<string | Refused> {
  return store.database.transact(acting, 'learning.write', async (tx) => {
    const action = await actionIn(tx, actionId)
    if (isRefused(action)) return action
    if (action.doneOn !== null)
      return refused('not allowed', 'this action is done', 'write down another action for what comes next')
    const fault = await faultIn(tx, typed)
    if (fault !== undefined) return fault
    const { theme, what, ownerId, dueOn, caseIds } = typed
    await tx.run(updateAction, [acting.landlord, actionId, theme, what, ownerId, dayText(dueOn)])
    await tx.run(deleteCases, [acting.landlord, actionId])
    await tx.run(insertCases, [acting.landlord, actionId, caseIds])
    return actionId
  })
}

async function faultIn(tx: Transaction, { what, theme, ownerId, caseIds }: ActionTyped) {
  if (what === '' || what.length > longest)
    return refused('not valid', 'it is not said what will be done', 'write it in a sentence or two', '/what')
  if (theme === '' || theme.length > 200)
    return refused('not valid', 'no theme is chosen', 'choose what the complaints were about', '/theme')
  if ((await tx.run(staffNamed, [tx.acting.landlord, ownerId])).length === 0)
    return refused('not valid', 'nobody is named who does it', 'choose a member of staff', '/owner')
  if (caseIds.length > mostCases)
    return refused('not valid', `that is more than ${mostCases} cases`, 'name the clearest of them', '/cases')
  const known = new Set((await tx.run(casesNamed, [tx.acting.landlord, caseIds])).map((row) => row.case_id))
  const stranger = caseIds.find((id) => !known.has(id))
  if (stranger === undefined) return undefined
  return refused('not valid', `there is no case “${stranger.slice(0, 60)}”`, 'check the reference', '/cases')
}

const staffNamed = statement(
  'staff-who-does-an-action',
  'select 1 from staff where landlord = $1 and staff_id = $2 and active',
)

const casesNamed = statement<{ readonly case_id: string }>(
  'cases-that-taught',
  'select case_id from cases where landlord = $1 and case_id = any($2::text[])',
)

const insertAction = statement(
  'insert-learning-action',
  `insert into learning_actions (landlord, action_id, theme, what, owner_id, due_on, made_at, made_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

const insertCases = statement(
  'insert-learning-action-cases',
  `insert into learning_action_cases (landlord, action_id, case_id)
   select distinct $1::integer, $2, taught from unnest($3::text[]) as taught`,
)

const updateAction = statement(
  'update-learning-action',
  `update learning_actions set theme = $3, what = $4, owner_id = $5, due_on = $6
    where landlord = $1 and action_id = $2`,
)

const deleteCases = statement(
  'delete-learning-action-cases',
  'delete from learning_action_cases where landlord = $1 and action_id = $2',
)
