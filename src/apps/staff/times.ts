import type { Instant } from '#core/time/instant.ts'

/** A moment as staff read it: “2 March 2026 at 09:05”, in the landlords’ own time. */
export function momentText(at: Instant): string {
  return format.format(at).replace(', ', ' at ')
}

const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
})
