import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Transaction } from '../database.ts'
import { recordStep } from '../ledger/append.ts'
import { caseOf } from '../ledger/read-case.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText } from '../types.ts'
import { contractorRefused } from './no-contractor.ts'

export const rotas = ['duty', 'lunch-cover'] as const
export type Rota = (typeof rotas)[number]

/** Somebody’s turn on a rota. */
export interface Turn {
  readonly rota: Rota
  readonly teamId: string
  readonly onDay: Day
  readonly staffId: string
  /** Minutes since midnight. */
  readonly fromMinute: number
  readonly untilMinute: number
}

export interface RotaToSet {
  readonly rota: Rota
  readonly teamId: string
  readonly days: readonly {
    readonly onDay: Day
    readonly staffIds: readonly string[]
  }[]
  readonly fromMinute: number
  readonly untilMinute: number
  /** Reception was told who is down. */
  readonly receptionTold: boolean
  /** Calls are picked up by the group, or sent on. */
  readonly groupPickUp: boolean
  readonly overrides?: Readonly<Record<string, string>>
}

const mostDays = 35
const mostADay = 20

/** Sets who of a team is down on these days, in place of who was, and records that the rota was set. */
export function setRota(store: Store, acting: Acting, rota: RotaToSet): Promise<true | Refused> {
  return store.database.transact(acting, 'cases.write', async (tx) => {
    const fault = contractorRefused(acting) ?? (await faultOf(tx, rota))
    if (fault !== undefined) return fault
    const { landlord } = acting
    const days = rota.days.map(({ onDay }) => dayText(onDay))
    await tx.run(forgetTurns, [landlord, rota.rota, rota.teamId, days])
    for (const { onDay, staffIds } of rota.days)
      for (const staffId of new Set(staffIds))
        await tx.run(insertTurn, [
          landlord,
          rota.rota,
          rota.teamId,
          dayText(onDay),
          staffId,
          rota.fromMinute,
          rota.untilMinute,
        ])
    return recordSet(tx, store, rota)
  })
}

/** The turns of a period of days, the first day first; the last day is in it. */
export function turnsBetween(
  store: Store,
  acting: Acting,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<readonly Turn[] | Refused> {
  return store.database.transact(
    acting,
    'cases.read',
    async (tx) => contractorRefused(acting) ?? tx.run(turns, [acting.landlord, dayText(from), dayText(to)]),
  )
}

/** A team’s rotas are one record of the ledger, to which each setting adds. */
async function recordSet(tx: Transaction, store: Store, rota: RotaToSet): Promise<true | Refused> {
  const caseId = `rota-${rota.teamId}`
  const { receptionTold, groupPickUp, overrides } = rota
  const data = {
    rota: rota.rota,
    ...(receptionTold && { receptionTold }),
    ...(groupPickUp && { groupPickUp }),
    ...(overrides !== undefined && Object.keys(overrides).length > 0 && { overrides }),
  }
  const act = { type: 'rota-set', data }
  const known = await caseOf(tx, caseId)
  const step = isRefused(known) ? { open: { kind: 'diary', caseId, act } } : { in: caseId, act }
  const recorded = await recordStep(tx, store, step)
  return isRefused(recorded) ? recorded : true
}

async function faultOf(tx: Transaction, rota: RotaToSet): Promise<Refused | undefined> {
  const { days, fromMinute, untilMinute, teamId } = rota
  if (days.length > mostDays || days.some(({ staffIds }) => staffIds.length > mostADay))
    return refused('too many', 'set a month of a rota at a time, with twenty people a day at the most')
  if (!(fromMinute >= 0 && untilMinute > fromMinute && untilMinute <= 1_440))
    return refused('not valid', 'the turn ends before it begins', 'give a later time', '/until')
  const staffIds = [...new Set(days.flatMap((day) => day.staffIds))]
  const [known] = await tx.run(rotaKnown, [tx.acting.landlord, teamId, staffIds])
  if (known?.team !== true) return refused('not found', 'there is no such team', 'choose one', '/team')
  if (known.staff < staffIds.length)
    return refused('not found', 'there is no such member of staff', 'choose from the list', '/staff')
  return undefined
}

const forgetTurns = statement(
  'forget-rota-turns',
  'delete from rota_turns where landlord = $1 and rota = $2 and team_id = $3 and on_day = any($4::date[])',
)

const insertTurn = statement(
  'insert-rota-turn',
  `insert into rota_turns (landlord, rota, team_id, on_day, staff_id, from_minute, until_minute)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)

const turns = statement<Turn>(
  'rota-turns-between',
  `select rota, team_id as "teamId", on_day as "onDay", staff_id as "staffId", from_minute as "fromMinute",
          until_minute as "untilMinute"
     from rota_turns where landlord = $1 and on_day between $2 and $3
    order by on_day, rota, team_id, from_minute, staff_id limit 2000`,
)

const rotaKnown = statement<{ readonly team: boolean; readonly staff: number }>(
  'known-for-rota',
  `select exists (select from teams where landlord = $1 and team_id = $2) as team,
     (select count(*) from staff where landlord = $1 and staff_id = any($3::text[])) as staff`,
)
