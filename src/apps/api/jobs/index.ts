import { Type } from 'typebox'
import { isRefused, refused } from '#core/refused.ts'
import { cursorOf, keyFrom } from '#http/api/cursor.ts'
import { type Route, route } from '#http/api/route.ts'
import { id, instant, object, oneOf, optional, orNull, page, paging } from '#http/api/schema.ts'
import { writtenAt } from '#http/api/written.ts'
import { type Job, jobStates, listJobs, runAgain } from '#store/jobs/list-jobs.ts'
import { listTaskRuns } from '#store/jobs/task-runs.ts'

const tag = 'Jobs'
const whole = (description: string) => Type.Integer({ description })

const jobSchema = object({
  job: whole('the job'),
  task: Type.String({ description: 'what it does' }),
  state: oneOf(jobStates, 'where it stands'),
  runAt: instant('when it is tried next, or was to be'),
  tries: whole('how often it was tried'),
  mostTries: whole('how often it is tried before it has failed'),
  failedWhy: orNull(Type.String({ description: 'why the last try failed' })),
  madeAt: instant('when it was added'),
})

/** What Kept does by itself, and what failed. */
export const jobRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/jobs',
    permission: 'jobs.read',
    summary: 'List jobs',
    description: 'Jobs that are not done yet, the newest first. What is done leaves the list.',
    tag,
    query: object({ ...paging, state: optional(oneOf(jobStates, 'only those in this state')) }),
    answers: { 200: { says: 'A page of jobs', body: page(jobSchema) } },
    async handle({ store, acting, query: { after, limit = 50, state } }) {
      const from = keyFrom(after, ['count'])?.[0]
      const jobs = await listJobs(store, acting, {
        limit,
        ...(from !== undefined && { after: from }),
        ...(state !== undefined && { state }),
      })
      if (isRefused(jobs)) return jobs
      const last = jobs.length === limit ? jobs.at(-1) : undefined
      const next = last === undefined ? null : cursorOf([last.jobId])
      return { status: 200, body: { rows: jobs.map(shown), next } }
    },
  }),
  route({
    method: 'POST',
    path: '/jobs/{job}/tries',
    permission: 'jobs.write',
    summary: 'Run a failed job again',
    description: 'Gives a job that has had its last try all its tries again, beginning now.',
    tag,
    params: object({ job: id('the job', '12') }),
    answers: { 202: { says: 'It is run again', body: object({ job: whole('the job') }) } },
    refuses: ['not found'],
    async handle({ store, acting, params: { job } }) {
      const again = /^[1-9]\d{0,14}$/.test(job)
        ? await runAgain(store, acting, Number(job))
        : refused('not found', 'there is no such job', 'look at the list of jobs')
      return isRefused(again) ? again : { status: 202, body: { job: again.jobId } }
    },
  }),
  route({
    method: 'GET',
    path: '/tasks',
    permission: 'jobs.read',
    summary: 'See how tasks have gone',
    tag,
    answers: {
      200: {
        says: 'Every task that ever ran for this landlord',
        body: object({
          tasks: Type.Array(
            object({
              task: Type.String(),
              runs: whole('how often it ran'),
              milliseconds: whole('how long all runs took together'),
              failures: whole('how many of them failed'),
              failuresInARow: whole('how often it failed since it last went well'),
              ranAt: instant('when it last ran'),
              succeededAt: orNull(instant('when it last went well')),
              failedAt: orNull(instant('when it last failed')),
              failedWhy: orNull(Type.String({ description: 'why its latest run failed' })),
            }),
          ),
        }),
      },
    },
    async handle({ store, acting }) {
      const found = await listTaskRuns(store, acting)
      if (isRefused(found)) return found
      const tasks = found.map(({ ranAt, succeededAt, failedAt, ...rest }) => ({
        ...rest,
        ranAt: writtenAt(ranAt),
        succeededAt: writtenAt(succeededAt),
        failedAt: writtenAt(failedAt),
      }))
      return { status: 200, body: { tasks } }
    },
  }),
]

function shown({ jobId, runAt, madeAt, ...rest }: Job) {
  return { job: jobId, ...rest, runAt: writtenAt(runAt), madeAt: writtenAt(madeAt) }
}
