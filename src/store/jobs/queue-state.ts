import type { Instant } from '#core/time/instant.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'

/** How many jobs of a task are in a state, of all landlords together, and since when the oldest was to run. */
export interface QueueCount {
  readonly task: string
  readonly state: 'queued' | 'running' | 'failed'
  readonly jobs: number
  readonly oldestAt: Instant
}

/** How a task has gone, of all landlords together. */
export interface TaskSums {
  readonly task: string
  readonly runs: number
  readonly milliseconds: number
  readonly failures: number
  /** For how many landlords its latest run failed. */
  readonly failing: number
}

/** The queue as a whole, for the machine’s figures: counts, and nothing of any landlord. */
export function queueState(store: Store): Promise<readonly QueueCount[]> {
  return store.database.outside(queueCounts)
}

/** How the tasks have gone, for the machine’s figures. */
export function taskSums(store: Store): Promise<readonly TaskSums[]> {
  return store.database.outside(taskSumsOfAll)
}

const queueCounts = statement<QueueCount>(
  'queue-counts',
  'select task, state, jobs, oldest_at as "oldestAt" from kept_queue_state()',
)

const taskSumsOfAll = statement<TaskSums>(
  'task-sums',
  'select task, runs, milliseconds, failures, failing from kept_task_state()',
)
