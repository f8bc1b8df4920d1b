// npm run torture [-- --rounds 50] [--seed N] [--quick]: kills server, worker and database in mid-write, over and over,
// and then looks whether everything that was acknowledged is there once, every job was done, and the figures hold.
import { parseArgs } from 'node:util'
import { randomInt } from 'node:crypto'
import { torture } from './torture/torture.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    quick: { type: 'boolean', default: false },
  },
})
const rounds = values.quick ? 3 : Number(values.rounds)
const seed = Number(values.seed)
if (!Number.isSafeInteger(rounds) || rounds < 1 || rounds > 1_000 || !Number.isSafeInteger(seed)) {
  console.error('--rounds takes a number from 1 to 1000, and --seed a whole number')
  process.exit(2)
}
console.log(`${rounds} rounds from seed ${seed}`)
const faults = await torture({ rounds, seed, say: (line) => console.log(line) })
for (const fault of faults.slice(0, 50)) console.error(fault)
console.log(
  faults.length === 0
    ? 'nothing is lost, nothing is double, and all of it adds up'
    : `${faults.length} faults`,
)
process.exit(faults.length === 0 ? 0 : 1)
