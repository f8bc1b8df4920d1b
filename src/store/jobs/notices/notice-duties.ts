import { returnWords } from '#core/duties/return-value.ts'
import type { DutyNow } from '#core/duties/duty-now.ts'
import type { Acting } from '#core/people/acting.ts'
import { type Role, roles } from '#core/people/role.ts'
import { inPlainWords } from '#core/promises/plain-words.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type Instant, utcDay } from '#core/time/instant.ts'
import type { Transaction } from '../../database.ts'
import { type DutyOwner, ownersIn, usualDaysBefore } from '../../duties/owners.ts'
import { dutiesIn } from '../../duties/read-duties.ts'
import { returnsToAskFor } from '../../returns/ask-for.ts'
import { statement } from '../../statement.ts'
import type { Store } from '../../store.ts'
import { dayText, instantText } from '../../types.ts'
import type { ToRaise } from './to-raise.ts'

/**
 * Raises the landlord’s own duties, those that come round, as long before they are due as is set, and again when they are
 * overdue; and asks for the returns of the month that is over. Each once. The notice goes to whoever answers for it: a member of
 * staff, or the leader of a team; where nobody does, to the first who may record that it was done. It comes with the
 * morning’s digest.
 */
export async function noticeDuties(
  store: Store,
  acting: Acting,
): Promise<{ readonly raised: number } | Refused> {
  return store.database.transact(acting, 'jobs.write', async (tx) => {
    const duties = await dutiesIn(tx, store)
    if (isRefused(duties)) return duties.because === 'not found' ? { raised: 0 } : duties
    const now = store.now()
    const owners = await ownersIn(tx, 'duty')
    const returns = await returnsToAskFor(tx, store)
    if (isRefused(returns)) return returns
    const all = [...duties.flatMap((duty) => dutyToRaise(duty, owners, now)), ...returns]
    return { raised: await raise(tx, all, now) }
  })
}

function dutyToRaise(
  { promise, owed }: DutyNow,
  owners: ReadonlyMap<string, DutyOwner>,
  now: Instant,
): readonly ToRaise[] {
  const owner = owners.get(promise.id)
  const ahead = (owner?.daysBefore ?? usualDaysBefore) * utcDay
  if (owed === undefined || owed.keepsUntil > now + ahead) return []
  return [
    {
      kind: 'duty',
      what: inPlainWords(promise.clauses.duty ?? promise.subject),
      promise: promise.id,
      n: owed.n,
      keepsUntil: owed.keepsUntil,
      dueOn: 'on' in owed.due ? owed.due.on : undefined,
      owner,
    },
  ]
}

async function raise(tx: Transaction, all: readonly ToRaise[], now: Instant): Promise<number> {
  if (all.length === 0) return 0
  const raised = await tx.run(raiseDuties, [
    tx.acting.landlord,
    instantText(now),
    recording,
    JSON.stringify(
      all.map(({ kind, what, promise, n, keepsUntil, dueOn, owner }) => ({
        what: kind === 'return' ? returnWords(what) : what,
        kind,
        promise,
        n,
        keeps_until: instantText(keepsUntil),
        due_on: dayText(dueOn),
        staff_id: owner?.staffId ?? null,
        team_id: owner?.teamId ?? null,
      })),
    ),
  ])
  return raised.length
}

/** The roles of those who record that a duty was done. */
const recording = (Object.keys(roles) as Role[]).filter((role) =>
  roles[role].may.some((permission) => permission === 'returns.write'),
)

// The leader of a team comes before its other people; whoever may record it comes where nobody answers for it.
const raiseDuties = statement(
  'raise-duties',
  `insert into notices (landlord, case_id, promise, n, occasion, staff_id, kind, keeps_until, due_on, made_at)
   select $1, d.what, d.promise, d.n, case when d.keeps_until < $2 then 'overdue' else 'due' end, who.staff_id,
          d.kind, d.keeps_until, d.due_on, $2
     from json_to_recordset($4::json) as d (what text, kind text, promise text, n integer, keeps_until timestamptz,
                                            due_on date, staff_id text, team_id text)
     cross join lateral (
       select s.staff_id from staff s
        where s.landlord = $1 and s.active
          and (s.staff_id = d.staff_id or s.team_id = d.team_id or s.roles && $3::text[])
        order by s.staff_id = d.staff_id desc nulls last,
                 (s.team_id = d.team_id and 'team leader' = any (s.roles)) desc nulls last,
                 s.team_id = d.team_id desc nulls last, s.staff_id limit 1) who
   on conflict do nothing returning 1`,
)
