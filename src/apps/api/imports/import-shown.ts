import { Type } from 'typebox'
import { id, instant, object, oneOf, orNull } from '#http/api/schema.ts'
import { writtenAt } from '#http/api/written.ts'
import type { ImportedRow, ImportReport } from '#store/imports/report.ts'

/** What may become of a row. */
export const outcomes = ['add', 'change', 'same', 'rejected'] as const

const count = (description: string) => Type.Integer({ description })

/** An import as the API shows it. */
export const importSchema = object(
  {
    id: id('its id'),
    kind: Type.String({ description: 'what its rows are' }),
    name: orNull(Type.String({ description: 'what the file was called' })),
    encoding: Type.String({ description: 'in which letters it was saved' }),
    state: oneOf(['reading', 'tried', 'running', 'done', 'undoing', 'undone'], 'how far it has come'),
    madeAt: instant('when it was tried'),
    madeBy: Type.String({ description: 'by whom' }),
    doneAt: orNull(instant('when it was run')),
    undoneAt: orNull(instant('when it was undone')),
    counts: object({
      add: count('rows that add one'),
      change: count('rows that change one'),
      same: count('rows that change nothing'),
      rejected: count('rows that cannot be taken'),
      done: count('rows that were run'),
      undone: count('rows that were undone'),
      stays: count('rows that could not be undone'),
    }),
  },
  { title: 'Import' },
)

/** An import in the API’s words. */
export function shownImport({ importId, kind, fileName, encoding, state, counts, ...report }: ImportReport) {
  const { madeAt, madeBy, doneAt, undoneAt } = report
  const times = {
    madeAt: writtenAt(madeAt),
    madeBy,
    doneAt: writtenAt(doneAt),
    undoneAt: writtenAt(undoneAt),
  }
  return { id: importId, kind, name: fileName, encoding, state, ...times, counts }
}

/** A row as the API shows it. */
export const rowSchema = object(
  {
    line: Type.Integer({ description: 'the line of the file on which it begins' }),
    id: orNull(Type.String({ description: 'the id it names' })),
    outcome: oneOf(outcomes, 'what it does, or would do'),
    fields: Type.Array(Type.String({ description: 'which fields it changes, or the one at fault' })),
    reason: orNull(Type.String({ description: 'why it was rejected' })),
    doneAt: orNull(instant('when it was run')),
    undoneAt: orNull(instant('when it was undone')),
    stays: orNull(Type.String({ description: 'why it could not be undone' })),
  },
  { title: 'Imported row' },
)

/** A row in the API’s words. */
export function shownRow({ doneAt, undoneAt, ...row }: ImportedRow) {
  return { ...row, doneAt: writtenAt(doneAt), undoneAt: writtenAt(undoneAt) }
}
