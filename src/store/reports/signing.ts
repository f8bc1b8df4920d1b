import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import type { SecretBox } from '../people/secret-box.ts'
import { statement } from '../statement.ts'
import { instantText } from '../types.ts'

/** A key with which the landlord signs what it publishes. */
interface SigningKey {
  readonly keyId: string
  /** The signature under a text, as base64. */
  sign(text: string): string
}

/**
 * The landlord’s newest key of which this installation can open the secret; a new one where there is none: for the first
 * report, and after the landlord moved here from another installation.
 */
export async function signingKey(tx: Transaction, box: SecretBox, at: Instant): Promise<SigningKey> {
  const { landlord } = tx.acting
  for (const { keyId, sealed } of await tx.run(secretsOfKeys, [landlord])) {
    const secret = box.open(sealed, placeOf(landlord, keyId))
    if (secret !== undefined) return keyOf(keyId, secret)
  }
  const keyId = newId()
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const secret = privateKey.export({ type: 'pkcs8', format: 'pem' })
  const said = publicKey.export({ type: 'spki', format: 'pem' })
  await tx.run(insertKey, [landlord, keyId, said, instantText(at)])
  await tx.run(insertSecret, [landlord, keyId, box.seal(secret, placeOf(landlord, keyId))])
  return keyOf(keyId, secret)
}

function keyOf(keyId: string, secret: string): SigningKey {
  const key = createPrivateKey(secret)
  return { keyId, sign: (text) => sign(null, Buffer.from(text), key).toString('base64') }
}

function placeOf(landlord: number, keyId: string): string {
  return `signing key ${landlord} ${keyId}`
}

const secretsOfKeys = statement<{ readonly keyId: string; readonly sealed: Buffer }>(
  'secrets-of-signing-keys',
  `select k.key_id as "keyId", s.sealed
     from signing_keys k join signing_secrets s on s.landlord = k.landlord and s.key_id = k.key_id
    where k.landlord = $1 order by k.made_at desc, k.key_id limit 20`,
)

const insertKey = statement(
  'insert-signing-key',
  'insert into signing_keys (landlord, key_id, public_key, made_at) values ($1, $2, $3, $4)',
)

const insertSecret = statement(
  'insert-signing-secret',
  'insert into signing_secrets (landlord, key_id, sealed) values ($1, $2, $3)',
)
