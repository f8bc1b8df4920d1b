import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import type { Pack } from '#core/promises/pack.ts'
import { type MeasureName, measureNames } from '#core/promises/measures.ts'
import { parseScenarios } from '#core/promises/scenario/parse-scenarios.ts'
import { runScenario } from '#core/promises/scenario/run-scenario.ts'
import { faultLine } from '#core/promises/shape/fault.ts'
import { isRefusal } from '#core/refusal.ts'
import { vocabulary } from '../../compose.ts'
import { counted } from '../counted.ts'
import { exitHelp } from '../options.ts'
import { calledWrongly, done, faultsFound, type Outcome } from '../outcome.ts'
import { findPack, type PackFile, readHolidays, readPack, shippedPacks } from '../pack-files.ts'
import { type Format, formatOption, tableText } from '../print-table.ts'

interface Checked {
  readonly file: string
  readonly pack: Pack | undefined
  readonly scenarios: number
  readonly faults: readonly string[]
}

/** `kept check`: parses packs, runs their scenarios, counts clauses by measure. */
export function checkCommand(finish: (outcome: Outcome) => void): Command {
  return new Command('check')
    .summary('parse packs, run their scenarios, count clauses by measure')
    .description(
      'Reads packs and tells every fault at once, each with file, line, column, field and the fix.\n' +
        'Runs each pack’s scenarios (scenarios/*.yaml beside it) and counts its clauses by measure.\n' +
        'Without a name, every shipped pack is checked. A pack is a shipped name, a folder or a file.',
    )
    .argument('[packs...]', 'shipped name, folder or file')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `\nExamples:\n  kept check\n  kept check the-landlord\n  kept check ./our-standards/pack.yaml --format json\n\n${exitHelp}`,
    )
    .action((names: readonly string[], options: { readonly format: Format }) =>
      finish(check(names, options.format)),
    )
}

function check(names: readonly string[], format: Format): Outcome {
  const found = (names.length === 0 ? shippedPacks() : names).map(findPack)
  const missing = found.filter(isRefusal)
  if (missing.length > 0) return calledWrongly(missing)
  const checked = found.flatMap((pack) => (isRefusal(pack) ? [] : [checkOne(pack)]))
  const faults = checked.flatMap((each) => each.faults)
  const rows = countRows(checked)
  const table = tableText({ title: 'Clauses by measure', columns: countColumns, rows }, format)
  const printed = format === 'table' ? `${table}\n${summary(checked, faults.length)}` : table
  return { ...(faults.length === 0 ? done : faultsFound(faults)), printed }
}

function checkOne(found: PackFile): Checked {
  const pack = readPack(found)
  if (!('promises' in pack))
    return { file: found.file, pack: undefined, scenarios: 0, faults: pack.map(faultLine) }
  const ground = { packText: found.text, packFile: found.file, holidays: readHolidays(undefined), vocabulary }
  const results = found.scenarios.flatMap((file) => {
    const scenarios = parseScenarios(readFileSync(file, 'utf8'), file)
    return scenarios.map((each) =>
      'fault' in each
        ? { ran: 0, faults: [faultLine(each)] }
        : {
            ran: 1,
            faults: runScenario(each, ground).map(
              (fault) => `${file}:${each.line}: “${each.scenario}”: ${fault}`,
            ),
          },
    )
  })
  const scenarios = results.reduce((sum, { ran }) => sum + ran, 0)
  return { file: found.file, pack, scenarios, faults: results.flatMap(({ faults }) => faults) }
}

const countColumns = [
  { name: 'pack', title: 'Pack', align: 'start' as const },
  { name: 'clauses', title: 'Clauses', align: 'end' as const },
  ...measureNames.map((name) => ({ name, title: name, align: 'end' as const })),
  { name: 'scenarios', title: 'Scenarios', align: 'end' as const },
  { name: 'faults', title: 'Faults', align: 'end' as const },
]

function countRows(checked: readonly Checked[]) {
  const rows = checked.map(({ file, pack, scenarios, faults }) => {
    const counts = measureNames.map((name) => countOf(pack, name))
    return [pack?.id ?? file, pack?.promises.length ?? 0, ...counts, scenarios, faults.length]
  })
  const [first] = rows
  if (first === undefined || rows.length === 1) return rows
  const total = first.map((_, column) =>
    column === 0 ? 'all' : rows.reduce((sum, row) => sum + Number(row[column]), 0),
  )
  return [...rows, total]
}

function countOf(pack: Pack | undefined, measure: MeasureName): number {
  return pack?.promises.filter((promise) => promise.measure === measure).length ?? 0
}

function summary(checked: readonly Checked[], faults: number): string {
  const clauses = checked.reduce((sum, { pack }) => sum + (pack?.promises.length ?? 0), 0)
  const scenarios = checked.reduce((sum, each) => sum + each.scenarios, 0)
  const found = faults === 0 ? 'no fault' : counted(faults, 'fault')
  return `\n${counted(clauses, 'clause')} in ${counted(checked.length, 'pack')}, ${counted(scenarios, 'scenario')}, ${found}.`
}
