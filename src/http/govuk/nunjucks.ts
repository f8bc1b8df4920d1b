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
const environment = remembering(
  new nunjucks.Environment(new nunjucks.FileSystemLoader(dist, { noCache: false }), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  }),
)

/** What nunjucks does inside when one template imports another; its published types leave it out. */
interface Importing {
  getTemplate(
    name: string,
    eager: boolean,
    parent?: string,
    ignoring?: boolean,
    then?: Then<Exporting>,
  ): unknown
}
interface Exporting {
  getExported(then: Then<object>): void
}
type Then<Given> = (error: unknown, given?: Given) => void

/**
 * Macros import each other by name whenever they are drawn, and each import finds the file and makes its macros anew. Those of
 * govuk-frontend depend on nothing but what they are given, so that each import is done once and its macros kept.
 */
function remembering(made: nunjucks.Environment): nunjucks.Environment {
  const plain = made as unknown as Importing
  const find = plain.getTemplate.bind(made)
  const imports = new Map<string, Exporting>()
  plain.getTemplate = (name, eager, parent, ignoring, then) => {
    if (then === undefined || parent === undefined) return find(name, eager, parent, ignoring, then)
    const place = `${parent} ${name}`
    const known = imports.get(place)
    if (known !== undefined) return then(null, known)
    return find(name, eager, parent, ignoring, (error, found) => {
      if (found !== undefined) imports.set(place, exportingOnce(found))
      then(error, found)
    })
  }
  return made
}

function exportingOnce(template: Exporting): Exporting {
  const make = template.getExported.bind(template)
  let macros: object | undefined
  template.getExported = (then) => {
    if (macros !== undefined) return then(null, macros)
    make((error, made) => {
      // A macro tells what is wrong with it to whoever imported it first, who has long had what it wanted.
      if (macros !== undefined) throw error
      macros = made
      then(error, made)
    })
  }
  return template
}
