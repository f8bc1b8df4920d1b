import { createHash } from 'node:crypto'
import { type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'

/** A name the caller gives to a request, so that sending it twice does it once. */
export interface Idempotency {
  readonly key: string
  /** What was asked, letter for letter: another request may not use the key. */
  readonly request: string
}

/**
 * Does the work once for a key: a second request with the key and the same content is given the first one’s answer.
 * The key is written in the work’s own transaction, so neither is ever there without the other; a second request that
 * comes while the first is still being done waits for it.
 */
export async function onceFor<Done extends object>(
  tx: Transaction,
  idempotency: Idempotency | undefined,
  work: () => Promise<Done | Refused>,
): Promise<Done | Refused | Repeated<Done>> {
  if (idempotency === undefined) return work()
  const { landlord, by } = tx.acting
  const request = createHash('sha256').update(idempotency.request).digest()
  const claimed = await tx.run(claimKey, [landlord, by, idempotency.key, request])
  if (claimed.length === 0) return repeatedAnswer(tx, idempotency.key, request)
  const done = await work()
  await tx.run(keepAnswer, [landlord, by, idempotency.key, JSON.stringify(done)])
  return done
}

/** Whether the request with this key was done. One that is just being done is waited for, and none is begun before we are over. */
export async function wasDone(tx: Transaction, key: string): Promise<boolean> {
  const mine = [tx.acting.landlord, tx.acting.by, key]
  const claimed = await tx.run(claimKey, [...mine, Buffer.alloc(0)])
  if (claimed.length === 0) return true
  await tx.run(leaveKey, mine)
  return false
}

/** An answer given before. */
export type Repeated<Done> = Done & { readonly repeated: true }

async function repeatedAnswer<Done extends object>(
  tx: Transaction,
  key: string,
  request: Buffer,
): Promise<Repeated<Done> | Refused> {
  const [found] = await tx.run(answerTo, [tx.acting.landlord, tx.acting.by, key])
  if (found === undefined) throw new Error('an idempotency key was there, and then was not')
  if (!found.request.equals(request))
    return refused(
      'not valid',
      'this Idempotency-Key was used for another request',
      'use a new key for each request',
    )
  return { ...(found.answer as Done), repeated: true }
}

const claimKey = statement<{ readonly key: string }>(
  'claim-idempotency-key',
  `insert into idempotency_keys (landlord, actor, key, request, answer) values ($1, $2, $3, $4, 'null')
   on conflict do nothing returning key`,
)

const leaveKey = statement(
  'leave-idempotency-key',
  'delete from idempotency_keys where landlord = $1 and actor = $2 and key = $3',
)

const keepAnswer = statement(
  'keep-idempotent-answer',
  'update idempotency_keys set answer = $4 where landlord = $1 and actor = $2 and key = $3',
)

const answerTo = statement<{ readonly request: Buffer; readonly answer: unknown }>(
  'idempotent-answer',
  'select request, answer from idempotency_keys where landlord = $1 and actor = $2 and key = $3',
)
