import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { isRefusal } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import type { Landlord } from './landlord.ts'
import { landlords } from './landlords.ts'
import { lineOf, type Told } from './told.ts'
import { type World, worldOf } from './world.ts'
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
  .option('--scale <share>', 'how much of a year’s traffic, from 0.001 to 4', scaleFrom, 1)
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
  const file = join(out, `${landlord.pack}.ndjson`)
  const megabytes = (write(file, year, world) / 1e6).toFixed(1)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${year.length.toLocaleString('en-GB')} events, ${megabytes} MB, ${seconds} s: ${file}`)
}

/** Writes a file piece by piece, since a large year is more than one string can hold; gives its bytes. */
function write(file: string, year: readonly Told[], { zone }: World): number {
  const descriptor = openSync(file, 'w')
  let bytes = 0
  for (let from = 0; from < year.length; from += 10_000) {
    const piece = year.slice(from, from + 10_000)
    bytes += writeSync(descriptor, piece.map((told) => `${lineOf(told, zone)}\n`).join(''))
  }
  closeSync(descriptor)
  return bytes
}

function scaleFrom(text: string): number {
  const scale = Number(text)
  if (scale >= 0.001 && scale <= 4) return scale
  throw new InvalidArgumentError('write a number from 0.001 to 4')
}
