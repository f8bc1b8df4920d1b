import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'

export const jobStates = ['waiting', 'later', 'running', 'to be tried again', 'failed'] as const
export type JobState = (typeof jobStates)[number]

/** A job of this landlord that is not done yet. What is done leaves the queue. */
export interface Job {
  readonly jobId: number
  readonly task: string
  readonly state: JobState
  readonly runAt: Instant
  readonly tries: number
  readonly mostTries: number
  readonly failedWhy: string | null
  readonly madeAt: Instant
}

export interface JobsAsked {
  readonly state?: JobState
  /** The last of the page before. */
  readonly after?: number
  readonly limit?: number
}

/** Jobs, the newest first, page by page. */
export function listJobs(
  store: Store,
  acting: Acting,
  { state, after, limit = 50 }: JobsAsked = {},
): Promise<readonly Job[] | Refused> {
  return store.database.transact(acting, 'jobs.read', (tx) =>
    tx.run(jobsListed, [state ?? null, after ?? Number.MAX_SAFE_INTEGER, Math.min(limit, 200)]),
  )
}

/** How many jobs are in each state. */
export function countJobs(
  store: Store,
  acting: Acting,
): Promise<Readonly<Record<JobState, number>> | Refused> {
  return store.database.transact(acting, 'jobs.read', async (tx) => {
    const rows = await tx.run(jobsCounted)
    const none = Object.fromEntries(jobStates.map((state) => [state, 0])) as Record<JobState, number>
    return { ...none, ...Object.fromEntries(rows.map(({ state, jobs }) => [state, jobs])) }
  })
}

/** Gives a job that failed for good its tries again. */
export function runAgain(
  store: Store,
  acting: Acting,
  jobId: number,
): Promise<{ readonly jobId: number } | Refused> {
  return store.database.transact(acting, 'jobs.write', async (tx) => {
    const [given] = await tx.run(givenTries, [jobId])
    if (given?.done === true) return { jobId }
    return refused(
      'not found',
      `there is no failed job ${jobId}`,
      'it may have been run again meanwhile: look at the list',
    )
  })
}

const jobsListed = statement<Job>(
  'jobs-listed',
  `select job_id as "jobId", task, state, run_at as "runAt", tries, most_tries as "mostTries",
          failed_why as "failedWhy", made_at as "madeAt"
     from kept_jobs()
    where ($1::text is null or state = $1) and job_id < $2::bigint
    order by job_id desc limit $3`,
)

const jobsCounted = statement<{ readonly state: JobState; readonly jobs: number }>(
  'jobs-counted',
  'select state, count(*) as jobs from kept_jobs() group by state',
)

const givenTries = statement<{ readonly done: boolean }>('run-job-again', 'select kept_run_again($1) as done')
