import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '../rounds.ts'
import type { Budget, Row } from '../row.ts'
import { serving } from './serving.ts'

const budget: Budget = { of: 'ours', is: 'at most', amount: 2_000 }

/** From the start of `kept serve` until a first page has come, beside the start of Node with the same loader. */
export async function firstPageRows(url: string, times: number): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-bench-start-'))
  try {
    const empty = median(Array.from({ length: times }, emptyProgram))
    const onServer = await firstPages({ DATABASE_URL: url }, times)
    const own = { KEPT_DATA: folder }
    // The first start makes the database.
    await firstPages(own, 1)
    const embedded = await firstPages(own, times)
    const row = (what: string, ours: number): Row => {
      return { what, ours, baseline: 'start of an empty program', theirs: empty, unit: 'ms', budget }
    }
    return [
      row('start to first page', onServer),
      row('start to first page, with the database that comes with Kept', embedded),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function firstPages(variables: Readonly<Record<string, string>>, times: number): Promise<number> {
  const all: number[] = []
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    const server = await serving(variables)
    const answer = await fetch(`${server.address}/`)
    const text = await answer.text()
    all.push(performance.now() - began)
    await server.stop()
    if (!answer.ok || text === '') throw new Error(`the first page was answered ${answer.status}`)
  }
  return median(all)
}

function emptyProgram(): number {
  const began = performance.now()
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', '-e', ''])
  if (status !== 0) throw new Error(`an empty program ended with ${status}`)
  return performance.now() - began
}
