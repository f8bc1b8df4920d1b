import { absencesIn, beginAbsences, endAbsence, planAbsence } from '#store/diaries/absences.ts'
import { bookAppointment, isInEvening, proposeTimes } from '#store/diaries/book.ts'
import { endFeed, feedSince, makeFeed } from '#store/diaries/feeds.ts'
import { appointmentIn, appointmentsIn } from '#store/diaries/read-appointments.ts'
import { roomsNow } from '#store/diaries/rooms.ts'
import { setRota, turnsBetween } from '#store/diaries/rotas.ts'
import { noteVoicemail, staffDiaries } from '#store/diaries/staff-diaries.ts'
import { deskOf, rememberDesk, visitOfCase, visitorsNow, visitsStamp } from '#store/diaries/visits.ts'
import type { Try } from './try.ts'

const ever = { from: 0, to: Date.parse('2100-01-01T00:00Z') }
const anHour = { fromAt: Date.parse('2026-03-09T10:00Z'), toAt: Date.parse('2026-03-09T11:00Z') }
const aRota = (teamId: string) => ({
  rota: 'duty' as const,
  teamId,
  days: [],
  fromMinute: 540,
  untilMinute: 1020,
  receptionTold: true,
  groupPickUp: true,
})

/** Diaries, visits and rotas: those that take the id of something of A’s. */
export const foundOfDiaries: Readonly<Record<string, Try>> = {
  visitOfCase: ({ store, ids }, acting) => visitOfCase(store, acting, ids.visit),
  rememberDesk: ({ store, ids }, acting) => rememberDesk(store, acting, ids.offices),
  noteVoicemail: ({ store, ids }, acting) => noteVoicemail(store, acting, { staffId: ids.staff }),
  planAbsence: ({ store, ids }, acting) =>
    planAbsence(store, acting, { staffId: ids.staff, ...anHour, where: 'leave', replies: false }),
  endAbsence: ({ store, ids }, acting) => endAbsence(store, acting, ids.absence),
  setRota: ({ store, ids }, acting) => setRota(store, acting, aRota(ids.teams)),
  bookAppointment: ({ store, ids }, acting) =>
    bookAppointment(store, acting, {
      place: 'office',
      forAt: anHour.fromAt,
      minutes: 30,
      staffIds: [ids.staff],
      homeId: ids.homes,
    }),
}

/** And those that list what is one’s own. */
export const shownOfDiaries: Readonly<Record<string, Try>> = {
  appointmentsIn: ({ store }, acting) => appointmentsIn(store, acting, ever),
  appointmentIn: ({ store, ids }, acting) => appointmentIn(store, acting, ids.visit),
  absencesIn: ({ store }, acting) => absencesIn(store, acting, ever),
  beginAbsences: ({ store }, acting) => beginAbsences(store, acting),
  proposeTimes: ({ store, ids }, acting) =>
    proposeTimes(store, acting, { place: 'office', minutes: 30, staffIds: [ids.staff] }),
  isInEvening: ({ store }, acting) => isInEvening(store, acting, anHour.fromAt),
  roomsNow: ({ store }, acting) => roomsNow(store, acting),
  turnsBetween: ({ store }, acting) => turnsBetween(store, acting, { from: 0, to: 40_000 }),
  staffDiaries: ({ store }, acting) => staffDiaries(store, acting),
  visitorsNow: ({ store, ids }, acting) => visitorsNow(store, acting, { officeId: ids.offices }),
  visitsStamp: ({ store }, acting) => visitsStamp(store, acting),
  deskOf: ({ store, ids }, acting) => deskOf(store, { ...acting, staffId: ids.staff }),
  makeFeed: ({ store }, acting) => makeFeed(store, acting),
  feedSince: ({ store, ids }, acting) => feedSince(store, { ...acting, staffId: ids.staff }),
  endFeed: ({ store, ids }, acting) => endFeed(store, { ...acting, staffId: ids.staff }),
}
