import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { digestOf } from '../reports/verify-report.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** The task that reads aloud what is published. */
export const readAloud = 'read-aloud'

/** Something published that was read aloud. */
export interface Recording {
  /** What was read: `leaflet`, `report:…`. */
  readonly document: string
  readonly form: RecordedForm
  /** The digest of what was published. */
  readonly source: string
  /** The digest of the words as they were read. */
  readonly said: string
  /** The voice and its version. */
  readonly voice: string
}

/** The forms that take so long that they are made ahead. */
export type RecordedForm = 'audio' | 'audio-mp3'

/** Has what is published read aloud, once the transaction is committed. */
export function readAloudLater(tx: Transaction): Promise<void> {
  return enqueue(tx, { task: readAloud, key: readAloud })
}

/** What is kept of one form of a document, if it was made of this very source. */
export function readRecording(
  store: Store,
  acting: Acting,
  { document, form, source }: Pick<Recording, 'document' | 'form' | 'source'>,
): Promise<Uint8Array | undefined | Refused> {
  return store.database.transact(acting, 'published.read', async (tx) => {
    const [kept] = await tx.run(recordingOf, [acting.landlord, document, form, source])
    // One that was damaged is made anew by whoever asks.
    return kept !== undefined && digestOf(kept.bytes) === kept.digest ? kept.bytes : undefined
  })
}

/** Every recording there is, without its sound. */
export function listRecordings(store: Store, acting: Acting): Promise<readonly Recording[] | Refused> {
  return store.database.transact(acting, 'published.read', (tx) => tx.run(recordings, [acting.landlord]))
}

/** Keeps a recording, in the place of the one before. */
export function keepRecording(
  store: Store,
  acting: Acting,
  { document, form, source, said, voice, bytes }: Recording & { readonly bytes: Uint8Array },
): Promise<{ readonly digest: string } | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const digest = digestOf(bytes)
    const at = instantText(store.now())
    await tx.run(putRecording, [
      acting.landlord,
      document,
      form,
      source,
      said,
      voice,
      Buffer.from(bytes),
      digest,
      at,
    ])
    return { digest }
  })
}

/** Drops the recordings of everything but these documents. */
export function dropRecordings(
  store: Store,
  acting: Acting,
  { but }: { readonly but: readonly string[] },
): Promise<{ readonly dropped: number } | Refused> {
  return store.database.transact(acting, 'publish', async (tx) => {
    const dropped = await tx.run(dropOthers, [acting.landlord, but])
    return { dropped: dropped.length }
  })
}

const recordingOf = statement<{ readonly bytes: Buffer; readonly digest: string }>(
  'recording',
  'select bytes, digest from recordings where landlord = $1 and document = $2 and form = $3 and source = $4',
)

const recordings = statement<Recording>(
  'recordings',
  'select document, form, source, said, voice from recordings where landlord = $1 order by document, form limit 1000',
)

const putRecording = statement(
  'put-recording',
  `insert into recordings (landlord, document, form, source, said, voice, bytes, digest, made_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (landlord, document, form)
   do update set source = excluded.source, said = excluded.said, voice = excluded.voice, bytes = excluded.bytes,
     digest = excluded.digest, made_at = excluded.made_at`,
)

const dropOthers = statement<{ readonly document: string }>(
  'drop-other-recordings',
  'delete from recordings where landlord = $1 and document <> all ($2::text[]) returning document',
)
