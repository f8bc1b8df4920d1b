import type { FastifyRequest } from 'fastify'
import { type TObject, Type } from 'typebox'
import type { Acting } from '#core/people/acting.ts'
import type { Store } from '#store/store.ts'
import { type FieldFault, ProblemError } from '../server/problem.ts'
import { acceptedOf } from './accept.ts'
import { offeredBy } from './answering.ts'
import type { ReadBody } from './body.ts'
import { faultsBySchema } from './checked.ts'
import { faultIn } from './json-text.ts'
import { idempotencyOf, ifMatchOf } from './preconditions.ts'
import { valuesOf } from './query-values.ts'
import type { Asked, Route } from './route.ts'
import { object } from './schema.ts'

type AskedOfAny = Asked<unknown, unknown, unknown, Acting | undefined>

/** What is asked of a route, all of it checked; a request with faults is refused with each of them. */
export function askedOf(route: Route, store: Store, request: FastifyRequest): AskedOfAny {
  const read = request.body as ReadBody | undefined
  const params = valuesOf(paramsOf(route), request.params as Record<string, unknown>)
  const query = valuesOf(route.query ?? nothing, request.query as Record<string, unknown>)
  throwIfAny('cannot-be-read', [
    ...faultsOfParameters(paramsOf(route), params, 'path'),
    ...faultsOfParameters(route.query ?? nothing, query, 'query'),
  ])
  const ifMatch = ifMatchOf(route, request)
  const idempotency = idempotencyOf(route, request, read?.bytes ?? noBytes)
  throwIfAny('not-valid', bodyFaults(route, read))
  return {
    store,
    acting: request.recognised?.acting,
    params,
    query,
    body: read?.json,
    ifMatch,
    idempotency,
    bytes: read?.bytes ?? noBytes,
    stream: read?.stream,
    contentType: read?.contentType ?? '',
    accepts: acceptedOf(request.headers.accept, offeredBy(route)),
    requestId: request.id,
  }
}

/** The parameters of a route’s path: as it declares them, and otherwise short text. */
export function paramsOf(route: Route): TObject {
  if (route.params !== undefined) return route.params
  const known = undeclared.get(route)
  if (known !== undefined) return known
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const made = object(
    Object.fromEntries(names.map((name) => [name, Type.String({ minLength: 1, maxLength: 200 })])),
  )
  undeclared.set(route, made)
  return made
}

const undeclared = new WeakMap<Route, TObject>()
const nothing = object({})
const noBytes = Buffer.alloc(0)

function faultsOfParameters(schema: TObject, values: Record<string, unknown>, source: 'path' | 'query') {
  const fault = faultIn(values, 0)
  if (fault !== undefined) return [{ in: source, ...fault }]
  return faultsBySchema(schema, values, source)
}

/** What is not JSON is for the route itself to judge. */
function bodyFaults({ body }: Route, read: ReadBody | undefined): readonly FieldFault[] {
  if (body === undefined || (read !== undefined && !('json' in read))) return []
  if (read === undefined && isOptional(body)) return []
  return faultsBySchema(body, read?.json, 'body')
}

/** A body that may be left out is declared by `Type.Optional`. */
function isOptional(schema: object): boolean {
  return '~optional' in schema
}

function throwIfAny(kind: 'cannot-be-read' | 'not-valid', errors: readonly FieldFault[]): void {
  const [first, ...others] = errors
  if (first === undefined) return
  const more = others.length === 0 ? '' : `, and ${others.length} more`
  const where = first.pointer === '' ? `the ${first.in}` : `“${first.pointer.slice(1)}” in the ${first.in}`
  throw new ProblemError({ kind, detail: `${where}: ${first.detail}${more}`, errors })
}
