import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writtenPacks } from './packs.ts'
import { filesUnder, wordsOf } from './tree.ts'

/** Words in landlords' names that are anybody's words. */
const anybodys = new Set([
  'one',
  'mount',
  'green',
  'south',
  'lakes',
  'and',
  'the',
  'of',
  'homes',
  'housing',
  'group',
  'association',
])

test('No landlord is named under src: a landlord is a folder of data', () => {
  const names = writtenPacks().flatMap(({ folder, landlord }) => [folder, landlord, ...properNames(folder)])
  assert.ok(names.length >= 10, 'the packs name their landlords')
  const anyName = new RegExp(names.map((name) => name.replaceAll(/[-\s]+/g, '[-_\\s]*')).join('|'), 'i')
  const naming = filesUnder('src').flatMap((path) => linesThat(anyName, path))
  assert.deepEqual(naming, [])
})

/** The words of a name that are nobody else's: “Linstone”, not “housing”. */
function properNames(folder: string): readonly string[] {
  return folder.split('-').filter((word) => !anybodys.has(word))
}

function linesThat(pattern: RegExp, path: string): readonly string[] {
  const lines = [path, ...wordsOf(path).split('\n')]
  return lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index}: ${line.trim()}`] : []))
}
