import { isRefused, type Refused } from '#core/refused.ts'
import { utcDay } from '#core/time/instant.ts'
import { listActions } from '#store/learning/actions.ts'
import { addAction } from '#store/learning/change-actions.ts'
import { finishAction, publishAction } from '#store/learning/finish-actions.ts'
import type { PerformanceGround } from './ground.ts'

interface Made {
  readonly theme: string
  readonly what: string
  /** Days from today; what is done was done on that day. */
  readonly due: number
  readonly done?: { readonly youSaid: string; readonly weDid: string; readonly published: boolean }
}

const made: readonly Made[] = [
  {
    theme: 'repair',
    what: 'Ring tenants the day before a repair is put off, instead of on the day.',
    due: -40,
    done: {
      youSaid: 'You put my repair off twice, and I only heard when nobody came.',
      weDid: 'We ring you the day before if we cannot come, and give you the new date.',
      published: true,
    },
  },
  {
    theme: 'information',
    what: 'Write the letter about rent anew, in plain words.',
    due: -12,
    done: {
      youSaid: 'I could not tell from your letter what I owe.',
      weDid: 'The letter begins with what you owe, and says how we work it out.',
      published: false,
    },
  },
  { theme: 'behaviour', what: 'Train everybody at the counter in giving bad news kindly.', due: -3 },
  { theme: 'delay', what: 'Give complaints that wait for a contractor to one person.', due: 24 },
]

/** What complaints led to: two actions done, one of them told to customers; one overdue and one to come. */
export async function recordLearning(ground: PerformanceGround): Promise<Refused | undefined> {
  const { store, acting, staffIds } = ground
  const there = await listActions(store, acting)
  if (isRefused(there)) return there
  const today = Math.floor(store.now() / utcDay)
  const ownerId = staffIds.get('complaints officer') ?? ''
  for (const { theme, what, due, done } of made.slice(there.length)) {
    const actionId = await addAction(store, acting, { theme, what, ownerId, dueOn: today + due, caseIds: [] })
    if (isRefused(actionId)) return actionId
    if (done === undefined) continue
    const finished = await finishAction(store, acting, { actionId, doneOn: today + due, ...done })
    if (isRefused(finished)) return finished
    const told = done.published ? await publishAction(store, acting, actionId) : undefined
    if (isRefused(told)) return told
  }
  return undefined
}
