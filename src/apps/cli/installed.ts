import { isRefusal } from '#core/refusal.ts'
import type { Installation } from '../installation.ts'
import { configured } from './configured.ts'
import { calledWrongly, type Outcome } from './outcome.ts'

/**
 * Does something with the store that the environment names, brought up to date; beside a server that is running on it, if one
 * is. What it opened is closed however it ends.
 */
export function installed(work: (installation: Installation) => Promise<Outcome>): Promise<Outcome> {
  return configured(async (config) => {
    // Fetched when it is wanted, so that other commands begin at once.
    const { databaseRefusal, openInstallation } = await import('../installation.ts')
    const { openLogger } = await import('#http/server/logger.ts')
    const logger = openLogger('warn')
    const installation = await openInstallation(config, { logger, manner: 'beside others' })
    if (isRefusal(installation)) return calledWrongly([installation])
    try {
      return await work(installation)
    } catch (error) {
      const refusal = databaseRefusal(error)
      if (refusal === undefined) throw error
      return calledWrongly([refusal])
    } finally {
      await installation.stop()
    }
  })
}
