import { type DutyNow, dutiesNow } from '#core/duties/duty-now.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { firstFact, recordsOf } from '../ledger/figures.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { instantText } from '../types.ts'
import { type DutyOwner, mayAnswer, ownersIn } from './owners.ts'

/** A duty with who answers for it; of one owed on cases or by staff, how many are open. */
export interface DutyShown extends DutyNow {
  readonly owner: DutyOwner | undefined
  readonly onCases: OnCases | undefined
  /** Whether whoever asks may record that it was done. */
  readonly mayAnswer: boolean
}

/** The clocks of a duty that is owed on cases. */
export interface OnCases {
  readonly open: number
  readonly overdue: number
  /** When the next of those not overdue falls due. */
  readonly nextAt: Instant | null
}

/** Every duty of the pack as it stands now, in the order of the pack. */
export function readDutyList(store: Store, acting: Acting): Promise<readonly DutyShown[] | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const duties = await dutiesIn(tx, store)
    if (isRefused(duties)) return duties
    const owners = await ownersIn(tx, 'duty')
    const counts = new Map(
      (await tx.run(openOnCases, [acting.landlord, perCase(duties), instantText(store.now())])).map(
        ({ promise, ...rest }) => [promise, rest] as const,
      ),
    )
    const shown: DutyShown[] = []
    for (const duty of duties) {
      const owner = owners.get(duty.promise.id)
      const onCases = isPerCase(duty)
        ? (counts.get(duty.promise.id) ?? { open: 0, overdue: 0, nextAt: null })
        : undefined
      shown.push({ ...duty, owner, onCases, mayAnswer: await mayAnswer(tx, owner) })
    }
    return shown
  })
}

/** One duty; “not found” where the pack has none of this name. */
export async function readDuty(store: Store, acting: Acting, promise: string): Promise<DutyShown | Refused> {
  const duties = await readDutyList(store, acting)
  if (isRefused(duties)) return duties
  const found = duties.find((duty) => duty.promise.id === promise)
  return found ?? refused('not found', 'there is no such duty', 'choose one from the list of duties')
}

/** Every duty, inside a transaction of somebody else’s. */
export async function dutiesIn(tx: Transaction, store: Store): Promise<readonly DutyNow[] | Refused> {
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const [known] = await tx.run(firstFact, [tx.acting.landlord])
  const asOf = store.now()
  const landlord =
    known === undefined || known.first_at === null ? undefined : await recordsOf(tx, known.first_at, asOf)
  return dutiesNow(terms.editions, landlord, asOf)
}

function isPerCase({ sort }: DutyNow): boolean {
  return sort === 'on each case' || sort === 'of each member of staff'
}

function perCase(duties: readonly DutyNow[]): readonly string[] {
  return duties.filter(isPerCase).map(({ promise }) => promise.id)
}

const openOnCases = statement<OnCases & { readonly promise: string }>(
  'duties-open-on-cases',
  `select promise, count(*)::integer as open, count(*) filter (where keeps_until < $3)::integer as overdue,
          min(keeps_until) filter (where keeps_until >= $3) as "nextAt"
     from clocks where landlord = $1 and ended_at is null and promise = any ($2::text[]) group by promise`,
)
