import { Command } from 'commander'
import { isRefusal } from '#core/refusal.ts'
import type { Config } from '../../config/config.ts'
import { configured, configuredHelp } from '../configured.ts'
import { counted } from '../counted.ts'
import { calledWrongly, done, faultsFound, type Outcome } from '../outcome.ts'

/** `kept migrate`: brings the database up to date. */
export function migrateCommand(finish: (outcome: Outcome) => void): Command {
  return new Command('migrate')
    .summary('bring the database up to date')
    .description(
      'Applies the migrations the database lacks, each whole or not at all; only one process does so at a time.\n' +
        'A server does the same as it starts.',
    )
    .option('--check', 'change nothing: say what would be applied, and exit with 1 where there is anything')
    .addHelpText(
      'after',
      `\n${configuredHelp}\n\nExit: 0 up to date; 1 something is to be applied (--check); 2 it could not be done, and says why.`,
    )
    .action(async ({ check }: { readonly check?: boolean }) =>
      finish(await configured((config) => bring(config, check === true))),
    )
}

async function bring(config: Config, onlyCheck: boolean): Promise<Outcome> {
  // Fetched when it is wanted, so that other commands begin at once.
  const { databaseRefusal, reachDatabase } = await import('../../installation.ts')
  const reached = await reachDatabase(config, 'beside others')
  if (isRefusal(reached)) return calledWrongly([reached])
  try {
    return onlyCheck ? await checked(reached.url) : await applied(reached.url)
  } catch (error) {
    const refusal = databaseRefusal(error)
    if (refusal === undefined) throw error
    return calledWrongly([refusal])
  } finally {
    await reached.stop()
  }
}

async function checked(url: string): Promise<Outcome> {
  const { pendingMigrations } = await import('#store/pending-migrations.ts')
  const pending = await pendingMigrations(url)
  if (pending.length === 0) return { ...done, printed: upToDate }
  return faultsFound([`${counted(pending.length, 'migration')} to apply:`, ...pending])
}

async function applied(url: string): Promise<Outcome> {
  const { migrate } = await import('#store/migrate.ts')
  const { applied: names } = await migrate(url)
  return { ...done, printed: names.length === 0 ? upToDate : `Applied:\n${names.join('\n')}` }
}

const upToDate = 'The database is up to date'
