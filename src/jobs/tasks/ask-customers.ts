import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { askingHours } from '#core/surveys/asking-hours.ts'
import type { Store } from '#store/store.ts'
import { drawInvitations } from '#store/surveys/draw.ts'
import { inviteDue } from '#store/surveys/invite.ts'
import { mixAnswered } from '#store/surveys/mix.ts'
import { remindDue } from '#store/surveys/remind.ts'
import type { Task, TaskSaid } from '../task.ts'

/** What is told of it without what it needs. */
export const invitingSaid: TaskSaid = {
  name: 'invite-to-surveys',
  says: `draws who is asked how we did, and ${askingHours} invites them and reminds them`,
  comes: { everyMinutes: 10 },
}

/** Draws whom the ledger says we should ask, and asks and reminds those whose day has come. Links in mails lead to `origin`. */
export function invitingToSurveys(origin: string): Task {
  return {
    ...invitingSaid,
    async run(store, acting, _payload, signal) {
      for (const step of [drawInvitations, inviting(origin), reminding(origin)]) {
        const failed = await untilDone(step, { store, acting, signal })
        if (failed !== undefined) return failed
      }
      return undefined
    },
  }
}

/** Parts invitations from the answers they led to. */
export const mixingAnswered: Task = {
  name: 'mix-survey-invitations',
  says: 'writes answered invitations anew, so that no answer can be told by when it was written',
  comes: { dailyAt: '02:40' },
  async run(store, acting) {
    const mixed = await mixAnswered(store, acting)
    return isRefused(mixed) && mixed.because !== 'not found' ? mixed : undefined
  },
}

type Step = (store: Store, acting: Acting) => Promise<{ readonly more: boolean } | Refused>

function inviting(origin: string): Step {
  return (store, acting) => inviteDue(store, acting, { origin })
}

function reminding(origin: string): Step {
  return (store, acting) => remindDue(store, acting, { origin })
}

interface Ground {
  readonly store: Store
  readonly acting: Acting
  readonly signal: AbortSignal
}

/** A landlord without an edition asks nobody. */
async function untilDone(step: Step, { store, acting, signal }: Ground): Promise<Refused | undefined> {
  while (!signal.aborted) {
    const done = await step(store, acting)
    if (isRefused(done)) return done.because === 'not found' ? undefined : done
    if (!done.more) return undefined
  }
  return undefined
}
