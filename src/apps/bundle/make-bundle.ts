import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { type Bundled, noteOf, root } from './bundle-note.ts'

/** A server that runs for weeks loads parts of its bundle late: as many older ones are kept. */
const kept = 5

/**
 * Makes the bundle of a program and gives its file, from the root; nothing where the folder cannot be written. Packages
 * stay outside of it. Each bundle has a folder of its own, so that whoever runs the one before is not disturbed.
 */
export async function makeBundle(program: string): Promise<string | undefined> {
  const note = noteOf(program)
  const all = note.replace(/[.]json$/, '')
  const folder = join(all, `${Date.now().toString(36)}-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    const made = await bundled(program, folder)
    const bundle: Bundled = { file: join(relative(root, folder), made.name), inputs: made.inputs.map(stated) }
    writeFileSync(`${folder}.json`, JSON.stringify(bundle))
    renameSync(`${folder}.json`, note)
    // Another start at the same moment may be taking the same ones away.
    for (const old of readdirSync(all).toSorted().slice(0, -kept))
      rmSync(join(all, old), { recursive: true, force: true })
    return bundle.file
  } catch (error) {
    if (isNotWritable(error)) return undefined
    throw error
  }
}

async function bundled(program: string, folder: string) {
  const { metafile } = await build({
    entryPoints: [join(root, program)],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node26',
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    absWorkingDir: root,
    logLevel: 'error',
    plugins: [whereItStands(folder)],
  })
  const name = `${basename(program).replace(/[.]ts$/, '')}.mjs`
  return { name, inputs: Object.keys(metafile.inputs) }
}

/** What a file finds beside itself (templates, threads, migrations) stays where it is. */
function whereItStands(folder: string): Plugin {
  return {
    name: 'where-it-stands',
    setup({ onLoad }) {
      onLoad({ filter: /[.]tsx?$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8')
        if (!source.includes('import.meta.')) return undefined
        const place = JSON.stringify(relative(folder, path))
        const contents = source
          .replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`)
          .replaceAll(
            'import.meta.dirname',
            `(import.meta.dirname + '/' + ${JSON.stringify(relative(folder, dirname(path)))})`,
          )
        return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
      })
    },
  }
}

function stated(path: string): Bundled['inputs'][number] {
  const { mtimeMs, size } = statSync(join(root, path))
  return [path, mtimeMs, size]
}

function isNotWritable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'EACCES' || code === 'EROFS' || code === 'EPERM'
}
