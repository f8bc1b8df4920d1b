import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { root } from './tree.ts'

const yaml = { version: '2.9.1', integrity: 'sha512-a' }
const forAnotherPlatform = { version: '1.0.0', integrity: 'sha512-b', optional: true }
const asked = { dependencies: { yaml: '2.9.1' } }
const sound: Files = {
  'package.json': asked,
  'package-lock.json': {
    packages: { '': asked, 'node_modules/yaml': yaml, 'node_modules/elsewhere': forAnotherPlatform },
  },
  'node_modules/.package-lock.json': { packages: { 'node_modules/yaml': yaml } },
  'node_modules/yaml/package.json': {},
}

test('Packages that are all there are left alone, though those of other platforms are not', () => {
  assert.equal(whyStale(sound), '')
})

test('Packages that are not there, not whole or not those asked for are installed anew', () => {
  const { 'node_modules/.package-lock.json': _none, ...notInstalled } = sound
  const { 'node_modules/yaml/package.json': _gone, ...partOfIt } = sound
  assert.match(whyStale(notInstalled), /not installed yet/)
  assert.match(whyStale(partOfIt), /node_modules\/yaml is missing/)
  const older = { packages: { 'node_modules/yaml': { ...yaml, version: '2.8.0' } } }
  assert.match(whyStale({ ...sound, 'node_modules/.package-lock.json': older }), /node_modules\/yaml/)
  const changed = { dependencies: { yaml: '2.9.2' } }
  assert.match(whyStale({ ...sound, 'package.json': changed }), /package.json asks for other packages/)
})

type Files = Readonly<Record<string, unknown>>

function whyStale(files: Files): string {
  const place = mkdtempSync(join(tmpdir(), 'kept-stale-'))
  try {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(place, file)), { recursive: true })
      writeFileSync(join(place, file), JSON.stringify(content))
    }
    cpSync(join(root, 'scripts/stale.cjs'), join(place, 'stale.cjs'))
    return execFileSync(process.execPath, ['stale.cjs'], { cwd: place, encoding: 'utf8' })
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
