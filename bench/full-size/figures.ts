import { Client } from 'pg'
import type { Row } from '../row.ts'
import { connectTo, timesOf, within } from './asking.ts'
import type { Measured } from './measured.ts'

/** A year of figures by month over HTTP, beside counting the clocks. */
export async function figureRows(on: Measured, times: number): Promise<readonly Row[]> {
  const year = new Date().getUTCFullYear() - 1
  const client = new Client({ connectionString: on.url })
  await client.connect()
  const counting = await timesOf(3, () =>
    client.query(
      `select promise, date_trunc('month', decided_at at time zone 'Europe/London') as month, outcome, count(*)
         from clocks where landlord = $1 group by 1, 2, 3`,
      [on.acting.landlord],
    ),
  )
  await client.end()
  const connection = connectTo(on.address, on.keys[1] ?? '')
  const months = `by=month&from=${year}-01&to=${year}-12`
  const rows: Row[] = []
  for (const [what, query, aim] of asked) {
    await timesOf(10, () => connection.ask('GET', `/figures?${query}${months}`))
    const took = await timesOf(times, () => connection.ask('GET', `/figures?${query}${months}`))
    rows.push({
      what: `${what}, p99`,
      ours: within(0.99, took),
      baseline: 'count(*) … group by over the clocks',
      theirs: within(0.5, counting),
      unit: 'ms',
      budget: { of: 'ours', is: 'at most', amount: 100, ...(aim && { aim }) },
    })
  }
  connection.close()
  return rows
}

/** Lengths are counted one by one: days have few of them, minutes many. */
const asked = [
  ['a figure’s year by month, in days', 'promise=B-4&', undefined],
  ['a figure’s year by month, in minutes', 'promise=B-2&', undefined],
  ['all figures’ year by month', '', true],
] as const
