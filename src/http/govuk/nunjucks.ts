import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import nunjucks from 'nunjucks'
import { type Raw, raw } from '../html/raw.ts'
import { macroParams } from './macro-params.ts'

/** Draws the component in this folder of govuk-frontend. */
export function drawn(folder: string, params: object): Raw {
  return raw(
    templateOf(folder)
      .render({ params: macroParams(params) })
      .trim(),
  )
}

/** Each template is compiled when it is first wanted, and then kept: some milliseconds each, once. */
function templateOf(folder: string): nunjucks.Template {
  const known = templates.get(folder)
  if (known !== undefined) return known
  const template = environment.getTemplate(`govuk/components/${folder}/template.njk`, true)
  templates.set(folder, template)
  return template
}

const templates = new Map<string, nunjucks.Template>()

const dist = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist')
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(dist, { noCache: false }), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
})
