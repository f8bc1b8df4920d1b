import { createServer } from 'node:net'
import type { Logger } from 'pino'
import { isRefusal, type Refusal, refuse } from '#core/refusal.ts'
import type { Config } from './config/config.ts'
import { type Installation, openInstallation } from './installation.ts'
import { runJobs } from './run-jobs.ts'
import { startServer } from './served.ts'
import { runUntilAsked, type Running } from './stopping.ts'

export interface RunOptions {
  readonly config: Config
  readonly logger: Logger
  /** Tells people what the log tells in JSON. */
  readonly say: (line: string) => void
  /** Is done before anybody may come in: the example year is loaded here. */
  readonly first?: (installation: Installation) => Promise<Refusal | void>
}

/**
 * Runs the server, and unless they are left to others the jobs, until somebody asks it to stop. Gives a refusal where
 * it cannot start, and otherwise whether it stopped because it was asked to or because a part of it failed.
 */
export function runServer(options: RunOptions): Promise<'asked' | 'failed' | Refusal> {
  const { config, logger, say, first } = options
  return runUntilAsked(logger, async (running) => {
    const installation = await openInstallation(config, { logger, manner: 'alone' })
    if (isRefusal(installation)) return installation
    running.push(installation)
    const unready = await first?.(installation)
    if (isRefusal(unready)) return unready
    const port = config.port === 0 ? await freePort(config.host) : config.port
    const origin = config.origin ?? `http://${nameOf(config.host)}:${port}`
    const { store, secret } = installation
    const server = await listening({ store, secret, logger, config, origin, port })
    if (isRefusal(server)) return server
    running.push(server)
    if (config.doesJobs) running.push(await runJobs(installation, { ...config, origin }, logger))
    logger.info({ address: server.address }, 'ready')
    say(`Kept is at ${origin}`)
    return undefined
  })
}

/** Runs the jobs alone, in the same manner. */
export function runWorker({ config, logger, say }: RunOptions): Promise<'asked' | 'failed' | Refusal> {
  return runUntilAsked(logger, async (running: Running[]) => {
    const installation = await openInstallation(config, { logger, manner: 'beside others' })
    if (isRefusal(installation)) return installation
    running.push(installation, await runJobs(installation, config, logger))
    say('The worker is at work')
    return undefined
  })
}

/** Listens, or says why it may not. */
async function listening(options: Parameters<typeof startServer>[0]) {
  try {
    return await startServer(options)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const says = cannotListen[code]
    if (says === undefined) throw error
    const { config, port } = options
    return refuse(`port ${port} of ${config.host} ${says}`, 'set another in KEPT_PORT or KEPT_HOST')
  }
}

const cannotListen: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use already',
  EACCES: 'may not be used by this account',
  EADDRNOTAVAIL: 'is no address of this machine',
  ENOTFOUND: 'is no address of this machine',
}

/** A port that is free just now: links in pages need it before anybody listens. */
function freePort(host: string): Promise<number> {
  return new Promise((finish, fail) => {
    const probe = createServer().on('error', fail)
    probe.listen({ host, port: 0 }, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => finish(port))
    })
  })
}

/** How a browser on this machine names it. */
function nameOf(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
