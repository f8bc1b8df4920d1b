import type { ObservedBy } from '#core/observations/instrument.ts'
import type { ObservedItem } from '#core/observations/observed-item.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'

/** A programme of observation: what is judged, how, and on whose behalf. */
export interface Programme {
  readonly programmeId: string
  readonly name: string
  readonly instrument: ObservedBy
  readonly commissionedBy: 'landlord' | 'residents'
  readonly isLive: boolean
  readonly showsLetters: boolean
  readonly items: readonly ObservedItem[]
  readonly places: readonly string[]
  /** The duty that a finished round is evidence of, and the clause it belongs to. */
  readonly duty: string | null
  readonly dutyPromise: string | null
  /** Since when it comes round no more. */
  readonly endedAt: Instant | null
}

/** One time that a programme comes round. */
export interface Round {
  readonly round: number
  readonly firstOn: Day
  readonly lastOn: Day
  readonly wanted: number
  readonly closedAt: Instant | null
  readonly evidenceCase: string | null
  readonly remindedAt: Instant | null
}

/** A programme with one of its rounds. */
export interface ProgrammeRound {
  readonly programme: Programme
  readonly round: Round
}

/** The programme with the round asked for, or its latest. What is another landlord’s is not there. */
export async function programmeRound(
  tx: Transaction,
  programmeId: string,
  round?: number,
): Promise<ProgrammeRound | Refused> {
  const [row] = await tx.run(programmeOfRound, [tx.acting.landlord, programmeId, round ?? null])
  return row === undefined ? noSuchProgramme() : asProgrammeRound(row)
}

/** The latest round, which must not be closed: nothing is added to what is over. */
export async function openRound(tx: Transaction, programmeId: string): Promise<ProgrammeRound | Refused> {
  const found = await programmeRound(tx, programmeId)
  if ('programme' in found && found.round.closedAt !== null) return roundIsOver()
  return found
}

/** Says that there is none. */
function noSuchProgramme(): Refused {
  return refused('not found', 'there is no such programme', 'choose one from the list of programmes')
}

/** Says that the round was closed. */
function roundIsOver(): Refused {
  return refused('not valid', 'this round is closed', 'begin the next round of the programme')
}

/** A row of a programme joined with one of its rounds. */
export type ProgrammeRow = Programme & Round

/** The two halves of a joined row. */
export function asProgrammeRound(row: ProgrammeRow): ProgrammeRound {
  const { round, firstOn, lastOn, wanted, closedAt, evidenceCase, remindedAt, ...programme } = row
  return { programme, round: { round, firstOn, lastOn, wanted, closedAt, evidenceCase, remindedAt } }
}

/** The columns of a programme `p` and its round `r`. */
export const programmeColumns = `p.programme_id as "programmeId", p.name, p.instrument, p.commissioned_by as "commissionedBy",
  p.is_live as "isLive", p.shows_letters as "showsLetters", coalesce(r.items, p.items) as items, p.places, p.duty, p.duty_promise as "dutyPromise",
  r.round, r.first_on as "firstOn", r.last_on as "lastOn", r.wanted, r.closed_at as "closedAt",
  p.ended_at as "endedAt", r.evidence_case as "evidenceCase", r.reminded_at as "remindedAt"`

const programmeOfRound = statement<ProgrammeRow>(
  'observation-programme-round',
  `select ${programmeColumns}
     from observation_programmes p
     join observation_rounds r on r.landlord = p.landlord and r.programme_id = p.programme_id
    where p.landlord = $1 and p.programme_id = $2 and ($3::integer is null or r.round = $3)
    order by r.round desc limit 1`,
)
