import { type Instant, minute, utcDay } from '#core/time/instant.ts'

/** When something comes round: every so many minutes, or at a time of each day (UTC). */
export type Schedule =
  | { readonly everyMinutes: number }
  /** `01:30`. A day that was missed because no worker ran is made up for when one does, for two days. */
  | { readonly dailyAt: string }

/** The schedule as the job library reads it. */
export function cronText(schedule: Schedule): string {
  if ('everyMinutes' in schedule)
    return schedule.everyMinutes === 1 ? '* * * * *' : `*/${schedule.everyMinutes} * * * *`
  const { hour, minuteOfHour } = timeOf(schedule.dailyAt)
  return `${minuteOfHour} ${hour} * * *`
}

/** For how long back what was missed is made up for. What comes often need not be: it comes again soon. */
export function madeUpFor(schedule: Schedule): number {
  return 'dailyAt' in schedule ? 2 * utcDay : 0
}

/** When it comes next after an instant. */
export function nextAfter(schedule: Schedule, at: Instant): Instant {
  if ('everyMinutes' in schedule) {
    const hourBegan = Math.floor(at / (60 * minute)) * 60 * minute
    const passed = Math.floor((at - hourBegan) / (schedule.everyMinutes * minute)) + 1
    // Cron begins anew each hour, so that every 7 minutes comes at 56 and then at 0.
    return Math.min(hourBegan + passed * schedule.everyMinutes * minute, hourBegan + 60 * minute)
  }
  const { hour, minuteOfHour } = timeOf(schedule.dailyAt)
  const today = Math.floor(at / utcDay) * utcDay + (hour * 60 + minuteOfHour) * minute
  return today > at ? today : today + utcDay
}

/** The schedule in words: `every 5 minutes`, `daily at 01:30 UTC`. */
export function scheduleInWords(schedule: Schedule): string {
  if ('dailyAt' in schedule) return `daily at ${schedule.dailyAt} UTC`
  return schedule.everyMinutes === 1 ? 'every minute' : `every ${schedule.everyMinutes} minutes`
}

function timeOf(text: string) {
  const [, hour, minuteOfHour] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  if (hour === undefined || minuteOfHour === undefined) throw new Error(`“${text}” is not a time of day`)
  return { hour: Number(hour), minuteOfHour: Number(minuteOfHour) }
}
