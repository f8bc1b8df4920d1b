import { Gauge, type Registry } from 'prom-client'
import { queueState, taskSums } from '#store/jobs/queue-state.ts'
import type { Store } from '#store/store.ts'

/** Adds the queue to a server’s measurements: read from the database when asked for, so that any process can tell. */
export function measureJobs(store: Store): (registry: Registry) => void {
  return (registry) => {
    let filling: Promise<void> | undefined
    // All are asked at once, and filled together.
    const collect = async () => {
      filling ??= fill(store, gauges)
      await filling
      filling = undefined
    }
    const gauges: Gauges = {
      jobs: gauge('kept_jobs', 'Jobs in the queue, by task and state', ['task', 'state'], collect),
      oldest: gauge(
        'kept_job_oldest_waiting_seconds',
        'For how long the oldest job has been waiting',
        [],
        collect,
      ),
      runs: gauge('kept_task_runs', 'How often each task ran', ['task'], collect),
      seconds: gauge('kept_task_seconds', 'How long all runs of each task took together', ['task'], collect),
      failures: gauge('kept_task_failures', 'How many runs of each task failed', ['task'], collect),
      failing: gauge(
        'kept_task_failing_landlords',
        'For how many landlords its latest run failed',
        ['task'],
        collect,
      ),
    }
    const { jobs, oldest, runs, seconds, failures, failing } = gauges
    for (const each of [jobs, oldest, runs, seconds, failures, failing]) registry.registerMetric(each)
  }
}

type ByTask = Gauge<'task'>

interface Gauges {
  readonly jobs: Gauge<'task' | 'state'>
  readonly oldest: Gauge<never>
  readonly runs: ByTask
  readonly seconds: ByTask
  readonly failures: ByTask
  readonly failing: ByTask
}

function gauge<const Label extends string>(
  name: string,
  help: string,
  labelNames: readonly Label[],
  collect: () => Promise<void>,
): Gauge<Label> {
  return new Gauge({ name, help, labelNames, registers: [], collect })
}

async function fill(store: Store, { jobs, oldest, runs, seconds, failures, failing }: Gauges): Promise<void> {
  const [counts, sums] = await Promise.all([queueState(store), taskSums(store)])
  for (const each of [jobs, runs, seconds, failures, failing]) each.reset()
  let waiting = 0
  for (const { task, state, jobs: many, oldestAt } of counts) {
    jobs.set({ task, state }, many)
    if (state === 'queued') waiting = Math.max(waiting, store.now() - oldestAt)
  }
  oldest.set(waiting / 1_000)
  for (const { task, runs: ran, milliseconds, failures: failed, failing: now } of sums) {
    runs.set({ task }, ran)
    seconds.set({ task }, milliseconds / 1_000)
    failures.set({ task }, failed)
    failing.set({ task }, now)
  }
}
