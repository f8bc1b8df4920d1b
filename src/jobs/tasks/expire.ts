import { isRefused } from '#core/refused.ts'
import { dropOld } from '#store/jobs/drop-old.ts'
import type { Task } from '../task.ts'

/** Drops what is of no use any more: keys of requests, old sessions, deliveries that arrived, words of mail handed over. */
export const expiring: Task = {
  name: 'expire',
  says: 'drops sessions, request keys, deliveries and mail that nobody needs any more',
  comes: { dailyAt: '02:30' },
  async run(store, acting) {
    const dropped = await dropOld(store, acting)
    return isRefused(dropped) ? dropped : undefined
  },
}
