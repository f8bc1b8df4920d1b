import { Command } from 'commander'
import { checkCommand } from './commands/check.ts'
import { explainCommand } from './commands/explain.ts'
import { measureCommand } from './commands/measure.ts'
import { replayCommand } from './commands/replay.ts'
import type { Outcome } from './outcome.ts'

const program = new Command('kept')
  .description(
    'Kept holds a landlord’s published service standards as data and works out, from the facts, which were kept.',
  )
  .addHelpText(
    'after',
    '\nExit: 0 done; 1 the input has faults (each named, good rows still counted); 2 called wrongly.',
  )
  .addCommand(checkCommand(finish))
  .addCommand(measureCommand(finish))
  .addCommand(explainCommand(finish))
  .addCommand(replayCommand(finish))

await program.parseAsync()

function finish({ exitCode, faults }: Outcome): void {
  for (const fault of faults) console.error(fault)
  process.exitCode = exitCode
}
