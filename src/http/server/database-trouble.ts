import type { Problem } from './problem.ts'

/** The problem, where the database cannot be reached or cannot do it now; nothing where the fault lies elsewhere. */
export function databaseTrouble(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  if (code === '57014') return tookTooLong
  if (isAway(code) || awayWords.test(error.message)) return away
  if (error instanceof AggregateError && error.errors.some((each) => databaseTrouble(each) !== undefined))
    return away
  return undefined
}

const away: Problem = {
  kind: 'cannot-answer-now',
  detail: 'the database cannot be reached; try again in a few seconds',
  headers: { 'retry-after': '5' },
}

const tookTooLong: Problem = {
  kind: 'took-too-long',
  detail: 'the database cut the work off; ask for less at once',
  headers: { 'retry-after': '30' },
}

/** Connections refused or broken, too many of them, the server starting or stopping, and writers that kept colliding. */
function isAway(code: string): boolean {
  return /^(08...|53...|57P0[1-5]|40001|40P01|25006|ECONNREFUSED|ECONNRESET|ENOTFOUND|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH)$/.test(
    code,
  )
}

/** What the driver says without a code. */
const awayWords =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Cannot use a pool after calling end)/
