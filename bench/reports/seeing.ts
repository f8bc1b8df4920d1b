import { Client } from 'pg'
import { browsing } from '../web/browsing.ts'
import { connectTo, timesOf, within } from '../full-size/asking.ts'
import type { Row } from '../row.ts'

/** Where pages and figures are asked for, and what they stand beside. */
export interface Seeing {
  readonly url: string
  readonly landlord: number
  readonly address: string
  readonly key: string
  readonly session: string
  readonly team: string
}

/** The last whole year, as addresses carry it. */
const year = new Date().getUTCFullYear() - 1
const months = `from=${year}-01&to=${year}-12`

/** So often a page is asked for before it counts, at least. */
const warmUp = 25

const promises = ['B-1', 'B-2', 'B-3', 'B-4', 'B-5']

/** A year’s figures by month of each promise and of all, the dashboards and comparisons, beside counting the clocks. */
export async function seeingRows(on: Seeing, times: number): Promise<readonly Row[]> {
  const counting = await countingTook(on)
  const connection = connectTo(on.address, on.key)
  const browser = browsing(on.address, on.session)
  const rows: Row[] = []
  const measure = async (what: string, ask: () => Promise<unknown>, atMost?: number, aim?: true) => {
    // What has no budget reads the clocks themselves, and is asked for seldom.
    const often = atMost === undefined ? Math.ceil(times / 10) : times
    // What a server that has just started has yet to translate is not what is measured.
    await timesOf(atMost === undefined ? Math.ceil(often / 5) : Math.max(warmUp, often / 5), ask)
    const took = await timesOf(often, ask)
    console.error(`  ${what}: ${within(0.5, took).toFixed(0)} ms`)
    for (const share of [0.5, 0.99])
      rows.push({
        what: `${what}, p${share * 100}`,
        ours: within(share, took),
        baseline: 'count(*) … group by over the clocks',
        theirs: within(0.5, counting),
        unit: 'ms',
        ...(share === 0.99 &&
          atMost !== undefined && {
            budget: { of: 'ours', is: 'at most', amount: atMost, ...(aim && { aim }) },
          }),
      })
  }
  for (const promise of promises)
    await measure(
      `${promise}’s year by month`,
      () => connection.ask('GET', `/figures?promise=${promise}&by=month&${months}`),
      100,
    )
  await measure(
    'all figures’ year by month',
    () => connection.ask('GET', `/figures?by=month&${months}`),
    100,
    true,
  )
  await measure('dashboard, the whole page', () => browser.load(`/performance?${months}`), 100)
  await measure(
    'a team’s dashboard, the whole page',
    () => browser.load(`/performance?${months}&team=${on.team}`),
    100,
  )
  await measure('a promise explained, the whole page', () => browser.load(`/promises/B-2?${months}`))
  for (const by of ['team', 'channel'])
    await measure(`comparison by ${by}, the whole page`, () =>
      browser.load(`/performance/compare?promise=B-2&by=${by}&${months}`),
    )
  connection.close()
  browser.close()
  return rows
}

async function countingTook({ url, landlord }: Seeing): Promise<readonly number[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const took = await timesOf(3, () =>
    client.query(
      `select promise, date_trunc('month', decided_at at time zone 'Europe/London') as month, outcome, count(*)
         from clocks where landlord = $1 group by 1, 2, 3`,
      [landlord],
    ),
  )
  await client.end()
  return took
}
