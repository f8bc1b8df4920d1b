import { Command, CommanderError } from 'commander'
import { backupCommand, restoreCommand } from './commands/backup.ts'
import { checkCommand } from './commands/check.ts'
import { explainCommand } from './commands/explain.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { landlordCommand } from './commands/landlord.ts'
import { measureCommand } from './commands/measure.ts'
import { migrateCommand } from './commands/migrate.ts'
import { replayCommand } from './commands/replay.ts'
import { serveCommand, workerCommand } from './commands/serve.ts'
import { userCommand } from './commands/user.ts'
import { verifyCommand } from './commands/verify.ts'
import { fileRefusal } from './named-files.ts'
import { exitHelp } from './options.ts'
import { calledWrongly, done, type Outcome } from './outcome.ts'

/** Where a command prints; each text with its own line ends. */
export interface Screen {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Runs `kept` with these arguments and gives its exit code. */
export async function runKept(args: readonly string[], screen: Screen): Promise<Outcome['exitCode']> {
  const { exitCode, printed, faults } = await outcomeOf(args, screen)
  if (printed !== undefined) screen.out(`${printed}\n`)
  for (const fault of faults) screen.err(`${fault}\n`)
  return exitCode
}

async function outcomeOf(args: readonly string[], screen: Screen): Promise<Outcome> {
  let outcome = done
  const program = programOf(screen, (came) => {
    outcome = came
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return outcome
  } catch (error) {
    return failed(error)
  }
}

/** Help that was asked for is no fault; a file that cannot be opened is; anything else is our own mistake. */
function failed(error: unknown): Outcome {
  if (error instanceof CommanderError) return error.exitCode === 0 ? done : calledWrongly([])
  const refusal = fileRefusal(error)
  if (refusal === undefined) throw error
  return calledWrongly([refusal])
}

function programOf({ out, err }: Screen, finish: (outcome: Outcome) => void): Command {
  const program = new Command('kept')
    .description(
      'Kept holds a landlord’s published service standards as data and works out, from the facts, which were kept.',
    )
    .addHelpText(
      'after',
      `
“kept COMMAND --help” says what each takes, with examples. “npm run -s kept -- COMMAND” runs it in this folder.

${exitHelp}`,
    )
    .configureOutput({
      writeOut: out,
      writeErr: err,
      outputError: (text, write) => write(text.replace(/^error: /, '')),
    })
    .showHelpAfterError('“kept --help” says more')
    .exitOverride()
  for (const commandOf of [
    checkCommand,
    measureCommand,
    explainCommand,
    replayCommand,
    serveCommand,
    workerCommand,
    migrateCommand,
    importCommand,
    exportCommand,
    verifyCommand,
    backupCommand,
    restoreCommand,
    landlordCommand,
    userCommand,
  ]) {
    const command = commandOf(finish).copyInheritedSettings(program)
    program.addCommand(command.showHelpAfterError(`“kept ${command.name()} --help” says more`))
  }
  return program
}
