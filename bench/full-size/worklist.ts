import { Client } from 'pg'
import { cursorOf } from '#http/api/cursor.ts'
import type { Row } from '../row.ts'
import { type Connection, connectTo, timesOf, within } from './asking.ts'
import { teamName } from './made-cases.ts'
import type { Measured } from './measured.ts'

const lists = [
  { name: 'everybody’s', query: 'of=all', where: '' },
  { name: 'a team’s', query: `of=team&team=${teamName(3)}`, where: `and team_id = '${teamName(3)}'` },
]

/** Pages of fifty open clocks over HTTP, beside fifty rows by their primary key. */
export async function worklistRows(on: Measured, times: number): Promise<readonly Row[]> {
  const client = new Client({ connectionString: on.url })
  await client.connect()
  const connection = connectTo(on.address, on.keys[0] ?? '')
  const byKey = await fiftyByKey(client, on.acting.landlord, times)
  const rows: Row[] = []
  for (const list of lists)
    for (const place of ['first', 'middle', 'last'] as const) {
      const path = `/worklist?limit=50&${list.query}${await after(client, on.acting.landlord, list.where, place)}`
      rows.push(...(await pageRows(connection, `${list.name} worklist, ${place} page`, path, byKey, times)))
    }
  connection.close()
  await client.end()
  return rows
}

async function pageRows(
  connection: Connection,
  what: string,
  path: string,
  byKey: readonly number[],
  times: number,
): Promise<readonly Row[]> {
  const page = (await connection.ask('GET', path)) as { readonly rows: readonly unknown[] }
  if (page.rows.length !== 50) throw new Error(`${what} has ${page.rows.length} rows, not 50`)
  await timesOf(20, () => connection.ask('GET', path))
  const took = await timesOf(times, () => connection.ask('GET', path))
  const row = (share: number): Row => ({
    what: `${what}, p${share * 100}`,
    ours: within(share, took),
    baseline: '50 rows by primary key',
    theirs: within(share, byKey),
    unit: 'ms',
  })
  return [row(0.5), { ...row(0.99), budget: { of: 'ours', is: 'at most', amount: 60 } }]
}

/** Where a page begins: after nothing, after the middle row, or so that fifty rows are left. */
async function after(
  client: Client,
  landlord: number,
  where: string,
  place: 'first' | 'middle' | 'last',
): Promise<string> {
  if (place === 'first') return ''
  const open = `from clocks where landlord = ${landlord} and ended_at is null ${where}`
  const { rows: counted } = await client.query<{ readonly n: number }>(`select count(*)::int as n ${open}`)
  const n = counted[0]?.n ?? 0
  const offset = place === 'middle' ? n >> 1 : n - 51
  const { rows } = await client.query<{ at: string; case_id: string; promise: string; n: number }>(
    `select (extract(epoch from keeps_until) * 1000)::bigint as at, case_id, promise, n ${open}
      order by keeps_until, case_id, promise, n offset ${offset} limit 1`,
  )
  const [row] = rows
  if (row === undefined) throw new Error(`there are only ${n} open clocks`)
  return `&after=${cursorOf([Number(row.at), row.case_id, row.promise, row.n])}`
}

async function fiftyByKey(client: Client, landlord: number, times: number): Promise<readonly number[]> {
  const { rows } = await client.query<{ readonly case_id: string }>(
    `select case_id from cases where landlord = ${landlord} and case_id like 'M-%' limit 5000`,
  )
  const ids = rows.map(({ case_id }) => case_id)
  let from = 0
  return timesOf(times, async () => {
    from = (from + 50) % (ids.length - 50)
    const asked = [landlord, ids.slice(from, from + 50)]
    const found = await client.query({
      name: 'fifty-by-key',
      text: 'select * from cases where landlord = $1 and case_id = any($2::text[])',
      values: asked,
    })
    if (found.rows.length !== 50) throw new Error(`${found.rows.length} rows of 50 were found`)
  })
}
