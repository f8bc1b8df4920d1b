import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { root } from './tree.ts'

/** For each rule about who may import whom: a file, and an import in it that breaks the rule. */
const trespasses: Readonly<Record<string, readonly [file: string, imported: string]>> = {
  'no-cycles': ['src/core/one.ts', './other.ts'],
  'core-imports-core': ['src/core/a.ts', '#kinds/call/kind.ts'],
  'core-does-no-io': ['src/core/b.ts', 'node:fs'],
  'core-packages': ['src/core/c.ts', 'csv-parse'],
  'plugs-import-core': ['src/kinds/call/a.ts', '#http/page.ts'],
  'plugs-never-meet': ['src/kinds/call/b.ts', '#kinds/visit/kind.ts'],
  'an-index-lists-its-own': ['src/reports/index.ts', '#kinds/call/kind.ts'],
  'plugs-do-no-io': ['src/reports/kept/a.ts', 'node:fs'],
  'plug-packages': ['src/reports/kept/b.ts', 'csv-parse'],
  'importer-packages': ['src/importers/log/a.ts', 'commander'],
  'told-of-plugs': ['src/store/a.ts', '#kinds/call/kind.ts'],
  'http-is-told-of-plugs': ['src/http/a.ts', '#kinds/call/kind.ts'],
  'apps-never-meet': ['src/apps/web/a.ts', '#apps/cli/command.ts'],
  'compose-alone-knows-every-plug': ['src/apps/web/b.ts', '#kinds/call/kind.ts'],
  'nothing-imports-an-app': ['src/http/b.ts', '#apps/cli/command.ts'],
  'src-stands-alone': ['src/apps/web/c.ts', '../../../scripts/script.ts'],
  'nothing-imports-a-test': ['test/a.ts', './b.test.ts'],
  'packages-are-declared': ['src/apps/web/d.ts', 'fast-check'],
  'imports-lead-somewhere': ['src/apps/web/e.ts', '#core/nowhere.ts'],
}

/** What the trespasses reach for, and what is allowed. */
const innocent: Readonly<Record<string, string>> = {
  'src/core/other.ts': "import './one.ts'",
  'src/core/good.ts': "import 'yaml'",
  'src/kinds/call/kind.ts': "import '#core/good.ts'",
  'src/kinds/visit/kind.ts': "import '#core/good.ts'",
  'src/kinds/index.ts': "import './call/kind.ts'",
  'src/importers/log/importer.ts': "import 'csv-parse'",
  'src/http/page.ts': "import '#core/good.ts'",
  'src/apps/cli/command.ts': "import 'node:fs'",
  'src/apps/compose.ts': "import '#kinds/index.ts'",
  'scripts/script.ts': "import '#core/good.ts'",
  'test/b.test.ts': "import '#core/good.ts'",
}

test('Each rule about who may import whom finds a trespass, and the right one', () => {
  const { rules, broken } = cruise({ ...innocent, ...asFiles(trespasses) })
  assert.deepEqual(Object.keys(trespasses).sort(), [...rules].sort(), 'every rule has its trespass here')
  for (const [rule, [file]] of Object.entries(trespasses)) {
    assert.ok(broken.includes(`${rule}: ${file}`), `${rule} is broken by ${file}, and nobody says so`)
  }
})

test('Where everybody keeps to the rules, nothing is found', () => {
  const good = Object.entries(innocent).filter(([file]) => file !== 'src/core/other.ts')
  assert.deepEqual(cruise(Object.fromEntries(good)).broken, [])
})

function asFiles(table: typeof trespasses): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.values(table).map(([file, imported]) => [file, `import '${imported}'`]))
}

interface Cruised {
  readonly rules: readonly string[]
  /** `rule: file` */
  readonly broken: readonly string[]
}

function cruise(files: Readonly<Record<string, string>>): Cruised {
  const place = mkdtempSync(join(tmpdir(), 'kept-boundaries-'))
  try {
    for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs'])
      cpSync(join(root, name), join(place, name))
    symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'))
    for (const [file, words] of Object.entries(files)) {
      mkdirSync(dirname(join(place, file)), { recursive: true })
      writeFileSync(join(place, file), `${words}\n`)
    }
    const command = [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '-T',
      'json',
      'src',
      'test',
      'scripts',
    ]
    const ran = spawnSync(process.execPath, command, { cwd: place, encoding: 'utf8', maxBuffer: 1e8 })
    const { summary } = JSON.parse(ran.stdout) as { summary: Summary }
    return {
      rules: summary.ruleSetUsed.forbidden.map(({ name }) => name),
      broken: summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`),
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

interface Summary {
  readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[]
  readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] }
}
