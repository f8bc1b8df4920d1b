import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { type Day, formatDay } from '#core/time/day.ts'
import { statement } from '../statement.ts'
import { recordStep } from '../ledger/append.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { dayText, instantText } from '../types.ts'
import { actionIn } from './actions.ts'

/** Notes the day on which an action was done, and what customers may be told of it. */
export interface ActionDone {
  readonly actionId: string
  readonly doneOn: Day
  readonly youSaid: string
  readonly weDid: string
}

const longest = 1000

/** An action is done. What customers said and what was done about it stands with it, and is shown to them once published. */
export function finishAction(
  store: Store,
  acting: Acting,
  { actionId, doneOn, youSaid, weDid }: ActionDone,
): Promise<string | Refused> {
  return store.database.transact(acting, 'learning.write', async (tx) => {
    const action = await actionIn(tx, actionId)
    if (isRefused(action)) return action
    if (action.publishedAt !== null)
      return refused('not allowed', 'customers were told of it already', 'take it down first')
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const today = terms.editions.at(-1)?.calendar.zone.dayOf(store.now())
    if (today !== undefined && doneOn > today)
      return refused(
        'not valid',
        'that day is still to come',
        'write the day on which it was done',
        '/doneOn',
      )
    const long = [youSaid, weDid].findIndex((text) => text.length > longest)
    if (long !== -1)
      return refused(
        'not valid',
        `that is longer than ${longest} letters`,
        'say it shorter',
        ['/youSaid', '/weDid'][long],
      )
    const texts = [youSaid === '' ? null : youSaid, weDid === '' ? null : weDid]
    await tx.run(doneAction, [acting.landlord, actionId, dayText(doneOn), ...texts])
    return actionId
  })
}

/** Shows customers what they said and what was done about it, and puts on record that it was shown. */
export function publishAction(store: Store, acting: Acting, actionId: string): Promise<string | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const action = await actionIn(tx, actionId)
    if (isRefused(action)) return action
    if (action.publishedAt !== null) return actionId
    if (action.doneOn === null || action.youSaid === null || action.weDid === null)
      return refused(
        'not allowed',
        'it is not finished, or does not say what customers said and what was done',
        'note when it was done, with both texts',
      )
    const shown = await recordStep(tx, store, {
      open: {
        kind: 'publication',
        act: {
          type: 'publication-made',
          data: { what: 'improvements', where: 'website', datedOn: formatDay(action.doneOn) },
        },
      },
    })
    if (isRefused(shown)) return shown
    await tx.run(publish, [acting.landlord, actionId, instantText(store.now()), acting.by])
    return actionId
  })
}

/** Takes it down again: what was wrong is put right and published anew. */
export function unpublishAction(store: Store, acting: Acting, actionId: string): Promise<string | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const action = await actionIn(tx, actionId)
    if (isRefused(action)) return action
    await tx.run(publish, [acting.landlord, actionId, null, null])
    return actionId
  })
}

const doneAction = statement(
  'learning-action-done',
  `update learning_actions set done_on = $3, you_said = $4, we_did = $5 where landlord = $1 and action_id = $2`,
)

const publish = statement(
  'publish-learning-action',
  `update learning_actions set published_at = $3, published_by = $4 where landlord = $1 and action_id = $2`,
)
