import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cell, Table } from '#core/report.ts'
import { reports } from '#reports/index.ts'
import { promisesKept } from '#reports/promises-kept/report.ts'
import { runningAndOverdue } from '#reports/running-and-overdue/report.ts'
import { measuredFrom, sampleMeasured } from '#test/http/page/sample.ts'
import { samplePack } from '#test/http/page/sample-pack.ts'

for (const report of reports) {
  test(`The report ${report.name} gives every row a cell for every column, full or empty`, () => {
    for (const measured of [sampleMeasured(), measuredFrom(samplePack(), {})]) {
      const table = report.table(measured)
      assert.ok(table.columns.length > 0)
      for (const row of table.rows) assert.equal(row.length, table.columns.length)
    }
  })

  test(`The columns of the report ${report.name} have names of their own, fit for a file`, () => {
    const names = report.table(sampleMeasured()).columns.map(({ name }) => name)
    assert.equal(new Set(names).size, names.length)
    for (const name of names) assert.match(name, /^[a-z]+(-[a-z]+)*$/)
  })
}

test('Promises kept has every promise of the pack, what needs attention first', () => {
  const table = promisesKept.table(sampleMeasured())
  assert.equal(table.rows.length, 14)
  assert.deepEqual(columnOf(table, 'id').slice(0, 5), ['QSH-14', 'QSH-01', 'QSH-04', 'QSH-03', 'QSH-02'])
})

test('Promises kept shows the figure as people read it beside the whole numbers it comes from', () => {
  const row = rowOf(promisesKept.table(sampleMeasured()), 'QSH-01')
  assert.equal(row['figure'], '83.17%')
  assert.deepEqual([row['kept'], row['counted']], [11_921, 14_333])
  assert.equal(row['target'], 'at least 85%')
  assert.equal(row['verdict'], 'missed')
  assert.equal(row['ninetieth'], '74.5 seconds')
  assert.match(String(row['signals']), /^March 2026 is below the lower limit, Nine months in a row/)
})

test('Promises kept gives no figure where nothing was counted', () => {
  const row = rowOf(promisesKept.table(sampleMeasured()), 'QSH-09')
  assert.deepEqual(
    [row['figure'], row['verdict'], row['median']],
    ['nothing to count', 'nothing to count', null],
  )
})

test('Running and overdue has only what is open, the most overdue first', () => {
  const { rows } = runningAndOverdue.table(sampleMeasured())
  assert.deepEqual(
    rows.map(([id, , ...counts]) => [id, ...counts]),
    [
      ['QSH-03', 3, 11, 2],
      ['QSH-09', 0, 2, 0],
    ],
  )
})

function columnOf({ columns, rows }: Table, name: string): readonly (Cell | undefined)[] {
  const place = columns.findIndex((column) => column.name === name)
  return rows.map((row) => row[place])
}

function rowOf(table: Table, id: string): Readonly<Record<string, Cell | undefined>> {
  const place = columnOf(table, 'id').indexOf(id)
  return Object.fromEntries(table.columns.map(({ name }, column) => [name, table.rows[place]?.[column]]))
}
