import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfTemplate } from './pdf-templates.ts'

// Runs in a thread of its own. The templates are our own files; what is put into them comes as one JSON text by
// `sys.inputs`, and Typst never reads that as source.

/** A page to be set: its inputs as JSON. */
export interface ToTypeset {
  readonly template: PdfTemplate
  readonly data: string
}

/** The page, or what kept it from being made. */
export type Typeset =
  | { readonly pdf: Uint8Array }
  | { readonly fault: string; readonly unshowable: readonly string[] }

const templates = fileURLToPath(new URL('./templates/', import.meta.url))
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fonts() }] })

parentPort?.on('message', (asked: ToTypeset) => parentPort?.postMessage(typesetOf(asked)))

function typesetOf({ template, data }: ToTypeset): Typeset {
  try {
    const mainFileContent = readFileSync(join(templates, `${template}.typ`), 'utf8')
    const made = compiler.compile({ mainFileContent, inputs: { data } })
    if (made.result === null)
      return { fault: JSON.stringify(made.takeError()?.shortDiagnostics), unshowable: [] }
    return { pdf: new Uint8Array(compiler.pdf(made.result, { pdfStandard: 'ua-1' })) }
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error)
    return { fault: fault.slice(0, 2_000), unshowable: unshowableIn(fault) }
  } finally {
    compiler.evictCache(10)
  }
}

/** PDF/UA allows no letter without a shape, and Typst says which one it lacks. */
function unshowableIn(fault: string): readonly string[] {
  const told = fault.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)
  return [...new Set(Array.from(told, ([, text = '']) => plain(text)))]
}

/** A letter that could not be printed alone is written as its number: `\u{9be}`. */
function plain(text: string): string {
  return text.replaceAll(/\\+u\{([0-9a-f]{1,6})\}/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  )
}

/** Liberation Sans stands among the fonts that pdfjs-dist brings, so a machine needs none of its own. */
function fonts(): Buffer[] {
  const require = createRequire(import.meta.url)
  const folder = join(dirname(require.resolve('pdfjs-dist/package.json')), 'standard_fonts')
  return readdirSync(folder)
    .filter((name) => name.startsWith('LiberationSans-'))
    .map((name) => readFileSync(join(folder, name)))
}
