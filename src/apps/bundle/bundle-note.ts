import { join } from 'node:path'

/** The folder of the whole program. */
export const root = join(import.meta.dirname, '../../..')

/** Where the bundle of a program is, and the files it was made of as they were then. */
export interface Bundled {
  /** From the root: `build/programs/command/m3k2.../command.js`. */
  readonly file: string
  readonly inputs: readonly (readonly [path: string, changedAt: number, bytes: number])[]
}

/** Where it is written down which bundle of a program is the newest. */
export function noteOf(program: string): string {
  return join(root, 'build/programs', `${program.replaceAll(/\W+/g, '-')}.json`)
}
