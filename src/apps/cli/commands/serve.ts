import { Command } from 'commander'
import { isRefusal } from '#core/refusal.ts'
import type { RunOptions, runServer } from '../../run-server.ts'
import { configured, configuredHelp } from '../configured.ts'
import { calledWrongly, done, faultsFound, type Outcome } from '../outcome.ts'

/** `kept serve`: the server, and unless KEPT_WORKER=no the jobs. */
export function serveCommand(finish: (outcome: Outcome) => void): Command {
  return new Command('serve')
    .summary('run the server, and unless KEPT_WORKER=no the jobs')
    .description(
      'Starts the database that comes with Kept, unless DATABASE_URL names a server; brings it up to date; and serves.\n' +
        'SIGTERM or Ctrl-C lets requests and jobs under way end, for ten seconds at most; a second one ends it at once.',
    )
    .addHelpText('after', `\n${configuredHelp}\n\n${runHelp}`)
    .action(async () => finish(await run(async () => (await import('../../run-server.ts')).runServer)))
}

/** `kept worker`: the jobs alone, in any number of processes beside a server. */
export function workerCommand(finish: (outcome: Outcome) => void): Command {
  return new Command('worker')
    .summary('do the jobs, beside a server that runs with KEPT_WORKER=no')
    .description(
      'Does what comes due: notices, mail, webhooks, retention. Any number of workers may run. Stops as the server does.',
    )
    .addHelpText('after', `\n${configuredHelp}\n\n${runHelp}`)
    .action(async () => finish(await run(async () => (await import('../../run-server.ts')).runWorker)))
}

const runHelp = 'Exit: 0 stopped as asked; 1 a part of it failed; 2 it could not start, and says why.'

/** What is run is fetched when it is wanted: no other command should wait for a whole server to be read. */
function run(fetch: () => Promise<(options: RunOptions) => ReturnType<typeof runServer>>): Promise<Outcome> {
  return configured(async (config) => {
    const start = await fetch()
    const { openLogger } = await import('#http/server/logger.ts')
    const came = await start({ config, logger: openLogger(config.log), say })
    if (isRefusal(came)) return calledWrongly([came])
    return came === 'asked' ? done : faultsFound(['A part of Kept failed; the log says which'])
  })
}

/** Standard output is the log’s. */
function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
