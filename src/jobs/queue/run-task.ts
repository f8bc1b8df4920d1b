import { systemActing } from '#core/people/acting.ts'
import { isRefused } from '#core/refused.ts'
import { inWords } from '#core/refusal.ts'
import { shortReason } from '#store/jobs/short-reason.ts'
import { recordRun } from '#store/jobs/task-runs.ts'
import type { Store } from '#store/store.ts'
import type { Task } from '../task.ts'

/** One job as the queue hands it out. */
export interface JobGiven {
  readonly jobId: string
  readonly payload: unknown
  readonly signal: AbortSignal
}

/** What a run leaves for the log. */
export interface Ran {
  readonly landlord: number
  readonly milliseconds: number
  readonly failedWhy?: string
}

/** Runs a job of a task on behalf of its landlord, and adds to the task’s sums how it went. */
export async function runTask(store: Store, task: Task, { payload, signal }: JobGiven): Promise<Ran> {
  const { landlord, asked } = parsePayload(payload)
  const acting = systemActing(landlord)
  const began = performance.now()
  const failedWhy = await failureOf(() => task.run(store, acting, asked, signal))
  const milliseconds = performance.now() - began
  const ran = { milliseconds, ...(failedWhy !== undefined && { failedWhy }) }
  await recordRun(store, acting, { task: task.name, ...ran })
  return { landlord, ...ran }
}

async function failureOf(run: () => ReturnType<Task['run']>): Promise<string | undefined> {
  try {
    const refused = await run()
    return isRefused(refused) ? inWords(refused) : undefined
  } catch (error) {
    return shortReason(error)
  }
}

/** As the function that adds jobs writes it: nobody else can. */
function parsePayload(payload: unknown): { readonly landlord: number; readonly asked: unknown } {
  if (typeof payload === 'object' && payload !== null && 'landlord' in payload && 'asked' in payload) {
    const { landlord, asked } = payload
    if (typeof landlord === 'number' && Number.isSafeInteger(landlord)) return { landlord, asked }
  }
  throw new Error('a job names no landlord: it was not added by us')
}
