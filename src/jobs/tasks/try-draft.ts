import { isRefused } from '#core/refused.ts'
import { tryDraft } from '#store/tries/begin-try.ts'
import { runTry } from '#store/tries/run-try.ts'
import type { Task } from '../task.ts'

/** Tries a draft of the pack on every case there is. Begun again, it starts anew and comes to the same. */
export const tryingDraft: Task = {
  name: tryDraft,
  says: 'tries a draft of the pack on past cases',
  async run(store, acting, payload, signal) {
    const ran = await runTry(store, acting, tryIdIn(payload), signal)
    // Who began it may have thrown it away meanwhile.
    if (isRefused(ran) && ran.because !== 'not found') return ran
    return undefined
  },
}

function tryIdIn(payload: unknown): string {
  const isNamed = typeof payload === 'object' && payload !== null && 'tryId' in payload
  const tryId = isNamed ? payload.tryId : undefined
  if (typeof tryId === 'string') return tryId
  throw new Error('a job of trying names no try')
}
