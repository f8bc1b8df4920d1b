import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** How one task has gone for a landlord so far. */
export interface TaskRun {
  readonly task: string
  readonly runs: number
  readonly milliseconds: number
  readonly failures: number
  /** How often it failed since it last went well. */
  readonly failuresInARow: number
  readonly ranAt: Instant
  readonly succeededAt: Instant | null
  readonly failedAt: Instant | null
  readonly failedWhy: string | null
}

/** One run that has ended. */
export interface RunEnded {
  readonly task: string
  readonly milliseconds: number
  readonly failedWhy?: string
}

/** Adds a run to the sums of its task. */
export async function recordRun(
  store: Store,
  acting: Acting,
  { task, milliseconds, failedWhy }: RunEnded,
): Promise<void> {
  await store.database.transact(acting, 'jobs.write', (tx) =>
    tx.run(addRun, [
      acting.landlord,
      task,
      Math.round(milliseconds),
      failedWhy ?? null,
      instantText(store.now()),
    ]),
  )
}

/** How every task that ever ran for this landlord has gone, by name. */
export function listTaskRuns(store: Store, acting: Acting): Promise<readonly TaskRun[] | Refused> {
  return store.database.transact(acting, 'jobs.read', (tx) => tx.run(taskRuns, [acting.landlord]))
}

const addRun = statement(
  'add-task-run',
  `insert into task_runs as t (landlord, task, runs, milliseconds, failures, failures_in_a_row, ran_at, succeeded_at,
                               failed_at, failed_why)
   values ($1, $2, 1, $3, case when $4::text is null then 0 else 1 end, case when $4::text is null then 0 else 1 end,
           $5, case when $4::text is null then $5::timestamptz end, case when $4::text is not null then $5::timestamptz end, $4)
   on conflict (landlord, task) do update
      set runs = t.runs + 1, milliseconds = t.milliseconds + excluded.milliseconds,
          failures = t.failures + excluded.failures,
          failures_in_a_row = case when excluded.failures = 0 then 0 else t.failures_in_a_row + 1 end,
          ran_at = excluded.ran_at, succeeded_at = coalesce(excluded.succeeded_at, t.succeeded_at),
          failed_at = coalesce(excluded.failed_at, t.failed_at),
          failed_why = case when excluded.failures = 0 then null else excluded.failed_why end`,
)

const taskRuns = statement<TaskRun>(
  'task-runs',
  `select task, runs, milliseconds, failures, failures_in_a_row as "failuresInARow", ran_at as "ranAt",
          succeeded_at as "succeededAt", failed_at as "failedAt", failed_why as "failedWhy"
     from task_runs where landlord = $1 order by task`,
)
