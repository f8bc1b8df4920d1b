import { listActions, readAction } from '#store/learning/actions.ts'
import { addAction, changeAction } from '#store/learning/change-actions.ts'
import { complaintsTold } from '#store/learning/complaints-told.ts'
import { finishAction, publishAction, unpublishAction } from '#store/learning/finish-actions.ts'
import { listImprovements } from '#store/learning/improvements.ts'
import { dayFrom } from '#core/time/day.ts'
import { actionOf } from './learning-across.ts'
import type { Try } from './try.ts'

/** Takes the id of something of A’s. */
export const foundOfLearning: Readonly<Record<string, Try>> = {
  readAction: ({ store, ids }, acting) => readAction(store, acting, ids.action),
  changeAction: ({ store, ids }, acting) =>
    changeAction(store, acting, { actionId: ids.action, typed: actionOf(ids.staff, ids.case) }),
  finishAction: ({ store, ids }, acting) =>
    finishAction(store, acting, {
      actionId: ids.action,
      doneOn: dayFrom(2026, 3, 2),
      youSaid: 'Ours',
      weDid: 'Ours',
    }),
  publishAction: ({ store, ids }, acting) => publishAction(store, acting, ids.action),
  unpublishAction: ({ store, ids }, acting) => unpublishAction(store, acting, ids.action),
}

/** Lists, and what names somebody of one’s own. */
export const shownOfLearning: Readonly<Record<string, Try>> = {
  listActions: ({ store }, acting) => listActions(store, acting),
  addAction: ({ store, ids }, acting) => addAction(store, acting, actionOf(ids.staff, ids.case)),
  complaintsTold: ({ store }, acting) => complaintsTold(store, acting, { from: 0, before: Date.now() }),
  listImprovements: ({ store }, acting) => listImprovements(store, acting),
}
