import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { contractorRefused } from './no-contractor.ts'
import type { Period } from './read-appointments.ts'
import { beginAbsence, endAbsenceInDiary, type Overrides } from './diary-events.ts'

/** Where somebody is who is not here. Why they are ill is nobody’s business: “away” says enough. */
export const placesAway = ['leave', 'training', 'home-working', 'other-office', 'away'] as const
export type PlaceAway = (typeof placesAway)[number]

/** A time at which somebody is away, and whom one may turn to meanwhile. */
export interface AbsenceShown {
  readonly absenceId: string
  readonly staffId: string
  readonly fromAt: Instant
  readonly toAt: Instant
  readonly where: string
  readonly officeId: string | null
  readonly alternativeStaffId: string | null
  readonly alternativeTeamId: string | null
  readonly replies: boolean
  readonly began: boolean
  readonly endedAt: Instant | null
}

export interface AbsenceToPlan {
  readonly staffId: string
  readonly fromAt: Instant
  readonly toAt: Instant
  readonly where: PlaceAway
  readonly officeId?: string
  readonly alternativeStaffId?: string
  readonly alternativeTeamId?: string
  /** An automatic reply is on meanwhile, and names the alternative. */
  readonly replies: boolean
}

/** The most absences of one person that are still to come. */
const mostPlanned = 200

/** Writes down when somebody will be away. What begins now is recorded in their diary at once. */
export function planAbsence(
  store: Store,
  acting: Acting,
  plan: AbsenceToPlan,
): Promise<{ readonly absenceId: string } | Refused> {
  return store.database.transact(acting, 'cases.write', async (tx) => {
    const fault = contractorRefused(acting) ?? faultOf(plan) ?? (await staffFault(tx, plan, store.now()))
    if (fault !== undefined) return fault
    const absenceId = newId()
    const { staffId, fromAt, toAt, where, officeId, alternativeStaffId, alternativeTeamId, replies } = plan
    await tx.run(insertAbsence, [
      acting.landlord,
      absenceId,
      staffId,
      instantText(fromAt),
      instantText(toAt),
      where,
      officeId ?? null,
      alternativeStaffId ?? null,
      alternativeTeamId ?? null,
      replies,
      instantText(store.now()),
      acting.by,
    ])
    const begun = await beginDue(tx, store)
    return isRefused(begun) ? begun : { absenceId }
  })
}

/** Records every absence that has begun by now in its diary. */
export function beginAbsences(store: Store, acting: Acting): Promise<number | Refused> {
  return store.database.transact(acting, 'cases.write', (tx) => beginDue(tx, store))
}

/** Says that somebody is back, with their automatic reply off; or that they will not be away after all. */
export function endAbsence(
  store: Store,
  acting: Acting,
  absenceId: string,
  overrides: Overrides = {},
): Promise<AbsenceShown | Refused> {
  return store.database.transact(acting, 'cases.write', async (tx) => {
    const [found] = await tx.run(absenceToEnd, [acting.landlord, absenceId])
    const refusal = contractorRefused(acting)
    if (found === undefined || refusal !== undefined)
      return refusal ?? refused('not found', 'there is no such absence', 'look at the list of absences')
    if (found.endedAt !== null) return refused('already there', 'this absence is over already')
    if (found.began) {
      const recorded = await endAbsenceInDiary(tx, store, { ...found, overrides })
      if (isRefused(recorded)) return recorded
      await tx.run(absenceOver, [acting.landlord, absenceId, instantText(store.now())])
    } else await tx.run(forgetAbsence, [acting.landlord, absenceId])
    return found
  })
}

/** Absences in a period, everybody’s, in their order. */
export function absencesIn(
  store: Store,
  acting: Acting,
  period: Period,
): Promise<readonly AbsenceShown[] | Refused> {
  return store.database.transact(
    acting,
    'cases.read',
    async (tx) => contractorRefused(acting) ?? absencesBetween(tx, period),
  )
}

/** The same inside a transaction of somebody else’s. */
export function absencesBetween(tx: Transaction, { from, to }: Period): Promise<readonly AbsenceShown[]> {
  return tx.run(absencesInPeriod, [tx.acting.landlord, instantText(from), instantText(to)])
}

async function beginDue(tx: Transaction, store: Store): Promise<number | Refused> {
  const due = await tx.run(absencesToBegin, [tx.acting.landlord, instantText(store.now())])
  for (const absence of due) {
    const begun = await beginAbsence(tx, store, absence)
    if (isRefused(begun)) return begun
    await tx.run(absenceBegan, [tx.acting.landlord, absence.absenceId])
  }
  return due.length
}

function faultOf({ fromAt, toAt, replies, ...plan }: AbsenceToPlan): Refused | undefined {
  if (toAt <= fromAt) return refused('not valid', 'they are back before they go', 'give a later time', '/to')
  if (replies && plan.alternativeStaffId === undefined && plan.alternativeTeamId === undefined)
    return refused(
      'not valid',
      'the automatic reply names nobody to turn to',
      'choose a colleague or a team',
      '/alternative',
    )
  if (plan.alternativeStaffId !== undefined && plan.alternativeStaffId === plan.staffId)
    return refused('not valid', 'they cannot stand in for themselves', 'choose somebody else', '/alternative')
  return undefined
}

async function staffFault(tx: Transaction, plan: AbsenceToPlan, now: Instant): Promise<Refused | undefined> {
  const { landlord } = tx.acting
  const [known] = await tx.run(knownFor, [
    landlord,
    plan.staffId,
    plan.officeId ?? null,
    plan.alternativeStaffId ?? null,
    plan.alternativeTeamId ?? null,
    instantText(now),
  ])
  if (known === undefined || !known.staff) return refused('not found', 'there is no such member of staff')
  if (!known.rest) return refused('not found', 'there is no such colleague, team or office')
  return known.planned >= mostPlanned
    ? refused('too many', 'too many absences are planned already')
    : undefined
}

const columns = `absence_id as "absenceId", staff_id as "staffId", from_at as "fromAt", to_at as "toAt", place as "where",
  office_id as "officeId", alternative_staff_id as "alternativeStaffId", alternative_team_id as "alternativeTeamId",
  replies, began, ended_at as "endedAt"`

const insertAbsence = statement(
  'insert-absence',
  `insert into absences (landlord, absence_id, staff_id, from_at, to_at, place, office_id, alternative_staff_id,
     alternative_team_id, replies, made_at, made_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
)

const absencesInPeriod = statement<AbsenceShown>(
  'absences-between',
  `select ${columns} from absences
    where landlord = $1 and to_at > $2 and from_at < $3 order by from_at, absence_id limit 2000`,
)

const absencesToBegin = statement<AbsenceShown>(
  'absences-to-begin',
  `select ${columns} from absences where landlord = $1 and not began and ended_at is null and from_at <= $2
    order by from_at, absence_id limit 200 for update skip locked`,
)

const absenceToEnd = statement<AbsenceShown>(
  'absence-to-end',
  `select ${columns} from absences where landlord = $1 and absence_id = $2 for update`,
)

const absenceBegan = statement(
  'absence-began',
  'update absences set began = true where landlord = $1 and absence_id = $2',
)

const absenceOver = statement(
  'absence-over',
  'update absences set ended_at = $3 where landlord = $1 and absence_id = $2',
)

const forgetAbsence = statement(
  'forget-absence',
  'delete from absences where landlord = $1 and absence_id = $2',
)

const knownFor = statement<{ readonly staff: boolean; readonly rest: boolean; readonly planned: number }>(
  'known-for-absence',
  `select exists (select from staff where landlord = $1 and staff_id = $2) as staff,
     ($3::text is null or exists (select from offices where landlord = $1 and office_id = $3))
       and ($4::text is null or exists (select from staff where landlord = $1 and staff_id = $4))
       and ($5::text is null or exists (select from teams where landlord = $1 and team_id = $5)) as rest,
     (select count(*) from absences where landlord = $1 and staff_id = $2 and to_at > $6) as planned`,
)
