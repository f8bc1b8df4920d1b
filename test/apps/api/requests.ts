import fc from 'fast-check'
import { paramsOf } from '#http/api/asking.ts'
import { takenBy } from '#http/api/body.ts'
import type { Route } from '#http/api/route.ts'
import { type Known, nearly, nearlySame, text } from './values.ts'

/** A request as somebody careless, unlucky or malicious may send it. */
export interface Request {
  readonly method: Route['method']
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload: string | undefined
}

/** Requests to a route: as it wants them, wrong in some place, or nonsense. */
export function requestsTo(route: Route, known: Known): fc.Arbitrary<Request> {
  return fc.record({
    method: fc.constant(route.method),
    path: pathOf(route, known),
    query: queryOf(route, known),
    headers: headersOf(route),
    payload: payloadOf(route, known),
  })
}

function pathOf(route: Route, known: Known): fc.Arbitrary<string> {
  const values = Object.keys(paramsOf(route).properties).map((name) => [
    name,
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...(known[name] ?? known.id)) },
      { weight: 1, arbitrary: text() },
    ),
  ])
  return fc
    .record(Object.fromEntries(values) as Record<string, fc.Arbitrary<string>>)
    .map((all) => route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(all[name] || 'x')))
}

/** Seldom more than two parameters: of many, one is always wrong. */
function queryOf({ query }: Route, known: Known): fc.Arbitrary<string> {
  if (query === undefined) return fc.constant('')
  const parameters = Object.entries(query.properties).map(([name, schema]) =>
    nearly(schema, known, name).map((value) => `${name}=${encodeURIComponent(written(value))}`),
  )
  return fc
    .subarray(parameters, { maxLength: Math.min(3, parameters.length) })
    .chain((some) => fc.tuple(...some))
    .map((some) => some.join('&'))
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

function headersOf(route: Route): fc.Arbitrary<Readonly<Record<string, string>>> {
  const types = takenBy(route).map((type) => (type === '*/*' ? 'text/plain' : type))
  return fc
    .record({
      'content-type': mostly(types[0] ?? '', types, 'text/xml'),
      'if-match': mostly('', ['"1"', '"2"', '*'], 'x'),
      'idempotency-key': mostly('', ['a-key', 'another'], 'with blank'),
    })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')))
}

function mostly(usual: string, others: readonly string[], wrong: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: 4, arbitrary: fc.constantFrom(...others, usual) },
    { weight: 1, arbitrary: fc.constant(wrong) },
  )
}

function payloadOf(route: Route, known: Known): fc.Arbitrary<string | undefined> {
  const { body, example } = route
  if (takenBy(route).length === 0) return fc.constant(undefined)
  const value = body === undefined ? fc.jsonValue() : nearly(body, known)
  const values = example === undefined ? value : fc.oneof(value, nearlySame(example, known))
  const json = values.map((each) => JSON.stringify(each))
  return fc.oneof(
    { weight: 16, arbitrary: json },
    { weight: 1, arbitrary: fc.array(json, { maxLength: 4 }).map((all) => all.join('\n')) },
    { weight: 1, arbitrary: text() },
  )
}
