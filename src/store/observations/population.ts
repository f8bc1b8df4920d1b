import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import { refused, type Refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { instantText } from '../types.ts'

/** Among which cases a sample is drawn. It is kept with the sample. */
export interface SampleConditions {
  readonly kind: string
  readonly channel?: string
  readonly team?: string
  /** The days on which the cases began, both included. */
  readonly from: Day
  readonly to: Day
  /** Only cases in which we wrote a letter that can be shown. */
  readonly withLetter?: boolean
}

/** When the sample was drawn, so that what was told later makes no difference. */
export interface DrawnAt {
  readonly zone: Zone
  readonly toldBy: Instant
  /** Cases of these samples of the round, and later ones, are drawn from again. */
  readonly sample: number
}

/** A case that can be drawn, with the queue it came in on or the team that has it. */
export interface CaseToDraw {
  readonly caseId: string
  readonly place: string | null
}

/** Among more than this nobody draws by hand; a team or shorter dates make it fewer. */
const mostCases = 300_000

/** Every case that the conditions describe, as far as we were told by then, without those of earlier samples of the round. */
export async function populationOf(
  tx: Transaction,
  of: { readonly programmeId: string; readonly round: number },
  conditions: SampleConditions,
  { zone, toldBy, sample }: DrawnAt,
): Promise<readonly CaseToDraw[] | Refused> {
  const { kind, channel = null, team = null, from, to, withLetter = false } = conditions
  const rows = await tx.run(casesToDraw, [
    tx.acting.landlord,
    kind,
    instantText(zone.startOf(from)),
    instantText(zone.startOf(to + 1)),
    team,
    channel,
    withLetter,
    instantText(toldBy),
    of.programmeId,
    of.round,
    sample,
    mostCases + 1,
  ])
  if (rows.length > mostCases)
    return refused(
      'too many',
      `there are over ${mostCases} such cases`,
      'choose fewer days or one team',
      '/from',
    )
  return rows
}

// Of a call that nobody answered there is nothing to listen to.
const casesToDraw = statement<CaseToDraw>(
  'observation-cases-to-draw',
  `select c.case_id as "caseId", coalesce(o.data ->> 'queue', c.team_id) as place
     from cases c
     left join events o on o.landlord = c.landlord and o.case_id = c.case_id and o.sequence = 1
    where c.landlord = $1 and c.kind = $2 and c.first_at >= $3 and c.first_at < $4 and c.merged_into is null
      and ($5::text is null or c.team_id = $5) and ($6::text is null or o.data ->> 'channel' = $6)
      and ($7::boolean is false or exists (
            select from letters l
             where l.landlord = c.landlord and l.case_id = c.case_id and l.state <> 'withdrawn' and l.made_at <= $8))
      and ($2 <> 'call' or exists (
            select from events a
             where a.landlord = c.landlord and a.case_id = c.case_id and a.type = 'call-answered' and a.recorded_at <= $8))
      and c.opened_at <= $8
      and not exists (
            select from observation_sheets s
             where s.landlord = c.landlord and s.programme_id = $9 and s.round = $10 and s.about_case = c.case_id
               and s.sample < $11)
    order by c.case_id limit $12`,
)
