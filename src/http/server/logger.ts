import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'

/** The log: JSON, a line an occurrence, with nothing in it that was sent to us or read from the database. */
export function openLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: saidOf },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/** What may be said of an error: where it arose, and its message without anything in quotes. */
function saidOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error }
  const { name, message, stack = '' } = error
  return {
    name,
    // The database puts values into its messages; its code says enough.
    ...('severity' in error ? {} : { message: withoutQuoted(message) }),
    ...taken(error, ['code', 'constraint', 'table', 'column', 'routine']),
    stack: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 20)
      .join('\n'),
    ...(error.cause !== undefined && { cause: saidOf(error.cause) }),
  }
}

function withoutQuoted(message: string): string {
  return message.replace(/"[^"]*"|“[^”]*”|'[^']*'|`[^`]*`/g, '“…”').slice(0, 500)
}

function taken(error: object, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(error).filter(([name, value]) => names.includes(name) && value !== undefined),
  )
}
