import type { GroupCompared } from '#core/promises/compared.ts'
import { capitalised } from '#core/capitalised.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { numberText, percentText, rateText } from '#core/promises/percent.ts'
import { shownAs } from '#core/promises/shown-figure.ts'
import { IntervalBar } from '#http/chart/interval-bar.tsx'
import type { Raw } from '#http/html/raw.ts'
import { amountsOf } from '#http/page/counted-words.ts'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { Comparison } from '#store/comparisons/compare.ts'

/** Each group with its figure, what it was counted from, and between which shares the truth lies. */
export function GroupsTable({
  comparison: { promise, groups, isRounded },
  title,
}: {
  readonly comparison: Comparison
  readonly title: string
}): Raw {
  if (groups.length === 0) return <p class="govuk-body">There is nothing to count in these months.</p>
  const shown = groups.flatMap((group) => group.shown ?? [])
  const [kept, of] = [sumOf(shown, 'kept'), sumOf(shown, 'of')]
  const whole = of === 0 ? 0 : kept / of
  const hasIntervals = shown.some(({ interval }) => interval !== undefined)
  return (
    <Scrolled label={title}>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-visually-hidden">{title}</caption>
        <TableHead
          columns={[
            'Group',
            { text: 'Figure', isNumber: true },
            { text: 'Counted', isNumber: true },
            ...(hasIntervals ? ['Nineteen times in twenty the truth lies', 'Beside the others'] : []),
          ]}
        />
        <tbody class="govuk-table__body">
          {groups.map((group) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {capitalised(group.name)}
              </th>
              {group.shown === undefined ? (
                <td class="govuk-table__cell kept-quiet" colspan={hasIntervals ? 4 : 2}>
                  not shown
                </td>
              ) : (
                <Numbers promise={promise} group={group.shown} whole={whole} isRounded={isRounded} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function sumOf(groups: readonly GroupCompared[], name: 'kept' | 'of'): number {
  return groups.reduce((sum, group) => sum + group[name], 0)
}

function Numbers({
  promise,
  group,
  whole,
  isRounded,
}: {
  readonly promise: PackPromise
  readonly group: GroupCompared
  readonly whole: number
  readonly isRounded: boolean
}): Raw {
  const { kept, of, interval, beside } = group
  const amounts = amountsOf(promise, { kept, counted: of })
  return (
    <>
      <td class="govuk-table__cell govuk-table__cell--numeric">
        {of === 0 ? 'nothing to count' : figureOf(promise, group, isRounded)}
      </td>
      <td class="govuk-table__cell govuk-table__cell--numeric">{`${isRounded ? 'about ' : ''}${amounts.kept} of ${amounts.counted}`}</td>
      {interval !== undefined && (
        <>
          <td class="govuk-table__cell">
            {`between ${percent(interval.lower)} and ${percent(interval.upper)}`}
            <IntervalBar share={kept / of} whole={whole} interval={interval} />
          </td>
          <td class="govuk-table__cell">{beside}</td>
        </>
      )}
    </>
  )
}

function figureOf(promise: PackPromise, { kept, of }: GroupCompared, isRounded: boolean): string {
  const { unit, per } = shownAs(promise)
  if (unit === 'rate') return rateText(kept, of, per)
  return isRounded ? percent(kept / of) : percentText(kept, of, promise.target)
}

function percent(share: number): string {
  return `${numberText(Math.round(share * 100))}%`
}
