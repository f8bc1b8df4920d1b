import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The root of the program, where its packages are. */
export const root = join(import.meta.dirname, '../../..')
export const styleFolder = join(root, 'src/http/style')
export const scriptFolder = join(root, 'src/http/script')
const chartStyleFolder = join(root, 'src/http/page/style')

/** One word for all that the style sheet and the script are made from; another where any of it changed. */
export function inputsDigest(): string {
  const hash = createHash('sha256')
  for (const folder of [styleFolder, scriptFolder, chartStyleFolder, import.meta.dirname])
    for (const name of readdirSync(folder).sort())
      if (/[.](ts|scss)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)))
  for (const name of packages) hash.update(versionOf(name))
  return hash.digest('hex').slice(0, 24)
}

const packages = ['govuk-frontend', '@ministryofjustice/frontend', 'sass-embedded', 'esbuild'] as const

function versionOf(name: string): string {
  return readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')
}
