import { weekDayName, type WeekDay } from '#core/time/day.ts'
import type { PlannedHalfHour } from '#core/staffing/staff-plan.ts'
import type { Raw } from '#http/html/raw.ts'
import { halfText } from './words.ts'

/** Half hours down and days across. The number says it; the shade only says it again. */
export function HeatTable({
  caption,
  halfHours,
  valueOf,
}: {
  readonly caption: string
  readonly halfHours: readonly PlannedHalfHour[]
  readonly valueOf: (halfHour: PlannedHalfHour) => number | undefined
}): Raw {
  const weekDays = [...new Set(halfHours.map(({ weekDay }) => weekDay))].toSorted((a, b) => a - b)
  const most = Math.max(1, ...halfHours.map((each) => valueOf(each) ?? 0))
  const found = new Map(halfHours.map((each) => [`${each.weekDay} ${each.half}`, each]))
  return (
    <div class="kept-scrolled" tabindex={0} role="region" aria-label={caption}>
      <table class="govuk-table kept-heat">
        <caption class="govuk-table__caption govuk-table__caption--m">{caption}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              From
            </th>
            {weekDays.map((weekDay) => (
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                {weekDayName(weekDay)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {halvesOf(halfHours).map((half) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {halfText(half)}
              </th>
              {weekDays.map((weekDay) => (
                <HeatCell value={valueAt(found, weekDay, half, valueOf)} most={most} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Every half hour from the first to the last, also those in which nobody rang. */
function halvesOf(halfHours: readonly PlannedHalfHour[]): readonly number[] {
  const all = halfHours.map(({ half }) => half)
  const [first, last] = [Math.min(...all), Math.max(...all)]
  return Array.from({ length: all.length === 0 ? 0 : last - first + 1 }, (_, place) => first + place)
}

function valueAt(
  found: ReadonlyMap<string, PlannedHalfHour>,
  weekDay: WeekDay,
  half: number,
  valueOf: (halfHour: PlannedHalfHour) => number | undefined,
): number | undefined {
  const there = found.get(`${weekDay} ${half}`)
  return there && valueOf(there)
}

function HeatCell({ value, most }: { readonly value: number | undefined; readonly most: number }): Raw {
  if (value === undefined)
    return (
      <td class="govuk-table__cell govuk-table__cell--numeric">
        –<span class="govuk-visually-hidden"> too few calls to say</span>
      </td>
    )
  const shade = Math.min(4, Math.floor((value / most) * 5))
  return <td class={`govuk-table__cell govuk-table__cell--numeric kept-heat-${shade}`}>{String(value)}</td>
}
