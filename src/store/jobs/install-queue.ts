import { Logger, runMigrations } from 'graphile-worker'

/**
 * Installs the queue’s own schema, or brings it up to date, by the job library’s own migrations. Run after `migrate`,
 * and like it as whoever owns the schema. Where it is up to date already, nothing happens.
 */
export async function installQueue(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: quiet })
}

/** What the library would say on the way is of no use to anybody; what goes wrong is thrown. */
const quiet = new Logger(() => () => {})
