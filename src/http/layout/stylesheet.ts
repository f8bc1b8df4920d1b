import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { local } from '../html/local.ts'
import { colours } from '../page/style/colours.ts'
import { words } from '../page/style/words.ts'
import { forms } from './style/forms.ts'
import { frame } from './style/frame.ts'

const style = [colours, words, frame, forms].join('').replace(/\n\s*/g, '\n')
const digest = createHash('sha256').update(style).digest('hex').slice(0, 16)

/** Where the style sheet is: an address that changes with it, so that browsers may keep it for ever. */
export const styleAddress = local`/assets/kept-${digest}.css`

/** Serves the style sheet. */
export function serveStyle(server: FastifyInstance): void {
  server.get(styleAddress, { config: { anonymous: true } }, async (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(style),
  )
}
