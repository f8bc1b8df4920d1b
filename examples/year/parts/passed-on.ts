import type { Instant } from '#core/time/instant.ts'
import { deskTime } from '../office-time.ts'
import type { Random } from '../random.ts'
import { slownessOf } from '../seasons.ts'
import type { Case } from '../told.ts'
import type { World } from '../world.ts'

/** An enquiry that another team answers: one of the teams is behind with everything. */
export interface PassedOn {
  /** How much longer that team takes than others. */
  readonly pace: number
  tell(enquiry: Case, urgent: boolean, before: Instant): void
}

/** Chooses the team; tells of the passing on, of its taking it up, and sometimes that the customer knows. */
export function passedOn(world: World, at: Instant, random: Random): PassedOn {
  const team = random.pick(world.landlord.teams)
  const pace = team === world.landlord.slowTeam ? 1.75 : 1.1
  return {
    pace,
    tell(enquiry, urgent, before) {
      const opened = enquiry.events.findLast(({ type }) => type === 'contact-opened')?.at ?? at
      const passedAt = deskTime(world, opened, random.chance(0.94) ? 0 : 1, random)
      if (passedAt >= before) return
      enquiry.tell('referred', passedAt, { team, urgent, customerTold: random.chance(0.9) })
      const days = random.erlang(2, urgent ? 0.5 : 1.1) * pace * slownessOf(world.zone.dayOf(at))
      const takenUpAt = deskTime(world, passedAt, days, random)
      if (random.chance(0.985)) enquiry.tell('referral-acknowledged', takenUpAt)
      if (takenUpAt < before && random.chance(0.3))
        enquiry.tell('progress-told', takenUpAt + 60_000, { action: 'looking-into-it' })
    },
  }
}
