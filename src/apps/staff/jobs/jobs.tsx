import { capitalised } from '#core/capitalised.ts'
import type { Instant } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { SummaryList } from '#http/layout/summary-list.tsx'
import { nextAfter, scheduleInWords } from '#jobs/schedule.ts'
import type { TaskSaid } from '#jobs/task.ts'
import { tasksSaid } from '#jobs/tasks/index.ts'
import type { Job, JobState } from '#store/jobs/list-jobs.ts'
import type { FailingMail, OutboxState } from '#store/jobs/list-mail.ts'
import type { TaskRun } from '#store/jobs/task-runs.ts'
import { momentText } from '../times.ts'

interface JobsProps {
  readonly counts: Readonly<Record<JobState, number>>
  readonly failed: readonly Job[]
  readonly runs: readonly TaskRun[]
  readonly outbox: OutboxState
  readonly failing: readonly FailingMail[]
  readonly now: Instant
  /** For the buttons; none for who may only look. */
  readonly token: string | undefined
}

/** The queue in numbers, what failed, every task, and the outbox. */
export function Jobs({ counts, failed, runs, outbox, failing, now, token }: JobsProps): Raw {
  return (
    <>
      <h1>Jobs</h1>
      <p>What Kept does by itself. A job that fails is tried again, with waits that grow.</p>
      <SummaryList
        rows={Object.entries(counts).map(([state, jobs]) => [capitalised(state), String(jobs)] as const)}
      />
      <h2>Failed</h2>
      {failed.length === 0 ? <p>None has failed for good.</p> : <Failed jobs={failed} token={token} />}
      <h2>Tasks</h2>
      <ul class="rows">
        {tasksSaid.map((task) => (
          <Task task={task} run={runs.find((each) => each.task === task.name)} now={now} />
        ))}
      </ul>
      <h2>Mail</h2>
      <p>{`${outbox.waiting} waiting to be handed over, ${outbox.handedOver} handed over.`}</p>
      {failing.length > 0 && <Failing mails={failing} />}
    </>
  )
}

function Failed({ jobs, token }: { readonly jobs: readonly Job[]; readonly token: string | undefined }): Raw {
  return (
    <ul class="rows">
      {jobs.map((job) => (
        <li>
          <div>
            <h3>{capitalised(job.task)}</h3>
            <p>{`Tried ${job.tries} times since ${momentText(job.madeAt)}. ${job.failedWhy ?? ''}`}</p>
          </div>
          {token !== undefined && (
            <Form action={local`/jobs/${String(job.jobId)}/again`} token={token}>
              <Button look="second" about={job.task}>
                Run again
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

interface TaskProps {
  readonly task: TaskSaid
  readonly run: TaskRun | undefined
  readonly now: Instant
}

function Task({ task: { name, says, comes }, run, now }: TaskProps): Raw {
  const next = comes && `Comes ${scheduleInWords(comes)}, next on ${momentText(nextAfter(comes, now))}.`
  return (
    <li>
      <div>
        <h3>{capitalised(says)}</h3>
        <p>{`${name}. ${next ?? 'Comes when there is something to do.'}`}</p>
        <p>{run === undefined ? 'It has not run so far.' : howItWent(run)}</p>
      </div>
    </li>
  )
}

function howItWent({ runs, milliseconds, failuresInARow, failedWhy, ranAt }: TaskRun): string {
  const last = `Last ran on ${momentText(ranAt)}; ${runs === 1 ? 'one run' : `${runs} runs`}, ${Math.round(milliseconds / runs)} ms each.`
  return failuresInARow === 0 ? last : `${last} Failed ${failuresInARow} times in a row: ${failedWhy ?? ''}`
}

function Failing({ mails }: { readonly mails: readonly FailingMail[] }): Raw {
  return (
    <ul class="rows">
      {mails.map(({ about, tries, failedWhy, nextAt }) => (
        <li>
          <div>
            <h3>{capitalised(about)}</h3>
            <p>{`Tried ${tries} times, next on ${momentText(nextAt)}. ${failedWhy}`}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
