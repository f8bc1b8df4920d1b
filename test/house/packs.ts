import { parse } from 'yaml'
import { filesUnder, foldersIn, isThere, wordsOf } from './tree.ts'

/** A pack as it stands in its file: the house judges what people wrote, not what the program makes of it. */
export interface WrittenPack {
  readonly folder: string
  readonly landlord: string
  readonly promises: readonly WrittenPromise[]
  readonly scenarios: readonly WrittenScenario[]
}

export interface WrittenPromise {
  readonly id: string
  readonly clock?: unknown
}

export interface WrittenScenario {
  readonly file: string
  readonly scenario: string
  readonly trap?: number | readonly number[]
  readonly variation?: Readonly<Record<string, unknown>>
  readonly clocks?: Readonly<Record<string, readonly { readonly outcome?: string }[]>>
  readonly figures?: Readonly<Record<string, WrittenFigure>>
}

interface WrittenFigure {
  readonly kept?: number
  readonly counted?: number
}

/** Every pack with its scenarios. */
export function writtenPacks(): readonly WrittenPack[] {
  const folders = foldersIn('packs').filter((folder) => isThere(`packs/${folder}/pack.yaml`))
  return folders.map((folder) => {
    const pack = read(`packs/${folder}/pack.yaml`) as Pick<WrittenPack, 'landlord' | 'promises'>
    return { folder, landlord: pack.landlord, promises: pack.promises, scenarios: scenariosOf(folder) }
  })
}

function scenariosOf(folder: string): readonly WrittenScenario[] {
  const files = filesUnder(`packs/${folder}/scenarios`).filter((file) => file.endsWith('.yaml'))
  return files.flatMap((file) => {
    const { scenarios } = read(file) as { scenarios: readonly WrittenScenario[] }
    return scenarios.map((scenario) => ({ ...scenario, file }))
  })
}

function read(path: string): unknown {
  return parse(wordsOf(path), { maxAliasCount: 10_000, merge: true })
}
