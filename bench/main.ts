// npm run bench [-- --quick]: each figure beside a named baseline worked out in the same run. docs/benchmarks.md says how to read it.
import { measuringRows } from './measuring/rows.ts'
import { isWithin, type Row, tableOf } from './row.ts'
import { workingTimeRows } from './working-time/rows.ts'

const quick = process.argv.includes('--quick')
const unknown = process.argv.slice(2).filter((each) => each !== '--quick')
if (unknown.length > 0) {
  console.error(`there is no option ${unknown.join(', ')}; there is --quick`)
  process.exit(2)
}

// The other libraries count in the zone of the process, so that all answer for the same wall clock.
process.env['TZ'] = 'Europe/London'

const rows: readonly Row[] = [
  ...workingTimeRows(
    quick ? { warmUpMs: 50, rounds: 5, roundMs: 50 } : { warmUpMs: 300, rounds: 9, roundMs: 200 },
  ),
  ...measuringRows(
    quick ? { few: 1_000_000, many: 2_000_000, rounds: 1 } : { few: 1_000_000, many: 5_000_000, rounds: 3 },
  ),
]
console.log(tableOf(rows))
if (!rows.every(isWithin)) process.exitCode = 1
