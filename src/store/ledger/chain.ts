import { hash } from 'node:crypto'

/** What of an event its digest is taken over: all that says what happened, when, and who told us. */
export interface Sealed {
  readonly caseId: string
  readonly sequence: number
  readonly kind: string
  readonly type: string
  readonly eventId: string | null
  readonly occurredAt: number
  readonly recordedAt: number
  readonly actor: string
  /** The data as stored, letter for letter. */
  readonly data: string
}

/** Before the first event of a case stands nothing. */
export const noDigest: Buffer = Buffer.alloc(0)

/**
 * The digest of an event, chained to the one before it in its case: change, remove or exchange any and every later
 * digest of the case is wrong.
 */
export function chained(previous: Buffer, event: Sealed): Buffer {
  const { caseId, sequence, kind, type, eventId, occurredAt, recordedAt, actor, data } = event
  const text = JSON.stringify([caseId, sequence, kind, type, eventId, occurredAt, recordedAt, actor, data])
  const most = previous.length + text.length * mostBytesACharacter
  if (room.length < most) room = Buffer.allocUnsafeSlow(most * 2)
  const end = previous.copy(room) + room.write(text, previous.length)
  return hash('sha256', room.subarray(0, end), 'buffer')
}

/** A character is three bytes at the most, a pair of surrogates four. */
const mostBytesACharacter = 3

/** Used again for each digest, since a million of them are taken in a row. */
let room = Buffer.allocUnsafeSlow(65_536)
