import pg from 'pg'

/** A worker's sign of life, for as long as it is held. */
export interface Life {
  /** Gives the jobs of workers that have died back to the queue; how many workers those were. */
  unlockJobsOfTheDead(): Promise<number>
  end(): Promise<void>
}

/**
 * Shows that a worker lives, by a lock that the database server lets go the moment the worker’s connection is gone:
 * killed, crashed or cut off, there is no wait and no clock to be wrong. Jobs locked by a worker whose lock nobody holds
 * are those of a dead one. (The library by itself would let go of them after four hours.)
 *
 * Signs in as the owner, and straight to the server: a pooler that hands connections round cannot hold such a lock.
 */
export async function holdLife(url: string, workerId: string, retryMilliseconds = 1_000): Promise<Life> {
  const held: Held = { url, workerId, retryMilliseconds, client: undefined, ended: false, again: undefined }
  await connect(held)
  return {
    unlockJobsOfTheDead: () => unlockJobsOfTheDead(held),
    async end() {
      held.ended = true
      clearTimeout(held.again)
      const { client } = held
      held.client = undefined
      await client?.end()
    },
  }
}

interface Held {
  readonly url: string
  readonly workerId: string
  readonly retryMilliseconds: number
  client: pg.Client | undefined
  ended: boolean
  again: NodeJS.Timeout | undefined
}

/** Keeps out of the way of any other use of advisory locks in this database. */
const lifeLocks = 1_262_838_868

async function connect(held: Held): Promise<void> {
  const client = new pg.Client({
    connectionString: held.url,
    application_name: `kept ${held.workerId}`,
    connectionTimeoutMillis: 10_000,
    // So that the server soon finds out where the machine is gone and nobody closed the connection.
    options: '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
  })
  client.on('error', () => {})
  client.on('end', () => lost(held, client))
  try {
    await client.connect()
    await client.query('select pg_advisory_lock($1, hashtext($2))', [lifeLocks, held.workerId])
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  held.client = client
}

/** The server went away or was changed for another: shows life again as soon as it answers. */
function lost(held: Held, client: pg.Client): void {
  if (held.ended || held.client !== client) return
  held.client = undefined
  comeBack(held)
}

function comeBack(held: Held): void {
  held.again = setTimeout(() => void tryAgain(held), held.retryMilliseconds)
}

async function tryAgain(held: Held): Promise<void> {
  try {
    await connect(held)
  } catch {
    if (!held.ended) comeBack(held)
    return
  }
  if (held.ended) await held.client?.end().catch(() => {})
}

async function unlockJobsOfTheDead({ client, workerId }: Held): Promise<number> {
  if (client === undefined) return 0
  const { rows } = await client.query<{ readonly worker: string }>(workersWithoutLife, [lifeLocks, workerId])
  const dead = rows.map(({ worker }) => worker)
  if (dead.length > 0) {
    await client.query('select graphile_worker.force_unlock_workers($1)', [dead])
    await client.query(`select pg_notify('jobs:insert', '{"count":1}')`)
  }
  return dead.length
}

const workersWithoutLife = `
  select distinct j.locked_by as worker from graphile_worker._private_jobs j
   where j.locked_by is not null and j.locked_by <> $2
     and not exists (
       select from pg_locks l
        where l.locktype = 'advisory' and l.granted and l.objsubid = 2
          and l.database = (select oid from pg_database where datname = current_database())
          and l.classid::bigint = $1::bigint
          and l.objid::bigint = hashtext(j.locked_by)::bigint & 4294967295)`
