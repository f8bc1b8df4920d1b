import { capitalised } from '#core/capitalised.ts'
import { isRefusal } from '#core/refusal.ts'
import { isRefused } from '#core/refused.ts'
import type { Edition } from '#core/promises/edition.ts'
import { longDay, type WeekDay, weekDayName } from '#core/time/day.ts'
import type { WeekHours } from '#core/time/hours.ts'
import { formatMinute } from '#core/time/hours-span.ts'
import type { Holiday } from '#core/time/calendar-spec.ts'
import { parseHolidays } from '#core/time/holidays.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { readHolidays, readPromises } from '#store/terms/read-terms.ts'
import { momentText } from '../times.ts'

/** When the landlord is open, and which days do not count. All of it is said by the edition, so it changes with one. */
export const hoursPage: PageRoute = pageRoute({
  method: 'GET',
  path: '/administration/hours',
  who: 'editions.read',
  handle: async ({ store, visitor }) => {
    const promises = await readPromises(store, visitor.acting)
    if (isRefused(promises)) return promises
    const loaded = await readHolidays(store, visitor.acting)
    if (isRefused(loaded)) return loaded
    const edition = promises[0]?.edition
    const read = edition === undefined ? undefined : parseHolidays(loaded.feed, edition.pack.nation)
    const today = edition?.calendar.zone.dayOf(store.now()) ?? 0
    const days = read === undefined || isRefusal(read) ? [] : read.holidays.filter(({ day }) => day >= today)
    return {
      title: 'Hours, closures and bank holidays',
      back: { href: local`/administration`, text: 'Administration' },
      content: (
        <>
          <h1 class="govuk-heading-l">Hours, closures and bank holidays</h1>
          {edition !== undefined && <HoursOf edition={edition} />}
          <h2 class="govuk-heading-m">Bank holidays to come</h2>
          <ul class="govuk-list govuk-list--bullet">{days.slice(0, mostDays).map(holidayLine)}</ul>
          <p class="govuk-body">
            {`Loaded ${momentText(loaded.loaded_at)}. `}
            <a class="govuk-link" href={local`/administration/editions`}>
              Hand in newer ones
            </a>
          </p>
        </>
      ),
    }
  },
})

/** About two years of them. */
const mostDays = 20

function HoursOf({ edition: { pack } }: { readonly edition: Edition }): Raw {
  return (
    <>
      <p class="govuk-body">
        {`These are the hours of edition ${pack.edition}. To change them, hand in an edition that says so. `}
        <a class="govuk-link" href={local`/administration/editions`}>
          Editions of the standards
        </a>
      </p>
      {[...pack.hours].map(([name, week]) => (
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-table__caption--m">{capitalised(name)}</caption>
          <tbody class="govuk-table__body">{week.map((_, day) => dayRow(week, day))}</tbody>
        </table>
      ))}
      <h2 class="govuk-heading-m">Closed beside bank holidays</h2>
      {pack.closures.length === 0 ? (
        <p class="govuk-body">No other closures.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {pack.closures.map(({ from, to, why }) => (
            <li>{from === to ? `${longDay(from)}: ${why}` : `${longDay(from)} to ${longDay(to)}: ${why}`}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function dayRow(week: WeekHours, day: number): Raw {
  const spans = week[day] ?? []
  const open = spans.map(({ from, to }) => `${formatMinute(from)} to ${formatMinute(to)}`).join(', ')
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {weekDayName((day + 1) as WeekDay)}
      </th>
      <td class="govuk-table__cell">{open === '' ? 'Closed' : open}</td>
    </tr>
  )
}

function holidayLine({ day, title }: Holiday): Raw {
  return <li>{`${longDay(day)}: ${title}`}</li>
}
