import { readConfig, type Config } from '../config/config.ts'
import { calledWrongly, type Outcome } from './outcome.ts'

/** Does something as the environment configures it, or tells everything that is wrong with the environment. */
export async function configured(work: (config: Config) => Promise<Outcome>): Promise<Outcome> {
  const config = readConfig(process.env)
  return 'port' in config ? work(config) : calledWrongly(config)
}

/** The last words of commands that are configured so. */
export const configuredHelp =
  'Configured by the environment: DATABASE_URL, KEPT_DATA and so on; docs/configuration.md lists all of it.'
