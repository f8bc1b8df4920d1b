import { isRefused, type Refused } from '#core/refused.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { compareFigures, isComparable } from '#store/comparisons/compare.ts'
import { type Dimension, isDimension } from '#store/comparisons/groups.ts'
import { strandsToCompare } from '#store/comparisons/strands.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { zoneOf } from '#store/terms/zone-of.ts'
import { monthsShown } from '../promises/months.ts'
import { Compare, type GroupsAsked } from './compare.tsx'

/** Groups of one figure beside each other. */
export const comparePages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/performance/compare', who: 'figures.read', handle: compare }),
]

async function compare(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const { store, visitor, query } = asked
  const zone = await zoneOf(store, visitor.acting)
  if (isRefused(zone)) return zone
  const months = monthsShown(query, zone, store.now())
  if (isRefused(months)) return months
  const [known, strands] = [
    await readPromises(store, visitor.acting),
    await strandsToCompare(store, visitor.acting),
  ]
  if (isRefused(known)) return known
  if (isRefused(strands)) return strands
  const promises = known.map(({ promise }) => promise).filter(isComparable)
  const groups = groupsAsked(textIn(query, 'by'), strands)
  const promise = textIn(query, 'promise')
  const comparison =
    promise === ''
      ? undefined
      : await compareFigures(store, visitor.acting, {
          promise,
          by: groups.by,
          from: months.from,
          to: months.to,
          ...(groups.strand !== undefined && { strand: groups.strand }),
        })
  if (isRefused(comparison)) return comparison
  return {
    title: 'Comparison',
    wide: true,
    content: (
      <Compare
        asked={asked}
        months={months}
        promises={promises}
        strands={strands}
        groups={groups}
        comparison={comparison}
      />
    ),
  }
}

/** `team`, `channel` … or `profile:` and one of the strands; teams, where it is none of these. */
function groupsAsked(text: string, strands: readonly string[]): GroupsAsked {
  const [name = '', strand] = text.split(':', 2)
  const by: Dimension = isDimension(name) ? name : 'team'
  if (by !== 'profile') return { by }
  const known = strands.find((each) => each === strand) ?? strands[0]
  return known === undefined ? { by: 'team' } : { by, strand: known }
}
