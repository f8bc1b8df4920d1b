import { byAttention } from '#core/promises/attention.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { asOfText } from '#http/page/dates.ts'
import { teamsToShow } from '#store/comparisons/teams-to-show.ts'
import { readFigures } from '#store/ledger/figures.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { zoneOf } from '#store/terms/zone-of.ts'
import { monthsShown } from '../promises/months.ts'
import { teamAmong } from '../promises/team-asked.ts'
import { comparePages } from './compare-pages.tsx'
import { Dashboard } from './dashboard.tsx'

type Asked = PageAsked<Visitor>

/** What was kept, what needs attention first, and how groups compare. */
export const performancePages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/performance', who: 'figures.read', handle: dashboard }),
  ...comparePages,
]

async function dashboard(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, query } = asked
  const zone = await zoneOf(store, visitor.acting)
  if (isRefused(zone)) return zone
  const months = monthsShown(query, zone, store.now())
  if (isRefused(months)) return months
  const teams = await teamsToShow(store, visitor.acting)
  if (isRefused(teams)) return teams
  const team = teamAmong(teams, textIn(query, 'team'))
  if (isRefused(team)) return team
  const measured = await readFigures(store, visitor.acting, {
    from: months.from,
    to: months.to,
    by: 'month',
    withoutLengths: true,
    ...(team !== undefined && { team: team.id }),
  })
  if (isRefused(measured)) return measured
  return {
    title: 'Performance',
    wide: true,
    content: (
      <Dashboard
        asked={asked}
        months={months}
        teams={teams}
        team={team}
        promises={byAttention(measured)}
        asAt={asOfText(measured)}
      />
    ),
  }
}
