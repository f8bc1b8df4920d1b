import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../../statement.ts'
import type { Store } from '../../store.ts'
import type { WayToBeTold } from './tell-staff.ts'

/** Something one was noticed of. */
export interface Notice {
  readonly caseId: string
  readonly kind: string
  readonly promise: string
  readonly n: number
  readonly occasion: 'due' | 'overdue'
  readonly dueOn: Day | null
  readonly keepsUntil: Instant
  readonly madeAt: Instant
  readonly toldAt: Instant | null
}

/** The notices of the member of staff who asks, the latest first. */
export async function myNotices(
  store: Store,
  acting: Acting,
  limit = 50,
): Promise<readonly Notice[] | Refused> {
  const { staffId } = acting
  if (staffId === undefined) return notStaff()
  return store.database.transact(acting, 'cases.read', (tx) =>
    tx.run(noticesOf, [acting.landlord, staffId, Math.min(limit, 200)]),
  )
}

/** How the member of staff who asks wants to be told. */
export async function howToBeTold(
  store: Store,
  acting: Acting,
): Promise<{ readonly how: WayToBeTold } | Refused> {
  const { staffId } = acting
  if (staffId === undefined) return notStaff()
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const [chosen] = await tx.run(preferenceOf, [acting.landlord, staffId])
    return chosen ?? { how: 'digest' }
  })
}

/** Chooses how to be told, for oneself. */
export async function chooseHowToBeTold(
  store: Store,
  acting: Acting,
  how: WayToBeTold,
): Promise<{ readonly how: WayToBeTold } | Refused> {
  const { staffId } = acting
  if (staffId === undefined) return notStaff()
  return store.database.transact(acting, 'cases.read', async (tx) => {
    await tx.run(prefer, [acting.landlord, staffId, how])
    return { how }
  })
}

function notStaff(): Refused {
  return refused('not allowed', 'notices are for members of staff', 'sign in as one')
}

const noticesOf = statement<Notice>(
  'notices-of-staff',
  `select case_id as "caseId", kind, promise, n, occasion, due_on as "dueOn", keeps_until as "keepsUntil",
          made_at as "madeAt", told_at as "toldAt"
     from notices where landlord = $1 and staff_id = $2 order by made_at desc, keeps_until, case_id limit $3`,
)

const preferenceOf = statement<{ readonly how: WayToBeTold }>(
  'notice-preference-of',
  'select how from notice_preferences where landlord = $1 and staff_id = $2',
)

const prefer = statement(
  'prefer-notices',
  `insert into notice_preferences (landlord, staff_id, how) values ($1, $2, $3)
   on conflict (landlord, staff_id) do update set how = excluded.how`,
)
