import { Logger as LibraryLogger } from 'graphile-worker'
import type { Logger } from 'pino'

/**
 * What the job library has to say, in our log. Of its notes only warnings and errors; and of those only the first line
 * without what belongs to it, since a payload or a stack is not for a log.
 */
export function libraryLogger(logger: Logger): LibraryLogger {
  return new LibraryLogger(() => (level, message) => {
    const [line = ''] = message.split('\n')
    if (level === 'error') logger.error({ from: 'queue' }, line)
    if (level === 'warning') logger.warn({ from: 'queue' }, line)
  })
}
