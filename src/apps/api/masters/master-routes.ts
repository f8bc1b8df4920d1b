import { capitalised } from '#core/capitalised.ts'
import { Type } from 'typebox'
import { isRefused, refused } from '#core/refused.ts'
import { apiPrefix } from '#http/api/api-prefix.ts'
import { cursorOf, keyFrom } from '#http/api/cursor.ts'
import { versionOf } from '#http/api/preconditions.ts'
import { type Route, route } from '#http/api/route.ts'
import { id, object, optional, page, paging } from '#http/api/schema.ts'
import type { MasterDefinition } from '#store/masters/definition.ts'
import { listMasters, readMaster } from '#store/masters/reading.ts'
import { addMaster, changeMaster, type MasterPut, removeMaster } from '#store/masters/writing.ts'
import { fieldsSent, masterSchema, shownMaster } from './master-schema.ts'

/** The routes of a kind of master, all made from its definition. */
export function routesOf(definition: MasterDefinition): readonly Route[] {
  const routes = [listRoute(definition), readRoute(definition), addRoute(definition), changeRoute(definition)]
  return definition.removable ? [...routes, removeRoute(definition)] : routes
}

function listRoute(definition: MasterDefinition): Route {
  const { kind, says, shows } = definition
  const narrowing = (definition.listedBy ?? []).map((field) => [queryName(field), field] as const)
  return route({
    method: 'GET',
    path: `/${kind}`,
    permission: definition.read,
    summary: `List ${kind}`,
    description: `${says} By id.${shows === undefined ? '' : ` ${isLogged}`}`,
    tag: capitalised(kind),
    query: Type.Object(
      {
        ...Object.fromEntries(
          narrowing.map(([name]) => [
            name,
            optional(id('only those of this one; name one such field at the most')),
          ]),
        ),
        ...paging,
      },
      { additionalProperties: false },
    ),
    answers: { 200: { says: `A page of ${kind}`, body: page(masterSchema(definition)) } },
    async handle({ store, acting, query }) {
      const asked = query as Readonly<Record<string, unknown>>
      const { after, limit = 50 } = query as { readonly after?: string; readonly limit?: number }
      const by = narrowing.flatMap(([name, field]) => {
        const named = asked[name]
        return typeof named === 'string' ? [[field, named] as const] : []
      })
      const [narrowed, other] = by
      if (other !== undefined)
        return refused(
          'not valid',
          'a list is narrowed by one field at the most',
          undefined,
          `/${queryName(other[0])}`,
        )
      const [from] = keyFrom(after, ['text']) ?? []
      const wanted = {
        ...(narrowed && { by: narrowed }),
        ...(from !== undefined && { after: from }),
        limit,
        why: `GET /${kind}`,
      }
      const rows = await listMasters(store, acting, definition, wanted)
      if (isRefused(rows)) return rows
      const last = rows.length < limit ? undefined : rows.at(-1)
      const next = last === undefined ? null : cursorOf([last.id])
      return { status: 200, body: { rows: rows.map((row) => shownMaster(definition, row)), next } }
    },
  })
}

function readRoute(definition: MasterDefinition): Route {
  const { kind, one, says, shows } = definition
  return route({
    method: 'GET',
    path: pathOf(definition),
    permission: definition.read,
    summary: `Read a ${one}`,
    description: `${says} The ETag is its version.${shows === undefined ? '' : ` ${isLogged}`}`,
    tag: capitalised(kind),
    params: paramsOf(definition),
    answers: { 200: { says: `The ${one}`, body: masterSchema(definition) } },
    refuses: ['not found'],
    async handle({ store, acting, params }) {
      const row = await readMaster(store, acting, definition, {
        id: idIn(definition, params),
        why: `GET ${pathOf(definition)}`,
      })
      return isRefused(row) ? row : { status: 200, body: shownMaster(definition, row), etag: row.version }
    },
  })
}

function addRoute(definition: MasterDefinition): Route {
  const { kind, one, says } = definition
  return route({
    method: 'POST',
    path: `/${kind}`,
    permission: definition.write,
    summary: `Add a ${one}`,
    description: says,
    tag: capitalised(kind),
    body: Type.Object(
      {
        id: optional(id('its id in another system; without it, it is given one')),
        ...fieldsSent(definition),
      },
      { additionalProperties: false },
    ),
    idempotent: true,
    answers: { 201: { says: 'It was added; the ETag is its version', body: putSchema } },
    refuses: ['already there'],
    async handle({ store, acting, body, idempotency }) {
      const { id: own, ...values } = body as Readonly<Record<string, unknown>>
      const asked = { values, ...(typeof own === 'string' && { id: own }) }
      const put = await addMaster(store, acting, definition, asked, idempotency)
      if (isRefused(put)) return put
      const location = `${apiPrefix}/${kind}/${encodeURIComponent(put.id)}`
      return { status: 201, body: shownPut(put), etag: put.version, headers: { location } }
    },
  })
}

function changeRoute(definition: MasterDefinition): Route {
  const { kind, one } = definition
  return route({
    method: 'PUT',
    path: pathOf(definition),
    permission: definition.write,
    summary: `Change a ${one}`,
    description:
      'As a whole: a field that is left out is emptied. Refused where somebody else has changed it since.',
    tag: capitalised(kind),
    params: paramsOf(definition),
    body: Type.Object(fieldsSent(definition), { additionalProperties: false }),
    ifMatch: 'must',
    answers: { 200: { says: 'It was changed; the ETag is its new version', body: putSchema } },
    refuses: ['not found', 'changed meanwhile'],
    async handle({ store, acting, params, body, ifMatch }) {
      const expected = versionOf(ifMatch)
      if (expected === undefined) return anyVersion
      const put = await changeMaster(store, acting, definition, {
        id: idIn(definition, params),
        expected,
        values: body,
      })
      return isRefused(put) ? put : { status: 200, body: shownPut(put), etag: put.version }
    },
  })
}

function removeRoute(definition: MasterDefinition): Route {
  const { kind, one } = definition
  return route({
    method: 'DELETE',
    path: pathOf(definition),
    permission: definition.write,
    summary: `Take a ${one} away`,
    tag: capitalised(kind),
    params: paramsOf(definition),
    ifMatch: 'must',
    answers: { 204: { says: 'It is there no more' } },
    refuses: ['not found', 'changed meanwhile'],
    async handle({ store, acting, params, ifMatch }) {
      const expected = versionOf(ifMatch)
      if (expected === undefined) return anyVersion
      const removed = await removeMaster(store, acting, definition, {
        id: idIn(definition, params),
        expected,
      })
      return isRefused(removed) ? removed : { status: 204 }
    },
  })
}

const isLogged = 'Whose data was read, when and by whom is written down.'

const anyVersion = refused(
  'not valid',
  'If-Match: * changes what nobody has read',
  'send the ETag it had when you read it',
)

const putSchema = object({
  id: Type.String({ description: 'its id' }),
  version: Type.Integer({ description: 'its version, which whoever changes it next must have seen' }),
})

/** Without whether it is a repeated answer. */
function shownPut({ id: own, version }: MasterPut) {
  return { id: own, version }
}

/** `customerId` is `{customer}` in a path. */
function paramOf(definition: MasterDefinition): string {
  return definition.id.replace(/Id$/, '')
}

function pathOf(definition: MasterDefinition): string {
  return `/${definition.kind}/{${paramOf(definition)}}`
}

function paramsOf(definition: MasterDefinition) {
  return Type.Object({ [paramOf(definition)]: id(`the ${definition.one}`) }, { additionalProperties: false })
}

function idIn(definition: MasterDefinition, params: unknown): string {
  return String((params as Readonly<Record<string, unknown>>)[paramOf(definition)])
}

/** The tenancies of one customer: `customer`, though the field is `customers`. */
function queryName(field: string): string {
  return field === 'customers' ? 'customer' : field
}
