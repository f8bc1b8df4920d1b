import type { PackPromise } from '#core/promises/pack.ts'
import { capitalised, uncapitalised } from '#core/capitalised.ts'
import { fewestShown } from '#core/promises/small-numbers.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { govuk } from '#http/govuk/index.ts'
import { Select } from '#http/layout/form.tsx'
import type { PageAsked } from '#http/layout/page-route.ts'
import type { Comparison } from '#store/comparisons/compare.ts'
import { type Dimension, dimensions } from '#store/comparisons/groups.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { type MonthsShown, monthName } from '../promises/months.ts'
import { MonthsForm } from '../promises/months-form.tsx'
import { promiseAddress } from '../promises/promise-address.ts'
import { GroupsTable } from './groups-table.tsx'
import { PerformancePlaces } from './performance-places.tsx'

/** By which groups, and for profiles by which strand. */
export interface GroupsAsked {
  readonly by: Dimension
  readonly strand?: string
}

interface CompareProps {
  readonly asked: PageAsked<Visitor>
  readonly months: MonthsShown
  readonly promises: readonly PackPromise[]
  readonly strands: readonly string[]
  readonly groups: GroupsAsked
  readonly comparison: Comparison | undefined
}

/** One figure by groups, with what chance may have made of the differences. */
export function Compare(props: CompareProps): Raw {
  const { asked, comparison, months, groups } = props
  return (
    <>
      <PerformancePlaces asked={asked} current="/performance/compare" />
      <h1 class="govuk-heading-l">Comparison</h1>
      <Choose {...props} />
      {comparison !== undefined && (
        <>
          <h2 class="govuk-heading-m">
            <a class="govuk-link" href={promiseAddress(comparison.promise.id, months)}>
              {comparison.promise.promise}
            </a>{' '}
            <span class="kept-clause">{comparison.promise.id}</span>
          </h2>
          <p class="govuk-body">{`By ${uncapitalised(groupsName(groups))}, ${monthName(months.first)} to ${monthName(months.last)}.`}</p>
          <GroupsTable comparison={comparison} title={groupsName(groups)} />
          <HowToRead comparison={comparison} />
        </>
      )}
    </>
  )
}

function Choose({ months, promises, strands, groups, comparison }: CompareProps): Raw {
  const chosen = groups.strand === undefined ? groups.by : `${groups.by}:${groups.strand}`
  return (
    <MonthsForm months={months} action={local`/performance/compare`}>
      <Select
        name="promise"
        label="Promise"
        choices={promises.map(({ id, promise }) => ({ value: id, label: `${id}: ${shortened(promise)}` }))}
        chosen={comparison?.promise.id ?? ''}
      />
      <Select
        name="by"
        label="By"
        choices={[
          ...(['team', 'channel', 'office', 'contractor'] as const).map((by) => ({
            value: by,
            label: dimensions[by].says,
          })),
          ...strands.map((strand) => ({
            value: `profile:${strand}`,
            label: groupsName({ by: 'profile', strand }),
          })),
        ]}
        chosen={chosen}
      />
    </MonthsForm>
  )
}

/** What a list to choose from has room for. */
function shortened(words: string): string {
  return words.length <= 70 ? words : `${words.slice(0, 69)}…`
}

function groupsName({ by, strand }: GroupsAsked): string {
  return strand === undefined
    ? dimensions[by].says
    : `${dimensions.profile.says}: ${capitalised(strand.replaceAll('-', ' '))}`
}

function HowToRead({ comparison: { isRounded, groups } }: { readonly comparison: Comparison }): Raw {
  const hidden = groups.some(({ shown }) => shown === undefined)
  const [only] = groups.length === 1 ? groups : []
  return (
    <>
      {only !== undefined && (
        <p class="govuk-body">
          {`All of it is of one group (${only.name}), so there is nothing to compare. Choose another promise, or other groups.`}
        </p>
      )}
      {groups.length > 1 &&
        govuk.insetText({
          text: 'A difference that chance alone could make is no difference. Ask what lies behind one only where the last column says more or less; and of twenty groups, one will say so by chance.',
        })}
      {hidden && (
        <p class="govuk-body">
          {`Not shown: where there are fewer than ${fewestShown}${isRounded ? ' people' : ''}, and where that number would follow from the others.`}
        </p>
      )}
      {isRounded && (
        <p class="govuk-body">
          Numbers are to the nearest five, so that two comparisons, one taken from the other, do not show what
          became of one person. Who has no customer named is left out.
        </p>
      )}
    </>
  )
}
