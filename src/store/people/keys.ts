import { timingSafeEqual } from 'node:crypto'
import type { Acting } from '#core/people/acting.ts'
import { isForKeys, type Permission } from '#core/people/permission.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText, instantText } from '../types.ts'
import { doorActing } from './door.ts'
import { logPeople } from './people-log.ts'
import { digestOfSecret, type KeyToken, keyText, newKeySecret } from './token.ts'

/** An API key as it may be shown: never its secret. */
export interface KeyShown {
  readonly keyId: string
  readonly name: string
  readonly scopes: readonly Permission[]
  readonly madeBy: string
  readonly madeAt: Instant
  readonly lastUsedOn: Day | null
  readonly endsOn: Day | null
  readonly endedAt: Instant | null
}

/** More keys than this at once nobody keeps track of. */
const mostKeys = 200

/** Makes an API key. The key itself is in the answer and nowhere else. */
export async function makeKey(
  store: Store,
  acting: Acting,
  asked: { readonly name: string; readonly scopes: readonly string[]; readonly endsOn?: Day | undefined },
): Promise<{ readonly keyId: string; readonly key: string } | Refused> {
  const scopes = [...new Set(asked.scopes)].filter(isForKeys)
  const faulty = keyRefused(asked.name.trim(), asked.scopes)
  if (faulty !== undefined) return faulty
  return store.database.transact(acting, 'people', async (tx) => {
    const at = store.now()
    const { landlord } = acting
    const [held] = await tx.run(countKeys, [landlord])
    if ((held?.keys ?? 0) >= mostKeys)
      return refused('too many', `there are ${mostKeys} API keys already`, 'end those no longer used')
    const keyId = newId()
    const secret = newKeySecret()
    await tx.run(insertKey, [
      landlord,
      keyId,
      asked.name.trim(),
      digestOfSecret(secret),
      scopes,
      acting.by,
      instantText(at),
      dayText(asked.endsOn),
    ])
    await logPeople(tx, at, 'API key made', { keyId, detail: { scopes } })
    return { keyId, key: keyText({ landlord, keyId, secret }) }
  })
}

/** The landlord’s API keys that have not been ended, newest first. */
export async function listKeys(store: Store, acting: Acting): Promise<readonly KeyShown[] | Refused> {
  return store.database.transact(acting, 'people', (tx) =>
    tx.run(keysOfLandlord, [acting.landlord, mostKeys]),
  )
}

/** Ends an API key; it counts with the next request. */
export async function endKey(
  store: Store,
  acting: Acting,
  { keyId }: { readonly keyId: string },
): Promise<{ readonly ended: true } | Refused> {
  return store.database.transact(acting, 'people', async (tx) => {
    const at = store.now()
    const ended = await tx.run(endKeyById, [acting.landlord, keyId, instantText(at)])
    if (ended.length === 0)
      return refused('not found', 'there is no such API key', 'it may have been ended already')
    await logPeople(tx, at, 'API key ended', { keyId })
    return { ended: true as const }
  })
}

/** On whose behalf a program with this key acts; nothing where the key does not hold. */
export async function actingWithKey(store: Store, token: KeyToken): Promise<Acting | undefined> {
  const { landlord, keyId, secret } = token
  const today = new Date(store.now()).toISOString().slice(0, 10)
  const door = doorActing(landlord)
  const rows = await store.database.look(door, 'people', keyById, [landlord, keyId, today])
  if (isRefused(rows)) return undefined
  const [found] = rows
  if (found === undefined || !timingSafeEqual(found.digest, digestOfSecret(secret))) return undefined
  if (!found.usedToday)
    await store.database.transact(door, 'people', (tx) => tx.run(noteKeyUse, [landlord, keyId, today]))
  return { landlord, by: `key:${keyId}`, may: new Set(found.scopes.filter(isForKeys)) }
}

function keyRefused(name: string, scopes: readonly string[]): Refused | undefined {
  if (name === '' || name.length > 100)
    return refused('not valid', 'a name has between 1 and 100 characters', 'say what the key is for', '/name')
  if (scopes.length === 0)
    return refused('not valid', 'the key may do nothing', 'choose what it may do', '/scopes')
  const unknown = scopes.find((scope) => !isForKeys(scope))
  if (unknown === undefined) return undefined
  return refused(
    'not valid',
    `no key can have the permission “${unknown.slice(0, 60)}”`,
    'choose from those listed',
    '/scopes',
  )
}

interface KeyRow {
  readonly digest: Buffer
  readonly scopes: readonly string[]
  readonly usedToday: boolean
}

const countKeys = statement<{ readonly keys: number }>(
  'count-keys',
  'select count(*) as keys from api_keys where landlord = $1 and ended_at is null',
)

const insertKey = statement(
  'insert-key',
  `insert into api_keys (landlord, key_id, name, digest, scopes, made_by, made_at, ends_on)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

const keysOfLandlord = statement<KeyShown>(
  'keys-of-landlord',
  `select key_id as "keyId", name, scopes, made_by as "madeBy", made_at as "madeAt", last_used_on as "lastUsedOn",
          ends_on as "endsOn", ended_at as "endedAt"
     from api_keys where landlord = $1 and ended_at is null
    order by made_at desc, key_id limit $2`,
)

const endKeyById = statement(
  'end-key',
  'update api_keys set ended_at = $3 where landlord = $1 and key_id = $2 and ended_at is null returning 1',
)

const keyById = statement<KeyRow>(
  'key-by-id',
  `select digest, scopes, coalesce(last_used_on >= $3, false) as "usedToday"
     from api_keys
    where landlord = $1 and key_id = $2 and ended_at is null and (ends_on is null or ends_on >= $3)`,
)

const noteKeyUse = statement(
  'note-key-use',
  'update api_keys set last_used_on = $3 where landlord = $1 and key_id = $2',
)
