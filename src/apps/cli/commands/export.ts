import { Command } from 'commander'
import type { Acting } from '#core/people/acting.ts'
import { isRefusal } from '#core/refusal.ts'
import type { Store } from '#store/store.ts'
import { configuredHelp } from '../configured.ts'
import { countingOn, inThousands } from '../counting.ts'
import { unwritable } from '../named-files.ts'
import { calledWrongly, done, type Outcome } from '../outcome.ts'
import { writeWhole } from '../whole-file.ts'
import { actingFor, withStore } from '../with-store.ts'

interface ExportOptions {
  readonly landlord: string
  readonly out: string
  readonly events?: true
}

/** `kept export`: everything a landlord holds, as one file. */
export function exportCommand(finish: (outcome: Outcome) => void): Command {
  return new Command('export')
    .summary('write out everything a landlord holds, as one file')
    .description(
      'Writes everything that is held of a landlord as NDJSON, as it stood at one instant: facts, clocks and figures, and also\n' +
        'names, messages and attachments. The access log says that it was taken out. “kept import --whole” reads it, and loses nothing.\n' +
        'Passwords, keys and sessions are not in it: they are of this installation (kept backup has them).',
    )
    .requiredOption('--landlord <name>', 'the landlord’s short name')
    .requiredOption('--out <file>', 'where to write it; - is standard output')
    .option('--events', 'the facts alone, an event a line, as “kept measure” reads them')
    .addHelpText(
      'after',
      `\nExample:\n  kept export --landlord the-landlord --out the-landlord.ndjson\n\n${configuredHelp}\n\n` +
        'Exit: 0 written; 2 it could not be, and says why; then there is no file.',
    )
    .action(async (options: ExportOptions) => finish(await exportTo(options)))
}

async function exportTo({ landlord, out, events }: ExportOptions): Promise<Outcome> {
  const wrong = out === '-' ? undefined : unwritable('--out', out, [])
  if (wrong !== undefined) return calledWrongly([wrong])
  return withStore(async (store) => {
    const { exportLandlord } = await import('#store/whole/export-landlord.ts')
    const acting = await actingFor(store, landlord)
    if (isRefusal(acting)) return calledWrongly([acting])
    if (events === true) return eventsTo(out, store, acting)
    const counting = countingOn()
    const onProgress = (lines: number) => counting.show(`${inThousands(lines)} lines`)
    const written = await writeWhole(out, (write) =>
      exportLandlord(store, acting, write, { why: 'kept export', onProgress }),
    )
    counting.done()
    if (isRefusal(written)) return calledWrongly([written])
    const { lines, sha256 } = written
    return out === '-' ? done : { ...done, printed: `${inThousands(lines)} lines, SHA-256 ${sha256}` }
  })
}

async function eventsTo(out: string, store: Store, acting: Acting): Promise<Outcome> {
  const { exportEvents } = await import('#store/whole/export-events.ts')
  const written = await writeWhole(out, (write) => exportEvents(store, acting, write))
  if (isRefusal(written)) return calledWrongly([written])
  return out === '-' ? done : { ...done, printed: `${inThousands(written)} events` }
}
