import type { TSchema } from 'typebox'
import type { Route } from '#http/api/route.ts'
import { oneOfEach } from '#test/store/masters/samples.ts'
import { type Ids, mark } from './two-landlords.ts'

/** A request for what is on the far side of the wall. */
export interface AskedAcross {
  readonly params: Readonly<Record<string, string>>
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly body: string | undefined
  readonly type: string
}

/** Parameters that name what every landlord has under the same name. */
export const ofNobody: ReadonlySet<string> = new Set(['promise', 'kind'])

/** The names of the parameters in a route’s path. */
export function namesOfParameters({ path }: Route): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
}

/** A request of a route with A’s ids wherever it takes an id: in its path, its query and its body. */
export function askedAcross(route: Route, ids: Ids): AskedAcross {
  const examples = examplesOf(ids)
  const params = Object.fromEntries(
    namesOfParameters(route).flatMap((name) => {
      const example = examples[name]
      return example === undefined ? [] : [[name, example]]
    }),
  )
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? 'x'))
  const body = bodyFor(route, examples)
  const type = route.takes?.[0] ?? 'application/json'
  return { params, path, query: queryFor(route, examples), body, type }
}

type Examples = Readonly<Record<string, string | undefined>>

/** By the name of a parameter or field: what of A’s it would be, or what is the same for everybody. */
function examplesOf(ids: Ids): Examples {
  const each = {
    case: ids.case,
    customer: ids.customers,
    home: ids.homes,
    team: ids.teams,
    holder: ids.staff,
    staff: ids.staff,
    office: ids.offices,
    room: ids.rooms,
    contractor: ids.contractors,
    representative: `${ids.customers}-2`,
    authority: ids.representatives,
    need: ids.needs,
    alert: ids.alerts,
    strand: ids.strands,
    tenancy: ids.tenancies,
    words: ids.words,
    attachment: ids.attachment,
    import: ids.import,
    key: ids.key,
    webhook: ids.webhook,
    delivery: ids.delivery,
    session: ids.session,
    mail: ids.mail,
    job: String(ids.job),
  }
  const withId = Object.entries(each).map(([name, id]) => [`${name}Id`, id] as const)
  const same = { edition: ids.edition, promise: 'LIN-01', kind: 'teams', text: 'Walburga', of: 'all' }
  return { ...each, ...Object.fromEntries(withId), ...same }
}

/** The query of a list narrows it to what is A’s: one field, since a list may take no more. */
function queryFor({ query }: Route, examples: Examples): Readonly<Record<string, string>> {
  const names = Object.keys(query?.properties ?? {})
  const required = new Set(query?.required ?? [])
  const chosen = names.find((name) => examples[name] !== undefined && !ofNobody.has(name) && name !== 'of')
  const taken = names.filter((name) => name === chosen || required.has(name))
  return Object.fromEntries(taken.map((name) => [name, examples[name] ?? 'x']))
}

function bodyFor(route: Route, examples: Examples): string | undefined {
  if (route.body === undefined && route.takes === undefined) return undefined
  const [, first = ''] = route.path.split('/')
  const sample = route.path.split('/').length <= 3 ? oneOfEach[first]?.values : undefined
  if (sample !== undefined) return markedSample(sample)
  const example = route.example ?? exampleOf(route.body, '', examples)
  if (typeof example === 'string') return example
  return JSON.stringify(example, (name, value: unknown) =>
    typeof value === 'string' && !ofNobody.has(name) ? (examples[name] ?? value) : value,
  )
}

/** A master that names other masters of A’s, as A’s own does. */
function markedSample(sample: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(sample).replaceAll(/"(\w+)-([12])"/g, (_, kind: string, n: string) =>
    JSON.stringify(`${mark}-${n === '1' ? kind : `${kind}-2`}`),
  )
}

/** Something that a schema takes. */
function exampleOf(schema: TSchema | undefined, name: string, examples: Examples): unknown {
  const known = examples[name]
  const {
    type,
    properties,
    required,
    items,
    enum: words,
    anyOf,
    const: only,
    pattern,
  } = (schema ?? {}) as Shape
  if (only !== undefined) return only
  if (words !== undefined) return words[0]
  if (anyOf !== undefined) return exampleOf(anyOf[0], name, examples)
  if (type === 'object')
    return Object.fromEntries(
      (required ?? []).map((field) => [field, exampleOf(properties?.[field], field, examples)]),
    )
  if (type === 'array') return [exampleOf(items, name, examples)]
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return 1
  if (pattern !== undefined && /\\d\{4\}/.test(pattern)) return '2026-03-02'
  return known ?? (name === 'email' ? 'b@example.org' : 'an example')
}

interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly required?: readonly string[]
  readonly items?: TSchema
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly TSchema[]
  readonly const?: unknown
  readonly pattern?: string
}
