import { isRefused } from '#core/refused.ts'
import { bringCasesToTerms } from '#store/terms/activate.ts'
import { bringToTerms } from '#store/terms/bring-to-terms.ts'
import type { Task } from '../task.ts'

/**
 * Brings cases to terms that were activated: open clocks get the due dates of the new edition or bank holidays. Begun
 * again from the start it passes over what was brought before.
 */
export const bringingCasesToTerms: Task = {
  name: bringCasesToTerms,
  says: 'works out open clocks again by a new edition or new bank holidays',
  async run(store, acting, _payload, signal) {
    let after: string | undefined
    while (!signal.aborted) {
      const brought = await bringToTerms(store, acting, after === undefined ? {} : { after })
      if (isRefused(brought)) return brought
      if (brought.upTo === undefined) return undefined
      after = brought.upTo
    }
    throw new Error('the worker is stopping before all cases were brought to the new terms')
  },
}
