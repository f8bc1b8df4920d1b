import { isRefused } from '#core/refused.ts'
import { beginAbsences } from '#store/diaries/absences.ts'
import type { Task } from '../task.ts'

/** Records in people’s diaries that they are away, once the time that was planned has come. */
export const beginningAbsences: Task = {
  name: 'begin-absences',
  says: 'records in diaries who has gone, and the automatic replies that are on from then',
  comes: { everyMinutes: 5 },
  async run(store, acting) {
    const begun = await beginAbsences(store, acting)
    return isRefused(begun) ? begun : undefined
  },
}
