import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the whole repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What is made or brought, and so not ours to judge. */
const notOurs = new Set(['node_modules', '.git', 'out', 'coverage', 'data', 'package-lock.json', 'LICENSE'])

/** Every file under the folders or files named, as paths from the root with forward slashes, in order. */
export function filesUnder(...places: readonly string[]): readonly string[] {
  return places
    .flatMap((place) => (existsSync(join(root, place)) ? walk(join(root, place)) : []))
    .sort(byText)
}

/** The names of the folders that stand directly in a folder. */
export function foldersIn(place: string): readonly string[] {
  if (!existsSync(join(root, place))) return []
  const entries = readdirSync(join(root, place), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort(byText)
}

/** The words of a file, named by its path from the root. */
export function wordsOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Whether a file or folder is there. */
export function isThere(path: string): boolean {
  return existsSync(join(root, path))
}

/** True for what people wrote to be read as text: code, packs, documents, settings. */
export function isText(path: string): boolean {
  return /[.](ts|tsx|cjs|mjs|json|ya?ml|md|css|sh|sql|ndjson|csv)$|(^|\/)([.][^/.]+|run)$/.test(path)
}

function walk(place: string): readonly string[] {
  if (!statSync(place).isDirectory()) return [relative(root, place).replaceAll('\\', '/')]
  return readdirSync(place).flatMap((name) => (notOurs.has(name) ? [] : walk(join(place, name))))
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1
}
