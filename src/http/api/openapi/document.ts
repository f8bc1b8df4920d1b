import type { TSchema } from 'typebox'
import { problemKinds } from '../../server/problem-kinds.ts'
import { apiPrefix } from '../api-prefix.ts'
import type { Route } from '../route.ts'
import { operationOf } from './operation.ts'
import { problemSchema } from './problem-schema.ts'

/** An OpenAPI 3.1 document, as far as we write one. */
export interface OpenApi {
  readonly openapi: string
  readonly info: Readonly<Record<string, unknown>>
  readonly servers: readonly { readonly url: string }[]
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>
}

/** What the routes can do, as OpenAPI 3.1: written from the same data as they are served by, so it cannot be behind. */
export function openApiOf(routes: readonly Route[], version: string): OpenApi {
  const schemas = new Map<string, TSchema>()
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = (paths[route.path] ??= {})
    path[route.method.toLowerCase()] = operationOf(route, schemas)
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Kept',
      version,
      summary: 'Facts go in, promises are read, clocks come out',
      description: about,
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: apiPrefix }],
    security: [{ key: [] }, { session: [] }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes,
      schemas: { ...Object.fromEntries(schemas), Problem: problemSchema(Object.keys(problemKinds)) },
    },
  }
}

const about = `Everything is asked on behalf of one landlord: the one whose session or key it is.
Instants are ISO 8601 with their offset, dates are \`2026-03-02\`.
Lists come in pages: pass the \`next\` of a page as \`after\` to get the one behind it.
Refusals are problem details (RFC 9457) and name each field with what to write instead.`

const securitySchemes = {
  key: { type: 'http', scheme: 'bearer', description: 'an API key, which may do what it was given' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'kept_session',
    description:
      'the session of somebody who signed in (under https, the name begins with `__Host-`); what changes something must be asked by our own pages',
  },
} as const
