import { existsSync, readFileSync, statSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Bundled, noteOf, root } from './bundle-note.ts'

/**
 * Runs one of our programs, named from the root, out of a few files made of the thousand it consists of: finding and
 * translating each of those takes two seconds at every start (decision 017). They are made anew where one of them has
 * changed; where they cannot be written, the program runs as it stands.
 */
export async function runBundled(program: string): Promise<void> {
  process.setSourceMapsEnabled(true)
  const file = newest(program) ?? (await (await import('./make-bundle.ts')).makeBundle(program))
  if (file === undefined) return runAsItStands(program)
  // What Node makes of its files and of the packages is kept beside it, for the next start.
  enableCompileCache(join(root, dirname(file), 'compiled'))
  await import(pathToFileURL(join(root, file)).href)
}

/** The bundle that was made last, unless a file it was made of has changed since. */
function newest(program: string): string | undefined {
  const note = noteOf(program)
  if (!existsSync(note)) return undefined
  const { file, inputs } = JSON.parse(readFileSync(note, 'utf8')) as Bundled
  const isFresh = existsSync(join(root, file)) && inputs.every(isUnchanged)
  return isFresh ? file : undefined
}

function isUnchanged([path, changedAt, bytes]: Bundled['inputs'][number]): boolean {
  const now = statSync(join(root, path), { throwIfNoEntry: false })
  return now !== undefined && now.mtimeMs === changedAt && now.size === bytes
}

async function runAsItStands(program: string): Promise<void> {
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(join(root, program)).href)
}
