import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filesUnder, isText, isThere, wordsOf } from './tree.ts'

const everywhere = ['.']
const code = ['src', 'test', 'bench', 'examples', 'scripts']

test('No file has a name that says nothing of what is in it', () => {
  const vague = /(^|[/.-])(utils?|helpers?|common|misc|manager|service|stuff)([/.-]|$)/i
  assert.deepEqual(
    filesUnder(...code).filter((path) => vague.test(path)),
    [],
  )
})

test('File names are in lower case, with hyphens between words', () => {
  const odd = filesUnder(...code).filter(
    // Sass knows a part of a sheet by the underscore that its name begins with.
    (path) =>
      !/^[a-z0-9/.-]+$/.test(path.replace(/README[.]md$/, 'readme.md').replace(/_([^/]+[.]scss)$/, '$1')),
  )
  assert.deepEqual(odd, [])
})

test('Nothing is left for later: no note to self stands in code, tests or packs', () => {
  assert.deepEqual(linesThat(/\b(TODO|FIXME|HACK)\b|not implemented/, [...code, 'packs']), [])
})

test('No check is turned off in a comment', () => {
  const off = new RegExp(
    ['oxlint', 'eslint', 'biome', 'knip'].map((tool) => `\\b${tool}-(disable|ignore)`).join('|'),
  )
  assert.deepEqual(linesThat(off, code), [])
  assert.deepEqual(linesThat(/@ts-(ignore|nocheck)/, code), [])
})

test('Nothing leans on the folders of one machine', () => {
  const machine = new RegExp(`(^|[\\s"'\`(=:])/(${['work', 'root', 'tmp', 'home'].join('|')})/`)
  assert.deepEqual(linesThat(machine, everywhere), [])
})

test('Every decision is numbered in order, with its date', () => {
  const decisions = filesUnder('docs/decisions')
  assert.ok(decisions.length > 0, 'decisions are written down')
  for (const [index, path] of decisions.entries()) {
    const number = String(index + 1).padStart(3, '0')
    assert.match(path, new RegExp(`^docs/decisions/${number}-[a-z0-9-]+[.]md$`))
    assert.match(wordsOf(path), new RegExp(`^# ${number} \\S.*\n\n20\\d\\d-\\d\\d-\\d\\d\n`), path)
  }
})

test('Every link from one of our documents to another leads somewhere', () => {
  const documents = filesUnder(...everywhere).filter((path) => path.endsWith('.md'))
  const broken = documents.flatMap((path) =>
    [...wordsOf(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
      .map(([, link = '']) => new URL(link, `file:///${path}`).pathname.slice(1))
      .filter((target) => !isThere(target))
      .map((target) => `${path}: ${target}`),
  )
  assert.deepEqual(broken, [])
})

function linesThat(pattern: RegExp, places: readonly string[]): readonly string[] {
  return filesUnder(...places)
    .filter((path) => isText(path) && path !== 'test/house/words.test.ts')
    .flatMap((path) =>
      wordsOf(path)
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
        ),
    )
}
