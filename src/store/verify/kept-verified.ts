import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import { type Instant, utcDay } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import type { Difference, Verified } from './difference.ts'

/** For how many days what was found is kept. */
const keptDays = 400

/** Keeps what checking found, and lets go of what was found long ago. */
export async function keepVerified(tx: Transaction, verified: Verified): Promise<true> {
  const { at, cases, events, clocks, days, differences, listed } = verified
  const { landlord, by } = tx.acting
  const values = [
    landlord,
    instantText(at),
    by,
    cases,
    events,
    clocks,
    days,
    differences,
    JSON.stringify(listed),
  ]
  await tx.run(insertVerification, values)
  await tx.run(forgetOld, [landlord, instantText(at - keptDays * utcDay)])
  return true
}

/** What the latest checking of this landlord’s ledger found, and who had it done. */
export function latestVerification(
  store: Store,
  acting: Acting,
): Promise<(Verified & { readonly by: string }) | Refused> {
  return store.database.transact(acting, 'verify', async (tx) => {
    const [found] = await tx.run(latest, [acting.landlord])
    if (found !== undefined) return found
    return refused(
      'not found',
      'the ledger has not been checked yet',
      'it is checked every night; or run kept verify',
    )
  })
}

const insertVerification = statement(
  'insert-verification',
  `insert into verifications (landlord, verified_at, verified_by, cases, events, clocks, days, differences, listed)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9::json)
   on conflict (landlord, verified_at) do nothing`,
)

const forgetOld = statement(
  'forget-old-verifications',
  'delete from verifications where landlord = $1 and verified_at < $2',
)

interface VerificationRow extends Verified {
  readonly at: Instant
  readonly by: string
  readonly listed: readonly Difference[]
}

const latest = statement<VerificationRow>(
  'latest-verification',
  `select verified_at as at, verified_by as by, cases, events, clocks, days, differences, listed
     from verifications where landlord = $1 order by verified_at desc limit 1`,
)
