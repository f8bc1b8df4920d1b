import type { FastifyInstance } from 'fastify'
import { apiPrefix } from '../api-prefix.ts'
import { openApiOf } from '../openapi/document.ts'
import type { Route } from '../route.ts'
import { docsPage } from './page.tsx'
import { docsStyle } from './style.ts'

/** The page may use its own style sheet, and nothing else of the world. */
const policy =
  "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** Serves what the API says of itself, for people and for programs. Open to anybody: there is nothing of a landlord in it. */
export function serveDocs(server: FastifyInstance, routes: readonly Route[], version: string): void {
  const made = madeOnce(() => ({
    page: docsPage(routes),
    document: JSON.stringify(openApiOf(routes, version)),
  }))
  const config = { anonymous: true } as const
  server.get(`${apiPrefix}/openapi.json`, { config }, (_request, reply) =>
    reply.type('application/json').header('cache-control', 'no-cache').send(made().document),
  )
  server.get(`${apiPrefix}/docs`, { config }, (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('cache-control', 'no-cache')
      .send(made().page),
  )
  server.get(`${apiPrefix}/docs.css`, { config }, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(docsStyle),
  )
}

/** Made when first asked for, so that a server is quick to start. */
function madeOnce<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}
