import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pack } from '#core/promises/pack.ts'
import { knownEvents } from '#core/promises/known-events.ts'
import { parsePack } from '#core/promises/parse-pack.ts'
import type { Fault } from '#core/promises/shape/fault.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import { suggest } from '#core/suggest.ts'
import { vocabulary } from '../compose.ts'

/** The house’s own packs. */
const packsFolder = fileURLToPath(new URL('../../../packs/', import.meta.url))

/** A pack as found on disk. */
export interface PackFile {
  readonly file: string
  readonly text: string
  /** Its scenario files, sorted by name. */
  readonly scenarios: readonly string[]
}

/** Every shipped pack’s id: a folder with a pack.yaml. */
export function shippedPacks(): readonly string[] {
  return readdirSync(packsFolder)
    .filter((name) => existsSync(join(packsFolder, name, 'pack.yaml')))
    .sort()
}

/** Finds a pack by the name of a shipped one, a folder or a file. */
export function findPack(named: string): PackFile | Refusal {
  const shipped = join(packsFolder, named, 'pack.yaml')
  const file = [named, join(named, 'pack.yaml'), shipped].find(
    (path) => existsSync(path) && statSync(path).isFile(),
  )
  if (file === undefined) {
    if (existsSync(named) && statSync(named).isDirectory())
      return refuse(`the folder “${named}” holds no pack`, 'a pack is a file pack.yaml in its own folder')
    const near = suggest(basename(named), shippedPacks())
    return refuse(
      `there is no pack “${named}”`,
      near === undefined ? `shipped packs: ${shippedPacks().join(', ')}` : `did you mean “${near}”?`,
    )
  }
  return { file: short(file), text: readFileSync(file, 'utf8'), scenarios: scenariosBeside(file) }
}

/** Reads a pack, or every fault of its file. */
export function readPack({ file, text }: PackFile): Pack | readonly Fault[] {
  return parsePack(text, file, knownEvents(vocabulary))
}

/** The feed of bank holidays, replaceable with `--holidays`; a refusal where the file is not JSON. */
export function readHolidays(file: string | undefined): unknown {
  const text = readFileSync(file ?? join(packsFolder, 'holidays', 'bank-holidays.json'), 'utf8')
  try {
    return JSON.parse(text) as unknown
  } catch {
    return refuse('this is not JSON', 'bank holidays come in the shape of www.gov.uk/bank-holidays.json')
  }
}

function scenariosBeside(file: string): readonly string[] {
  const folder = join(dirname(file), 'scenarios')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => short(join(folder, name)))
}

function short(path: string): string {
  const near = relative(process.cwd(), path)
  return near.startsWith('..') ? path : near
}
