import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Acting } from '#core/people/acting.ts'
import { type Permission, permissions } from '#core/people/permission.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Statement } from './statement.ts'
import { typesRead } from './types.ts'

/** The database, as far as the application may see it: one landlord at a time, and with a permission. */
export interface Database {
  /**
   * Does some work in one transaction, on behalf of somebody who needs this permission; without it, nothing is done.
   * What the work refuses is rolled back whole. Where the database cannot order two writers, the work is done again.
   */
  transact<Done>(
    acting: Acting,
    permission: Permission,
    work: (tx: Transaction) => Promise<Done | Refused>,
    how?: Transacting,
  ): Promise<Done | Refused>
  /** Reads with one statement, on behalf of somebody who needs this permission, in a transaction that is sent in one piece. */
  look<Row>(
    acting: Acting,
    permission: Permission,
    statement: Statement<Row>,
    values: readonly unknown[],
  ): Promise<readonly Row[] | Refused>
  /** Reads what belongs to no landlord alone: the list of landlords. No row of any landlord can be seen. */
  outside<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<readonly Row[]>
  /** How many connections there are, how many of them have nothing to do, and how much work waits for one. */
  connections(): { readonly open: number; readonly idle: number; readonly waiting: number }
  close(): Promise<void>
}

/** How a transaction runs, where it is not one of the many short ones. */
export interface Transacting {
  /** Everything is read as it stood at one instant, however long that takes. */
  readonly snapshot?: true
  /** What the work reads cannot be read a second time, so it is not tried again. */
  readonly once?: true
  /** Longer than this, one of its statements is cut off, in milliseconds. */
  readonly longestStatement?: number
}

/** One transaction on behalf of one landlord. */
export interface Transaction {
  readonly acting: Acting
  /**
   * Runs a statement. Those that do not wait for each other (`Promise.all`) go to the database together, which does them in the order
   * in which they were asked for, and none after the first that fails.
   */
  run<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<readonly Row[]>
}

export interface DatabaseOptions {
  readonly url: string
  readonly connections?: number
  /** Longer than this, a statement is cut off, in milliseconds. */
  readonly longestStatement?: number
  /** Whoever waits longer than this for a connection is told that there is none, in milliseconds. */
  readonly longestWait?: number
}

/** What a connection may do: the application's role is held by the wall, and may not change a fact. */
export const applicationRole = 'kept_app'

/** Opens a pool of connections that act as the application's role, whoever the address signs in. */
export function openDatabase({
  url,
  connections = 10,
  longestStatement = 60_000,
  longestWait = 10_000,
}: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: typesRead,
    options: `-c role=${applicationRole} -c timezone=UTC -c statement_timeout=${longestStatement}`,
    connectionTimeoutMillis: longestWait,
    application_name: 'kept',
    pipeline: true,
  })
  // A connection that breaks while idle is replaced; the next query says what is wrong, if anything still is.
  pool.on('error', () => {})
  // One that breaks in the middle of some work, between two statements, fails with the next of them; without somebody
  // listening, it would end the whole process.
  pool.on('connect', (client) => client.on('error', () => {}))
  let closing: Promise<void> | undefined
  return {
    transact: (acting, permission, work, how = {}) => transact(pool, acting, permission, { work, how }),
    look: (acting, permission, statement, values) =>
      look(pool, acting, permission, queryOf(statement, values)),
    async outside<Row>(statement: Statement<Row>, values: readonly unknown[] = []) {
      const { rows } = await pool.query(queryOf(statement, values))
      return rows as readonly Row[]
    },
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close() {
      closing ??= pool.end()
      return closing
    },
  }
}

/** Beyond this, two writers that keep colliding are told to try again later. */
const mostTries = 8

interface Asked<Done> {
  readonly work: (tx: Transaction) => Promise<Done | Refused>
  readonly how: Transacting
}

async function transact<Done>(
  pool: pg.Pool,
  acting: Acting,
  permission: Permission,
  asked: Asked<Done>,
): Promise<Done | Refused> {
  const fault = permissionFault(acting, permission)
  if (fault !== undefined) return fault
  for (let tries = 1; ; tries++) {
    try {
      return await once(pool, acting, asked)
    } catch (error) {
      if (asked.how.once === true || !mayTryAgain(error) || tries === mostTries) throw error
      await wait(2 ** tries + Math.random() * 10)
    }
  }
}

function permissionFault(acting: Acting, permission: Permission): Refused | undefined {
  if (acting.may.has(permission)) return undefined
  return refused('not allowed', `this needs permission to ${permissions[permission]}`, 'ask an administrator')
}

async function once<Done>(
  pool: pg.Pool,
  acting: Acting,
  { work, how }: Asked<Done>,
): Promise<Done | Refused> {
  const client = await pool.connect()
  const going: Going = { isOver: false }
  let broken: Error | undefined
  try {
    // It goes with the first statement. Were it to fail, that one would see no row of any landlord, nor may it write one.
    const begun = ask(client, { text: beginFor(acting.landlord, how) })
    begun.catch((error: unknown) => (going.failed ??= errorOf(error)))
    const done = await work(transactionOf(client, acting, going)).finally(() => (going.isOver = true))
    await begun
    // A commit after what failed would take everything back, and not say so.
    if (going.failed !== undefined && !isRefused(done)) throw going.failed
    await client.query(isRefused(done) ? 'rollback' : 'commit')
    return done
  } catch (error) {
    await client.query('rollback').catch((fault: unknown) => {
      broken = errorOf(fault)
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** How a transaction goes. */
interface Going {
  /** What failed first. */
  failed?: Error
  /** Its work is done or failed: the connection is about to be somebody else’s. */
  isOver: boolean
}

function transactionOf(client: pg.PoolClient, acting: Acting, going: Going): Transaction {
  return {
    acting,
    async run<Row>(statement: Statement<Row>, values: readonly unknown[] = []) {
      // Of works that were done together, one may go on when another has failed.
      if (going.isOver) throw new Error(`this transaction is over: ${statement.name} comes too late`)
      try {
        const { rows } = await ask(client, queryOf(statement, values))
        return rows as readonly Row[]
      } catch (error) {
        // Those behind the first only say that there was one before them; whether the work is done again hangs on the first.
        going.failed ??= errorOf(error)
        throw going.failed
      }
    },
  }
}

async function look<Row>(
  pool: pg.Pool,
  acting: Acting,
  permission: Permission,
  query: pg.QueryConfig,
): Promise<readonly Row[] | Refused> {
  const fault = permissionFault(acting, permission)
  if (fault !== undefined) return fault
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const [, { rows }] = await Promise.all([
      ask(client, { text: beginFor(acting.landlord, {}) }),
      ask(client, query),
      ask(client, { text: 'commit' }),
    ])
    return rows as readonly Row[]
  } catch (error) {
    broken = errorOf(error)
    throw error
  } finally {
    client.release(broken)
  }
}

/** Sends a statement together with what else is asked for before anything is waited for: half of what one costs is its sending. */
function ask(client: pg.PoolClient, query: pg.QueryConfig): Promise<pg.QueryResult> {
  const { stream } = client.connection
  stream.cork()
  process.nextTick(() => stream.uncork())
  return client.query(query)
}

/**
 * The landlord is set for this transaction alone: the next one on this connection starts with none. So is the role, though
 * the connection asked for it already: a pooler between may have left that out, and with it the wall.
 */
function beginFor(landlord: number, { snapshot, longestStatement }: Transacting): string {
  if (!Number.isSafeInteger(landlord)) throw new Error(`${landlord} is no landlord’s number`)
  const begin = snapshot === true ? 'begin isolation level repeatable read' : 'begin'
  const cutOff = longestStatement === undefined ? '' : `; set local statement_timeout = ${longestStatement}`
  const asUs = `set local role ${applicationRole}; set local timezone = 'UTC'`
  return `${begin}${cutOff}; ${asUs}; set local kept.landlord = '${landlord}'`
}

function queryOf({ name, text }: Statement<unknown>, values: readonly unknown[]): pg.QueryConfig {
  return { name, text, values: [...values] }
}

function errorOf(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}

/** A serialization failure or a deadlock: done again, one of the two comes second. */
function mayTryAgain(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === '40001' || code === '40P01'
}
