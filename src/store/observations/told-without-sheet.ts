import type { Judged } from '#core/observations/results.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { zoneIn } from './draw.ts'
import { foundOn } from './found-on-sheet.ts'
import type { ProgrammeRound } from './programme-rows.ts'

/**
 * What other programs told us was found in the days of a round: observations that name its programme and are on no sheet of it. What a
 * mystery shopper found of one’s own team is left out.
 */
export async function toldWithoutSheet(
  tx: Transaction,
  store: Store,
  { programme, round }: ProgrammeRound,
): Promise<readonly Judged[] | Refused> {
  const zone = await zoneIn(tx, store)
  if (isRefused(zone)) return zone
  const { landlord, staffId = null } = tx.acting
  const { programmeId, instrument } = programme
  const [from, before] = [zone.instantOf(round.firstOn, 0), zone.instantOf(round.lastOn + 1, 0)]
  const records = await tx.run(recordsWithoutSheet, [
    landlord,
    programmeId,
    instantText(from),
    instantText(before),
  ])
  const found = await foundOn(
    tx,
    store,
    records.map(({ caseId }) => caseId),
  )
  const [own] = instrument === 'mystery-shop' ? await tx.run(teamOf, [landlord, staffId]) : []
  const ownTeam = own?.team ?? undefined
  return [...found.values()]
    .flat()
    .filter(({ at, programme: of, place }) => {
      const isOfRound = of === programmeId && at >= from && at < before
      return isOfRound && (ownTeam === undefined || place !== ownTeam)
    })
    .map(({ item, answer, place }) => ({ item, answer, place }))
}

const recordsWithoutSheet = statement<{ readonly caseId: string }>(
  'observations-without-sheet',
  `select distinct e.case_id as "caseId" from events e
    where e.landlord = $1 and e.type = 'observation-recorded' and e.occurred_at >= $3 and e.occurred_at < $4
      and e.data ->> 'programme' = $2
      and not exists (select from observation_sheets s where s.landlord = $1 and s.record_case = e.case_id)
    order by 1 limit 5000`,
)

const teamOf = statement<{ readonly team: string | null }>(
  'team-of-whoever-looks',
  'select team_id as team from staff where landlord = $1 and staff_id = $2',
)
