import { Command, CommanderError } from 'commander'
import { checkCommand } from './commands/check.ts'
import { explainCommand } from './commands/explain.ts'
import { measureCommand } from './commands/measure.ts'
import { replayCommand } from './commands/replay.ts'
import { fileRefusal } from './named-files.ts'
import { calledWrongly, type Outcome } from './outcome.ts'

const program = new Command('kept')
  .description(
    'Kept holds a landlord’s published service standards as data and works out, from the facts, which were kept.',
  )
  .addHelpText(
    'after',
    `
“kept COMMAND --help” says what each takes, with examples. “npm run -s kept -- COMMAND” runs it in this folder.

Exit: 0 done; 1 the input has faults (each named, good rows still counted); 2 called wrongly.`,
  )
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '')) })
  .exitOverride()

for (const commandOf of [checkCommand, measureCommand, explainCommand, replayCommand]) {
  const command = commandOf(finish).copyInheritedSettings(program)
  program.addCommand(command.showHelpAfterError(`“kept ${command.name()} --help” says more`))
}
program.showHelpAfterError('“kept --help” says more')

try {
  await program.parseAsync()
} catch (error) {
  finish(failed(error))
}

function finish({ exitCode, faults }: Outcome): void {
  for (const fault of faults) console.error(fault)
  process.exitCode = exitCode
}

/** Help that was asked for is no fault; a file that cannot be opened is; anything else is our own mistake. */
function failed(error: unknown): Outcome {
  if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? 0 : 2, faults: [] }
  const refusal = fileRefusal(error)
  if (refusal === undefined) throw error
  return calledWrongly([refusal])
}
