import { isRefused, type Refused } from '#core/refused.ts'
import { planWeek } from '#core/staffing/staff-plan.ts'
import { weekDayName } from '#core/time/day.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { PerformancePlaces } from '../performance/performance-places.tsx'
import { staffingChosen } from './asked.ts'
import { StaffingForm } from './form.tsx'
import { Staffing } from './staffing.tsx'
import { halfText } from './words.ts'

/** How many people the telephone promise needs, and when. */
export const staffingPages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/staffing', who: 'figures.read', handle: staffingPage }),
  pageRoute({ method: 'GET', path: '/staffing.csv', who: 'figures.read', handle: staffingCsv }),
]

async function staffingPage(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const chosen = await staffingChosen(asked)
  if (isRefused(chosen)) return chosen
  return {
    title: 'Staffing',
    wide: true,
    content: (
      <>
        <PerformancePlaces asked={asked} current="/staffing" />
        <h1 class="govuk-heading-l">Staffing</h1>
        <p class="govuk-body-l">
          How many people it takes to keep the telephone promise, half hour by half hour.
        </p>
        <StaffingForm chosen={chosen} />
        <Staffing chosen={chosen} />
      </>
    ),
  }
}

async function staffingCsv(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const chosen = await staffingChosen(asked)
  if (isRefused(chosen)) return chosen
  const plan = planWeek(chosen.week, chosen.terms)
  const head = 'day,from,calls_in_all,calls_a_half_hour,talk_seconds,needed,needed_if_all_wait,on_the_rota'
  const lines = (plan?.halfHours ?? []).map(
    ({ weekDay, half, calls, load, needed, neededIfAllWait, onRota }) =>
      [
        weekDayName(weekDay),
        halfText(half),
        calls,
        (load.callsAnHour / 2).toFixed(2),
        load.talkSeconds.toFixed(0),
        needed ?? '',
        neededIfAllWait ?? '',
        onRota ?? '',
      ].join(),
  )
  const text = [head, ...lines].join('\r\n')
  return {
    file: {
      name: 'staffing.csv',
      type: 'text/csv; charset=utf-8',
      bytes: Buffer.from(`${text}\r\n`),
      keep: true,
    },
  }
}
