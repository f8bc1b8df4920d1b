import { isRefused, type Refused } from '#core/refused.ts'
import { textIn } from '#http/layout/fields.ts'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { readResults } from '#store/observations/results.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { zoneOf } from '#store/terms/zone-of.ts'
import { figureText } from '#core/promises/shown-figure.ts'
import { PerformancePlaces } from '../performance/performance-places.tsx'
import { monthsShown } from '../promises/months.ts'
import { ProgrammeView } from './programme-view.tsx'

/** One programme: how far its round has come, what was found, and which figures that makes. */
export async function programmePage(asked: PageAsked<Visitor>): Promise<PageAnswer | Refused> {
  const { store, visitor, params, query, formToken } = asked
  const round = /^[1-9]\d{0,3}$/.exec(textIn(query, 'round'))?.[0]
  const results = await readResults(store, visitor.acting, {
    programmeId: params['programmeId'] ?? '',
    ...(round !== undefined && { round: Number(round) }),
  })
  if (isRefused(results)) return results
  const figures = await figuresOf(asked)
  if (isRefused(figures)) return figures
  return {
    title: results.programme.name,
    wide: true,
    notice: notices[textIn(query, 'done')],
    content: (
      <>
        <PerformancePlaces asked={asked} current="/observations" />
        <ProgrammeView
          results={results}
          figures={figures}
          mayRun={visitor.acting.may.has('returns.write')}
          token={formToken}
        />
      </>
    ),
  }
}

const notices: Readonly<Record<string, string>> = {
  added: 'The sheets are there, and whoever they were given to sees them.',
  taken: 'The file was taken in.',
  reminded: 'Whoever is late was reminded by e-mail.',
  closed: 'The round is closed.',
  evidence: 'The round is closed, and recorded as evidence that the promise was kept.',
  begun: 'The next round has begun.',
  ended: 'The programme is ended. What it found stays here.',
}

/** What each promise’s figure is over the months that its own page shows. */
async function figuresOf({ store, visitor }: PageAsked<Visitor>) {
  const zone = await zoneOf(store, visitor.acting)
  if (isRefused(zone)) return zone
  const months = monthsShown({}, zone, store.now())
  if (isRefused(months)) return months
  const measured = await readFigures(store, visitor.acting, { from: months.from, to: months.to, by: 'month' })
  if (isRefused(measured)) return measured
  return new Map(measured.promises.map(({ promise, whole }) => [promise.id, figureText(promise, whole)]))
}
