import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { isRefused, type Refused } from '#core/refused.ts'
import { cursorOf, keyFrom } from '#http/api/cursor.ts'
import { type Route, route } from '#http/api/route.ts'
import { id, object, oneOf, optional, page, paging, text } from '#http/api/schema.ts'
import { mostBytes } from '#store/imports/csv-file.ts'
import {
  type ImportReport,
  importRows,
  listImports,
  readImport,
  rejectedRows,
} from '#store/imports/report.ts'
import { runImport } from '#store/imports/run-import.ts'
import { tryImport } from '#store/imports/try-import.ts'
import { undoImport } from '#store/imports/undo-import.ts'
import { masters } from '#store/masters/masters.ts'
import { importSchema, outcomes, rowSchema, shownImport, shownRow } from './import-shown.ts'

const params = object({ import: id('the import') })
const limits = { seconds: 600, perMinute: 20 }

const tryRoute = route({
  method: 'POST',
  path: '/imports',
  permission: 'masters.import',
  summary: 'Try a file of masters',
  description:
    'The body is CSV, with the fields of its kind as headings. It says what would be added, changed and refused, and changes nothing; the import can then be run. A column that the file does not have leaves its field as it is; an empty cell empties it. Staff need leave to give roles.',
  tag: 'Imports',
  query: object({
    kind: oneOf(
      masters.map(({ kind }) => kind),
      'what its rows are',
    ),
    name: optional(text('what the file is called', 200)),
    ignore: optional(text('headings that are left out, with commas between', 2_000)),
  }),
  takes: ['text/csv', 'text/plain', 'application/octet-stream'],
  limits: { ...limits, bytes: mostBytes },
  answers: { 201: { says: 'The import, tried; its rows say more', body: importSchema } },
  refuses: ['too large', 'too many'],
  async handle({ store, acting, query, bytes }) {
    const { kind, name, ignore } = query
    const file = {
      kind,
      bytes,
      ...(name && { fileName: name }),
      ...(ignore && { ignore: ignore.split(',') }),
    }
    const report = await tryImport(store, acting, file)
    return isRefused(report) ? report : { status: 201, body: shownImport(report) }
  },
})

const runRoute = route({
  method: 'POST',
  path: '/imports/{import}/run',
  permission: 'masters.import',
  summary: 'Run an import',
  description: 'In batches; cut off, it goes on where it was when it is asked again.',
  tag: 'Imports',
  params,
  limits,
  answers: { 200: { says: 'The import, done', body: importSchema } },
  refuses: ['not found'],
  handle: async ({ store, acting, params: asked }) => answered(await runImport(store, acting, asked.import)),
})

const undoRoute = route({
  method: 'POST',
  path: '/imports/{import}/undo',
  permission: 'masters.import',
  summary: 'Undo an import',
  description:
    'What it added is taken away and what it changed is put back. A row that was changed or used since stays, and says why.',
  tag: 'Imports',
  params,
  limits,
  answers: { 200: { says: 'The import, undone', body: importSchema } },
  refuses: ['not found'],
  handle: async ({ store, acting, params: asked }) => answered(await undoImport(store, acting, asked.import)),
})

const readRoute = route({
  method: 'GET',
  path: '/imports/{import}',
  permission: 'masters.import',
  summary: 'Read the report of an import',
  tag: 'Imports',
  params,
  answers: { 200: { says: 'The import, with its counts', body: importSchema } },
  refuses: ['not found'],
  handle: async ({ store, acting, params: asked }) => answered(await readImport(store, acting, asked.import)),
})

function answered(report: ImportReport | Refused) {
  return isRefused(report) ? report : ({ status: 200, body: shownImport(report) } as const)
}

const listRoute = route({
  method: 'GET',
  path: '/imports',
  permission: 'masters.import',
  summary: 'List imports',
  description: 'The latest first.',
  tag: 'Imports',
  query: object(paging),
  answers: { 200: { says: 'A page of imports', body: page(importSchema) } },
  async handle({ store, acting, query }) {
    const { limit = 50 } = query
    const key = keyFrom(query.after, ['instant', 'text'])
    const after = key && { madeAt: key[0], importId: key[1] }
    const rows = await listImports(store, acting, { limit, ...(after && { after }) })
    if (isRefused(rows)) return rows
    const last = rows.length < limit ? undefined : rows.at(-1)
    const next = last === undefined ? null : cursorOf([last.madeAt, last.importId])
    return { status: 200, body: { rows: rows.map(shownImport), next } }
  },
})

const rowsRoute = route({
  method: 'GET',
  path: '/imports/{import}/rows',
  permission: 'masters.import',
  summary: 'See what became of each row',
  tag: 'Imports',
  params,
  query: object({
    outcome: optional(oneOf(outcomes, 'only these')),
    stays: optional(Type.Boolean({ description: 'only those that could not be undone' })),
    ...paging,
  }),
  answers: { 200: { says: 'A page of rows, by their line', body: page(rowSchema) } },
  refuses: ['not found'],
  async handle({ store, acting, params: asked, query }) {
    const { limit = 50, outcome, stays } = query
    const [after] = keyFrom(query.after, ['number']) ?? []
    const wanted = {
      limit,
      ...(outcome && { outcome }),
      ...(stays && { stays }),
      ...(after !== undefined && { after }),
    }
    const rows = await importRows(store, acting, asked.import, wanted)
    if (isRefused(rows)) return rows
    const last = rows.length < limit ? undefined : rows.at(-1)
    return {
      status: 200,
      body: { rows: rows.map(shownRow), next: last === undefined ? null : cursorOf([last.line]) },
    }
  },
})

const rejectedRoute = route({
  method: 'GET',
  path: '/imports/{import}/rejected',
  permission: 'masters.import',
  summary: 'Take the rejected rows as a file',
  description: 'As they stood, with their lines and what is wrong: put right, the file can be tried again.',
  tag: 'Imports',
  params,
  answers: { 200: { says: 'The rows', file: ['text/csv'] } },
  refuses: ['not found'],
  async handle({ store, acting, params: asked }) {
    const lines = await rejectedRows(store, acting, asked.import)
    if (isRefused(lines)) return lines
    const file = { type: 'text/csv', content: Readable.from(lines), name: `rejected-${asked.import}.csv` }
    return { status: 200, file }
  },
})

/** Masters from spreadsheets: tried, run, reported and undone. */
export const importRoutes: readonly Route[] = [
  tryRoute,
  listRoute,
  readRoute,
  rowsRoute,
  rejectedRoute,
  runRoute,
  undoRoute,
]
