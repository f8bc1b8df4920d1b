import { type StandingPromise, standings } from '#core/promises/attention.ts'
import { of } from '#core/promises/in-words.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Select } from '#http/layout/form.tsx'
import type { PageAsked } from '#http/layout/page-route.ts'
import { standingWords } from '#http/page/standing-words.ts'
import type { TeamToShow } from '#store/comparisons/teams-to-show.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { MonthsShown } from '../promises/months.ts'
import { MonthsForm } from '../promises/months-form.tsx'
import { promiseAddress } from '../promises/promise-address.ts'
import { PerformancePlaces } from './performance-places.tsx'
import { PromiseCard } from './promise-card.tsx'

export interface DashboardProps {
  readonly asked: PageAsked<Visitor>
  readonly months: MonthsShown
  readonly teams: readonly TeamToShow[]
  /** Whose figures these are; of all, where there is none. */
  readonly team: TeamToShow | undefined
  readonly promises: readonly StandingPromise[]
  /** When the figures were read, in words. */
  readonly asAt: string
}

/** Every promise with something counted, in the order in which they need attention, each with its course. */
export function Dashboard(props: DashboardProps): Raw {
  const { asked, team, promises, asAt } = props
  return (
    <>
      <PerformancePlaces asked={asked} current="/performance" />
      <h1 class="govuk-heading-l">{team === undefined ? 'Performance' : `Performance of ${team.name}`}</h1>
      <p class="govuk-body-l">{headline(promises)}</p>
      <Choose {...props} />
      <p class="govuk-body kept-quiet">
        {asAt}
        {team !== undefined &&
          ' A team’s figures are of the cases it has now; what concerns the landlord as a whole is not among them.'}
      </p>
      {standings
        .filter((standing) => standing !== 'nothing to count')
        .map((standing) => (
          <Group {...props} standing={standing} />
        ))}
      <NothingToCount {...props} />
    </>
  )
}

/** “Three promises need attention first: 2 missed, 1 with something overdue. 11 more were kept.” */
function headline(promises: readonly StandingPromise[]): string {
  const many = (standing: StandingPromise['standing']) =>
    promises.filter((each) => each.standing === standing).length
  const kept = `${of(many('kept'), 'promise')} ${many('kept') === 1 ? 'was' : 'were'} kept without a signal`
  const pressing = [
    [many('missed'), 'missed'],
    [many('overdue'), 'with something overdue'],
    [many('signal'), 'kept, with a signal'],
  ] as const
  const named = pressing.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  return named.length === 0
    ? `Nothing needs attention: ${kept}.`
    : `Needing attention first: ${named.join(', ')}. ${kept}.`
}

function Choose({ months, teams, team }: DashboardProps): Raw {
  return (
    <MonthsForm months={months} action={local`/performance`}>
      {teams.length > 0 && (
        <Select
          name="team"
          label="Team"
          choices={[
            { value: '', label: 'All teams' },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          chosen={team?.id ?? ''}
        />
      )}
    </MonthsForm>
  )
}

function Group({
  standing,
  promises,
  ...rest
}: DashboardProps & { readonly standing: StandingPromise['standing'] }): Raw {
  const found = promises.filter((each) => each.standing === standing)
  if (found.length === 0) return <></>
  const { title, says } = standingWords[standing]
  return (
    <section aria-label={title} class="kept-cards">
      <h2 class="govuk-heading-m">{`${title} (${found.length})`}</h2>
      <p class="govuk-body">{says}</p>
      {found.map((each) => (
        <PromiseCard standing={each} {...rest} />
      ))}
    </section>
  )
}

function NothingToCount({ promises, months, team }: DashboardProps): Raw {
  const found = promises.filter(({ standing }) => standing === 'nothing to count')
  if (found.length === 0) return <></>
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{`Nothing to count (${found.length})`}</span>
      </summary>
      <div class="govuk-details__text">
        <p class="govuk-body">{standingWords['nothing to count'].says}</p>
        <ul class="govuk-list">
          {found.map(({ promise }) => (
            <li>
              <span class="kept-clause">{promise.id}</span>{' '}
              <a class="govuk-link" href={promiseAddress(promise.id, months, team?.id)}>
                {promise.promise}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
