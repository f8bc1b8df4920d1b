import { isRefused, refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { countJobs, listJobs, runAgain } from '#store/jobs/list-jobs.ts'
import { failingMail, outboxState } from '#store/jobs/list-mail.ts'
import { listTaskRuns } from '#store/jobs/task-runs.ts'
import { Jobs } from './jobs.tsx'

/** What Kept does by itself for this landlord, what failed, and a way to run that again. */
export const jobPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/jobs',
    who: 'jobs.read',
    handle: async ({ store, visitor: { acting }, query, formToken }) => {
      const counts = await countJobs(store, acting)
      if (isRefused(counts)) return counts
      const failed = await listJobs(store, acting, { state: 'failed' })
      if (isRefused(failed)) return failed
      const runs = await listTaskRuns(store, acting)
      if (isRefused(runs)) return runs
      const outbox = await outboxState(store, acting)
      if (isRefused(outbox)) return outbox
      const failing = await failingMail(store, acting)
      if (isRefused(failing)) return failing
      const token = acting.may.has('jobs.write') ? formToken : undefined
      const shown = { counts, failed, runs, outbox, failing, now: store.now(), token }
      return {
        title: 'Jobs',
        content: <Jobs {...shown} />,
        notice: textIn(query, 'done') === 'again' ? 'The job is run again.' : undefined,
      }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/jobs/:job/again',
    who: 'jobs.write',
    handle: async ({ store, visitor: { acting }, params }) => {
      const job = params['job'] ?? ''
      if (!/^[1-9]\d{0,14}$/.test(job))
        return refused('not found', 'there is no such job', 'look at the list of jobs')
      const again = await runAgain(store, acting, Number(job))
      return isRefused(again) ? again : { goTo: local`/jobs?done=again` }
    },
  }),
]
