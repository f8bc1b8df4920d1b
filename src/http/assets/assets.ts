import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { local } from '../html/local.ts'
import type { Url } from '../html/url.ts'
import type { Built, BuiltFile } from './built.ts'
import { inputsDigest, root } from './inputs.ts'

/** Where a page finds what it loads. */
export interface Assets {
  readonly style: Url
  readonly script: Url
}

/** Has the style sheet and the script at hand: as they were built, or built now where what they are made from changed. */
export async function prepareAssets(): Promise<'built' | 'there'> {
  // Several servers of one process wait for the same.
  preparing ??= prepare().finally(() => {
    preparing = undefined
  })
  return preparing
}

let preparing: Promise<'built' | 'there'> | undefined

async function prepare(): Promise<'built' | 'there'> {
  const inputs = inputsDigest()
  const found = prepared ?? readBuilt()
  if (found?.inputs === inputs) {
    use(found)
    return 'there'
  }
  const { build } = await import('./build.ts')
  use(await build(inputs))
  keep(atHand())
  return 'built'
}

function use(built: Built): void {
  prepared = built
  for (const file of [built.style, built.script]) served.set(file.name, file)
}

/** Where they are. They must have been prepared. */
export function assets(): Assets {
  const { style, script } = atHand()
  return { style: local`/assets/${style.name}`, script: local`/assets/${script.name}` }
}

/** Serves them, each at an address that changes with it. */
export function serveAssets(server: FastifyInstance): void {
  server.get<{ Params: { name: string } }>(
    '/assets/:name',
    { config: { anonymous: true } },
    async (request, reply): Promise<FastifyReply> => {
      const { name } = request.params
      const file = served.get(name)
      if (file === undefined) {
        reply.callNotFound()
        return reply
      }
      const takesPressed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '')
      reply
        .type(name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('vary', 'accept-encoding')
      return takesPressed
        ? reply.header('content-encoding', 'br').send(Buffer.from(file.pressed, 'base64'))
        : reply.send(file.text)
    },
  )
}

/** All that pages of this process were drawn with. */
const served = new Map<string, BuiltFile>()
let prepared: Built | undefined

function atHand(): Built {
  if (prepared === undefined) throw new Error('a page was drawn before its style was prepared')
  return prepared
}

const builtFile = join(root, 'build/assets.json')

function readBuilt(): Built | undefined {
  return existsSync(builtFile) ? (JSON.parse(readFileSync(builtFile, 'utf8')) as Built) : undefined
}

/** Put in place at once, since several processes may do so. Where the folder is not ours to write, each start builds anew. */
function keep(built: Built): void {
  const temporary = `${builtFile}.${process.pid}`
  try {
    mkdirSync(dirname(builtFile), { recursive: true })
    writeFileSync(temporary, JSON.stringify(built))
    renameSync(temporary, builtFile)
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}
