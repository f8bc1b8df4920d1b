import type { Logger } from 'pino'
import { makeRecordings } from '#http/public/recordings.ts'
import { folder } from '#jobs/mail/folder.ts'
import { hold } from '#jobs/mail/hold.ts'
import { tasksOf } from '#jobs/tasks/index.ts'
import { webhookSender } from '#jobs/webhooks/send.ts'
import { openSecretBox } from '#store/people/secret-box.ts'
import type { Config } from './config/config.ts'
import type { Installation } from './installation.ts'
import { type RunningWorker, startWorker } from './worker/start-worker.ts'

/** Starts a worker with every task, equipped as the configuration says. */
export function runJobs(
  { url, store, secret }: Installation,
  config: Config,
  logger: Logger,
): Promise<RunningWorker> {
  const tasks = tasksOf({
    origin: config.origin ?? `http://localhost:${config.port}`,
    readAloud: makeRecordings,
    carrier: config.mailFolder === undefined ? hold : folder(config.mailFolder),
    webhooks: {
      send: webhookSender({ privateAddresses: config.privateWebhooks }),
      box: openSecretBox(secret),
    },
  })
  // Less than the whole of a stop may take: the store and the database want their moment too.
  return startWorker({ url, store, tasks, logger, config: { stopSeconds: 7 } })
}
