import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { verifyLandlord } from '#store/verify/verify-landlord.ts'
import type { Client } from './clients.ts'
import { given, type Ground } from './ground.ts'

/** Everything that is wrong now that nobody writes any more. */
export async function faultsIn(
  ground: Ground,
  clients: Client,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const faults = [...clients.faults(), ...ground.fellOver()]
  const client = new pg.Client({ connectionString: ground.url })
  await client.connect()
  try {
    faults.push(...(await eventFaults(client, clients)))
    faults.push(...(await jobFaults(client, ground, clients, say)))
  } finally {
    await client.end()
  }
  const { differences, listed, cases, events } = given(await verifyLandlord(ground.store, ground.acting))
  say(`verified ${cases} cases with ${events} events: ${differences} differences`)
  if (differences > 0)
    faults.push(`kept verify finds ${differences} differences: ${JSON.stringify(listed.slice(0, 5))}`)
  return faults
}

/** Every acknowledged event is there once, in the place that was said, and nothing else is. */
async function eventFaults(client: pg.Client, clients: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{
    readonly case_id: string
    readonly sequence: number
    readonly event_id: string
  }>('select case_id, sequence, event_id from events')
  const places = Map.groupBy(rows, ({ event_id }) => event_id)
  const faults: string[] = []
  for (const { id, caseId, sequence } of clients.acknowledged()) {
    const found = (places.get(id) ?? []).map((row) => `${row.case_id} ${row.sequence}`)
    if (found.length !== 1 || found[0] !== `${caseId} ${sequence}`)
      faults.push(
        `the event ${id} should be ${caseId} ${sequence}, and is ${found.join(' and ') || 'nowhere'}`,
      )
    places.delete(id)
  }
  for (const [id, [row]] of places) faults.push(`the event ${id} of ${row?.case_id} was never acknowledged`)
  return faults
}

const longestJobsMs = 180_000

/** Every delivery came, every mail was handed over, and no job is left. */
async function jobFaults(
  client: pg.Client,
  { receiver, mailFolder }: Ground,
  clients: Client,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const events = clients.acknowledged().length
  const began = performance.now()
  let missing = await jobsMissing(client, receiver.came, events)
  while (missing.length > 0 && performance.now() - began < longestJobsMs) {
    await wait(500)
    missing = await jobsMissing(client, receiver.came, events)
  }
  const twice = [...receiver.came.values()].filter((times) => times > 1).length
  const mails = clients.mails()
  const unwritten = mails.filter((id) => !existsSync(join(mailFolder, `${id}.eml`)))
  say(
    `${receiver.came.size} deliveries came, ${twice} of them more than once; ${mails.length - unwritten.length} mails were handed over; all was done ${((performance.now() - began) / 1000).toFixed(1)} s after the last write`,
  )
  return [...missing, ...unwritten.map((id) => `the mail ${id} was never handed over`)]
}

async function jobsMissing(
  client: pg.Client,
  came: ReadonlyMap<string, number>,
  events: number,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ readonly delivery_id: string; readonly state: string }>(
    'select delivery_id, state from webhook_deliveries',
  )
  const { rows: waiting } = await client.query<{ readonly n: number }>(
    'select count(*)::int as n from outbox where handed_over_at is null',
  )
  const faults = rows.flatMap(({ delivery_id: id, state }) => {
    if (state === 'delivered' && came.has(id)) return []
    return [`the delivery ${id} is ${state} and came ${came.get(id) ?? 0} times`]
  })
  if (rows.length !== events) faults.push(`there are ${rows.length} deliveries of ${events} events`)
  if (waiting[0]?.n !== 0) faults.push(`${waiting[0]?.n} mails wait`)
  return faults
}
