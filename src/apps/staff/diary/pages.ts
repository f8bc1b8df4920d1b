import type { PageRoute } from '#http/layout/page-route.ts'
import { absencePages } from './absence-pages.tsx'
import { bookingPages } from './booking-pages.tsx'
import { dayPages } from './day-pages.tsx'
import { feedPages } from './feed-pages.tsx'
import { greetingPages } from './greeting-pages.tsx'
import { noAccessPages } from './no-access-pages.tsx'
import { personPages } from './person-pages.tsx'
import { rotaPages } from './rota-pages.tsx'

/** Everybody’s diary, open to all staff: appointments, absences, rotas, greetings, calendars. */
export const diaryPages: readonly PageRoute[] = [
  ...dayPages,
  ...greetingPages,
  ...personPages,
  ...bookingPages,
  ...noAccessPages,
  ...absencePages,
  ...rotaPages,
  ...feedPages,
]
