import { firstDayOf, lastDayOf } from '#core/time/civil.ts'
import { compareFigures } from '#store/comparisons/compare.ts'
import { factsBehind, reasonsBehind, recordsBehind } from '#store/comparisons/facts-behind.ts'
import { pausedShare } from '#store/comparisons/paused-share.ts'
import { strandsToCompare } from '#store/comparisons/strands.ts'
import { teamsToShow } from '#store/comparisons/teams-to-show.ts'
import { foldTallies } from '#store/ledger/fold-tallies.ts'
import type { Try } from './try.ts'

/** All that has ever happened to a promise that both landlords make. */
const asked = { promise: 'LIN-39', from: firstDayOf(2020 * 12), to: lastDayOf(2030 * 12) }

/** What shows figures and what is behind them: promises have the same ids at both landlords, facts are one’s own. */
export const shownOfPerformance: Readonly<Record<string, Try>> = {
  compareFigures: ({ store }, acting) => compareFigures(store, acting, { ...asked, by: 'team' }),
  factsBehind: ({ store }, acting) => factsBehind(store, acting, asked),
  recordsBehind: ({ store }, acting) => recordsBehind(store, acting, asked),
  reasonsBehind: ({ store }, acting) => reasonsBehind(store, acting, asked),
  pausedShare: ({ store }, acting) => pausedShare(store, acting, asked),
  strandsToCompare: ({ store }, acting) => strandsToCompare(store, acting),
  foldTallies: ({ store }, acting) => foldTallies(store, acting),
  teamsToShow: ({ store }, acting) => teamsToShow(store, acting),
}
