import { capitalised } from '#core/capitalised.ts'
import type { TObject } from 'typebox'
import { problemKinds } from '../../server/problem-kinds.ts'
import { paramsOf } from '../asking.ts'
import { json, ndjson, takenBy } from '../body.ts'
import type { AnswerSpec } from '../answer.ts'
import { exampleOf } from '../example.ts'
import { isOpen, permissionsOf } from '../guard.ts'
import { problemsOf } from '../problems-of.ts'
import type { Needed, Route } from '../route.ts'
import { named, type Schemas } from './named.ts'

/** One route as an operation. Schemas that have a title are named, and referred to wherever they stand. */
export function operationOf(route: Route, schemas: Schemas): object {
  const { summary, description, tag, permission } = route
  return {
    operationId: operationId(route),
    summary,
    description: [description, neededText(permission)].filter(Boolean).join('\n\n'),
    tags: [tag],
    ...(isOpen(permission) && { security: [] }),
    'x-permission': permissionOf(permission),
    parameters: [
      ...parametersOf(paramsOf(route), 'path', schemas),
      ...(route.query === undefined ? [] : parametersOf(route.query, 'query', schemas)),
      ...headersOf(route),
    ],
    ...bodyOf(route, schemas),
    responses: { ...answersOf(route, schemas), ...problems(route) },
  }
}

/** `GET /cases/{case}/clocks` is `getCasesCaseClocks`. */
function operationId({ method, path }: Route): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  return method.toLowerCase() + words.map(capitalised).join('')
}

/** The permission as one text. */
function permissionOf(needed: Needed): string {
  if (isOpen(needed)) return 'open'
  return needed === 'signed in' ? 'signed in' : permissionsOf(needed).join(' or ')
}

function neededText(needed: Needed): string {
  if (isOpen(needed)) return `Open to anybody: ${needed.open}.`
  if (needed === 'signed in') return 'For whoever is signed in.'
  return `Needs ${permissionsOf(needed)
    .map((each) => `\`${each}\``)
    .join(' or ')}.`
}

function parametersOf(fields: TObject, where: 'path' | 'query', schemas: Schemas): readonly object[] {
  const required: readonly string[] = fields.required ?? []
  return Object.entries(fields.properties).map(([name, schema]) => {
    const { description } = schema as { readonly description?: string }
    return {
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      ...(description !== undefined && { description }),
      schema: named(schema, schemas),
    }
  })
}

function headersOf({ ifMatch, idempotent }: Route): readonly object[] {
  return [
    ...(ifMatch === undefined
      ? []
      : [
          {
            name: 'If-Match',
            in: 'header',
            required: ifMatch === 'must',
            description: 'the ETag of the thing as it was read; refused with 412 where it was changed since',
            schema: { type: 'string' },
            example: '"7"',
          },
        ]),
    ...(idempotent
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            description:
              'a new name for each new request: the same request sent again is done once and answered as before',
            schema: { type: 'string', minLength: 1, maxLength: 200 },
            example: '2f1e9c1c-7d1f-4a57-9d5c-0f2f8a1f3b11',
          },
        ]
      : []),
  ]
}

function bodyOf(route: Route, schemas: Schemas): object {
  const types = takenBy(route)
  if (types.length === 0) return {}
  const content = Object.fromEntries(types.map((type) => [type, bodyAs(type, route, schemas)]))
  return { requestBody: { required: true, content } }
}

function bodyAs(type: string, { body, example }: Route, schemas: Schemas): object {
  if (body === undefined) return {}
  if (type === ndjson) return { schema: { type: 'string', description: 'one item of the list a line' } }
  return { schema: named(body, schemas), example: example ?? exampleOf(body) }
}

function answersOf({ answers }: Route, schemas: Schemas): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, spec]) => [
      status,
      { description: spec.says, ...contentOf(spec, schemas) },
    ]),
  )
}

function contentOf({ body, lines, file }: AnswerSpec, schemas: Schemas): object {
  if (body !== undefined)
    return { content: { [json]: { schema: named(body, schemas), example: exampleOf(body) } } }
  if (lines !== undefined)
    return {
      content: {
        [ndjson]: {
          schema: { type: 'string', description: 'one of these a line' },
          'x-line': named(lines, schemas),
        },
      },
    }
  if (file !== undefined) return { content: Object.fromEntries(file.map((type) => [type, {}])) }
  return {}
}

function problems(route: Route): Readonly<Record<string, object>> {
  return Object.fromEntries(
    [...problemsOf(route)].map(([status, kinds]) => [
      String(status),
      {
        description: kinds.map((kind) => problemKinds[kind].title).join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}
