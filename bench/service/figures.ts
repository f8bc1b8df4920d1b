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
  const asked = [
    ['a figure’s year by month', `promise=B-4&by=month&from=${year}-01&to=${year}-12`],
    ['all figures’ year by month', `by=month&from=${year}-01&to=${year}-12`],
  ] as const
  const rows: Row[] = []
  for (const [what, query] of asked) {
    await timesOf(10, () => connection.ask('GET', `/figures?${query}`))
    const took = await timesOf(times, () => connection.ask('GET', `/figures?${query}`))
    rows.push({
      what: `${what}, p99`,
      ours: within(0.99, took),
      baseline: 'count(*) … group by over the clocks',
      theirs: within(0.5, counting),
      unit: 'ms',
      budget: { of: 'ours', is: 'at most', amount: 100 },
    })
  }
  connection.close()
  return rows
}
