import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { isRefusal } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import type { Landlord } from './landlord.ts'
import { landlords } from './landlords.ts'
import { lineOf } from './told.ts'
import { worldOf } from './world.ts'
import { yearOf } from './year.ts'

interface Options {
  readonly landlord?: string
  readonly out: string
  readonly seed: string
  readonly scale: number
}

const names = landlords.map(({ pack }) => pack)

new Command('npm run example --')
  .description(
    'Makes up a year of facts for each landlord, 1 April 2025 to 31 March 2026, as NDJSON for `kept measure`.',
  )
  .option('--landlord <name>', `only this one: ${names.join(', ')}`)
  .option('--out <folder>', 'where to write <landlord>.ndjson', join('out', 'example'))
  .option('--seed <words>', 'another seed makes another year of the same kind', 'kept')
  .option('--scale <share>', 'how much of a year’s traffic, from 0.001 to 10', scaleFrom, 1)
  .action(run)
  .parse()

function run(options: Options): void {
  const chosen = landlords.filter(({ pack }) => options.landlord === undefined || pack === options.landlord)
  if (chosen.length === 0) {
    const near = suggest(options.landlord ?? '', names)
    console.error(
      `there is no landlord “${options.landlord}”; ${near === undefined ? names.join(', ') : `did you mean ${near}?`}`,
    )
    process.exitCode = 2
    return
  }
  mkdirSync(options.out, { recursive: true })
  for (const landlord of chosen) make(landlord, options)
}

function make(landlord: Landlord, { out, seed, scale }: Options): void {
  const began = performance.now()
  const world = worldOf(landlord, seed, scale)
  if (isRefusal(world)) {
    console.error(`${world.refusal}: ${world.fix ?? ''}`)
    process.exitCode = 1
    return
  }
  process.stdout.write(`${landlord.pack} … `)
  const year = yearOf(world)
  const text = year.map((told) => `${lineOf(told, world.zone)}\n`).join('')
  const file = join(out, `${landlord.pack}.ndjson`)
  writeFileSync(file, text)
  const megabytes = (Buffer.byteLength(text) / 1e6).toFixed(1)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${year.length.toLocaleString('en-GB')} events, ${megabytes} MB, ${seconds} s: ${file}`)
}

function scaleFrom(text: string): number {
  const scale = Number(text)
  if (scale >= 0.001 && scale <= 10) return scale
  throw new InvalidArgumentError('write a number from 0.001 to 10')
}
