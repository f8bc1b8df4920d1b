import { isRefused } from '#core/refused.ts'
import { tellVerified } from '#store/jobs/tell-verified.ts'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import type { Task } from '../task.ts'

/** Works everything out again, keeps what was found, and tells whoever looks after it where that is anything. */
export const verifying: Task = {
  name: 'verify',
  says: 'checks the ledger and everything worked out from it',
  comes: { dailyAt: '03:00' },
  async run(store, acting) {
    const verified = await verifyLandlord(store, acting)
    if (isRefused(verified)) return verified
    const told = await tellVerified(store, acting, verified)
    return isRefused(told) ? told : undefined
  },
}
