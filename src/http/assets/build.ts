import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Built, BuiltFile } from './built.ts'
import { chart } from '../page/style/chart.ts'
import { colours } from '../page/style/colours.ts'
import { root, scriptFolder, styleFolder } from './inputs.ts'

/** Makes the style sheet and the script that all pages share: about half a second. */
export async function build(inputs: string): Promise<Built> {
  const [style, script] = await Promise.all([styleText(), scriptText()])
  return { inputs, style: fileOf(style, 'css'), script: fileOf(script, 'js') }
}

/** Both compilers are loaded only where there is something to make. */
async function styleText(): Promise<string> {
  const { compileAsync } = await import('sass-embedded')
  const { css } = await compileAsync(join(styleFolder, 'kept.scss'), {
    loadPaths: [root, join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  })
  // Charts look as they do in reports; only where there is one.
  return `${css}${colours}.kept-course{${chart}}`
}

async function scriptText(): Promise<string> {
  const esbuild = await import('esbuild')
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(scriptFolder, 'main.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    tsconfigRaw: {},
  })
  await esbuild.stop()
  return outputFiles[0]?.text ?? ''
}

function fileOf(text: string, ending: string): BuiltFile {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return { name: `kept-${digest}.${ending}`, text, pressed: brotliCompressSync(text).toString('base64') }
}
