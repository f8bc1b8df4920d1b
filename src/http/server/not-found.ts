import type { FastifyInstance } from 'fastify'
import { suggest } from '#core/suggest.ts'
import { apiPrefix } from '../api/api-prefix.ts'
import type { Route } from '../api/route.ts'
import { answerProblem } from './errors.ts'
import type { Problem } from './problem.ts'
import type { Pages } from './pages.ts'

/** Answers what no route does: another method at an address of ours, or an address that is none. */
export function answerNotFound(
  server: FastifyInstance,
  routes: readonly Route[],
  page: Pages['problemPage'],
): void {
  const known = routes.map(({ method, path }) => ({ method, path, pattern: patternOf(path) }))
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? ''
    return answerProblem(request, reply, problemAt(path, request.method, known), page)
  })
}

interface Known {
  readonly method: string
  readonly path: string
  readonly pattern: RegExp
}

function problemAt(path: string, method: string, known: readonly Known[]): Problem {
  const methods = methodsOf(known.filter(({ pattern }) => pattern.test(path)))
  if (methods.length > 0)
    return {
      kind: 'no-such-method',
      detail: `this address takes ${methods.join(', ')}, not ${method}`,
      headers: { allow: methods.join(', ') },
    }
  return {
    kind: 'no-such-address',
    detail: `there is nothing at this address; ${whereElse(path, nearest(path, known))}`,
  }
}

/** Programs are told of the API; a person who mistyped the address of a page is not. */
function whereElse(path: string, meant: string | undefined): string {
  if (meant !== undefined) return `did you mean ${apiPrefix}${meant}?`
  if (path.startsWith('/api')) return 'every address of the API is listed at /api/v1/docs'
  return 'look at how it is written, or find what you want with the search'
}

function methodsOf(found: readonly Known[]): readonly string[] {
  const methods = found.map(({ method }) => method)
  return [...new Set(methods.includes('GET') ? [...methods, 'HEAD'] : methods)].sort()
}

/** Compared part by part, so that an id in the address is no slip. */
function nearest(path: string, known: readonly Known[]): string | undefined {
  const parts = partsOf(path.startsWith(apiPrefix) ? path.slice(apiPrefix.length) : path)
  const paths = [...new Set(known.map((each) => each.path))].filter(
    (each) => partsOf(each).length === parts.length,
  )
  const words = new Map(paths.map((each) => [asMeant(partsOf(each), parts), each]))
  const meant = suggest(parts.join('/'), words.keys())
  return meant === undefined ? undefined : words.get(meant)
}

function asMeant(pattern: readonly string[], parts: readonly string[]): string {
  return pattern.map((part, place) => (part.startsWith('{') ? (parts[place] ?? '') : part)).join('/')
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '')
}

function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.+*?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')
  return new RegExp(`^${apiPrefix}${escaped}/?$`)
}
