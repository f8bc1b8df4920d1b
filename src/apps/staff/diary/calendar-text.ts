import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { usualMinutes } from '#core/diaries/free-times.ts'
import { type Instant, minute } from '#core/time/instant.ts'
import type { FeedAppointment, FeedRead } from '#store/diaries/feeds.ts'
import { whereWords } from './words.ts'

/** A diary as a calendar program reads it (RFC 5545): times, places as districts, references, and nobody’s name. */
export function calendarText(
  { appointments, absences }: FeedRead,
  { now, origin }: { readonly now: Instant; readonly origin: string },
): string {
  const host = new URL(origin).host
  const calendar = ical({
    name: 'Kept diary',
    prodId: { company: 'Kept', product: 'diary', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 15 * 60,
  })
  for (const each of appointments) {
    if (each.forAt === null || each.state === 'requested') continue
    calendar.createEvent({
      id: `${each.caseId}@${host}`,
      stamp: new Date(now),
      start: new Date(each.forAt),
      end: new Date(endOf(each, each.forAt)),
      allDay: !each.isTimed,
      summary: summaryOf(each),
      description: `Reference ${each.caseId}`,
      url: `${origin}/cases/${encodeURIComponent(each.caseId)}`,
      status: statusOf(each),
    })
  }
  for (const { absenceId, fromAt, toAt, where, endedAt } of absences) {
    const until = endedAt ?? toAt
    if (until <= fromAt) continue
    calendar.createEvent({
      id: `${absenceId}@${host}`,
      stamp: new Date(now),
      start: new Date(fromAt),
      end: new Date(until),
      summary: whereWords(where),
    })
  }
  return calendar.toString()
}

function statusOf({ state }: FeedAppointment): ICalEventStatus {
  if (state === 'cancelled') return ICalEventStatus.CANCELLED
  return state === 'offered' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

function summaryOf({ place, area }: FeedAppointment): string {
  if (place !== 'home') return 'Office appointment'
  return area === null ? 'Home visit' : `Home visit, ${area}`
}

function endOf({ untilAt, place }: FeedAppointment, from: Instant): Instant {
  return untilAt !== null && untilAt > from ? untilAt : from + usualMinutes[place ?? 'office'] * minute
}
