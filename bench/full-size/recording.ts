import { Pool } from 'pg'
import type { Row } from '../row.ts'
import { connectTo } from './asking.ts'
import { teamName } from './made-cases.ts'
import { processorMsOf } from './processor.ts'
import type { Measured } from './measured.ts'

const connections = 16

/** The acts of a case, one after the other: each is recorded with the clocks that it starts, stops or moves. */
const acts = ['contact-received', 'case-assigned', 'acknowledgement-sent', 'reply-sent']

/** Recording events through the API beside transactions that insert one row and nothing else. */
export async function recordingRows(on: Measured, events: number): Promise<readonly Row[]> {
  // A program that has just been started runs slowly until it was translated: that is no part of what an event costs.
  await record(on, 1_000)
  const ours = await counted(on, on.pids, events, () => record(on, events))
  const theirs = await counted(on, [...on.postgres, process.pid], events, () => insertRows(on.url, events))
  const baseline = 'transactions of one INSERT'
  return [
    {
      what: 'record an event, processor time',
      ours: ours.processorMs,
      baseline,
      theirs: theirs.processorMs,
      unit: 'ms',
      budget: { of: 'ours', is: 'at most', amount: 5 },
    },
    ...(on.postgres.length > 0
      ? [
          {
            what: 'of it, PostgreSQL',
            ours: ours.ofPostgresMs,
            baseline,
            theirs: theirs.ofPostgresMs,
            unit: 'ms',
          } as const,
        ]
      : []),
    {
      what: 'record events, 16 connections',
      ours: ours.aSecond,
      baseline,
      theirs: theirs.aSecond,
      unit: 'a second',
      budget: { of: 'ours', is: 'at least', amount: 200 },
    },
  ]
}

async function counted(
  { postgres }: Measured,
  pids: readonly number[],
  events: number,
  work: () => Promise<void>,
) {
  const state = () => [processorMsOf(pids), processorMsOf(postgres), performance.now()] as const
  const [all, database, began] = state()
  await work()
  const [allThen, databaseThen, ended] = state()
  return {
    processorMs: (allThen - all) / events,
    ofPostgresMs: (databaseThen - database) / events,
    aSecond: (events * 1000) / (ended - began),
  }
}

async function record({ address, keys }: Measured, events: number): Promise<void> {
  let left = events
  await Promise.all(
    Array.from({ length: connections }, async (_, n) => {
      const connection = connectTo(address, keys[n % keys.length] ?? '')
      let caseId: string | undefined
      for (let act = 0; left > 0; act++) {
        left--
        const type = acts[act % acts.length] ?? ''
        const path: string = act % acts.length === 0 ? '/cases' : `/cases/${caseId}/acts`
        const asked = { type, data: dataOf(type, act), ...(path === '/cases' && { kind: 'enquiry' }) }
        const { case: id } = (await connection.ask('POST', path, asked)) as { readonly case: string }
        caseId = id
      }
      connection.close()
    }),
  )
}

function dataOf(type: string, act: number): Readonly<Record<string, unknown>> {
  if (type === 'contact-received') return { channel: 'letter', from: 'customer' }
  if (type === 'case-assigned') return { team: teamName(act) }
  return type === 'reply-sent' ? { full: true } : { name: true }
}

async function insertRows(url: string, rows: number): Promise<void> {
  const pool = new Pool({ connectionString: url, max: connections })
  await pool.query('drop table if exists plain_rows')
  await pool.query(
    'create table plain_rows (id bigint primary key, at timestamptz not null, data json not null)',
  )
  let left = rows
  const data = JSON.stringify(dataOf('contact-received', 0))
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = await pool.connect()
      while (left > 0) {
        const id = left--
        await client.query('begin')
        await client.query({
          name: 'plain-row',
          text: 'insert into plain_rows values ($1, now(), $2)',
          values: [id, data],
        })
        await client.query('commit')
      }
      client.release()
    }),
  )
  await pool.query('drop table plain_rows')
  await pool.end()
}
