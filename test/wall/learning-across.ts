import { dayFrom } from '#core/time/day.ts'
import type { ActionTyped } from '#store/learning/change-actions.ts'

/** An action that somebody of ours would do. */
export function actionOf(ownerId: string, caseId: string, what = 'Ours'): ActionTyped {
  return { theme: 'repair', what, ownerId, dueOn: dayFrom(2026, 3, 31), caseIds: [caseId] }
}
