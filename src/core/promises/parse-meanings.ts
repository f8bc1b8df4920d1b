import type { Node } from 'yaml'
import { isRefusal } from '#core/refusal.ts'
import { type Length, type Meanings, parseLength } from '#core/time/length.ts'
import { type OutOfHours, outOfHours } from './out-of-hours.ts'
import type { Reading } from './shape/reading.ts'

/** What a pack says of its own words. */
export interface OwnMeanings {
  readonly meanings: Meanings
  readonly receivedOutOfHours: OutOfHours
}

/** Reads `meanings`: loose words in arithmetic, how long a ring is, and the day zero of what comes after closing. */
export function readMeanings(
  written: ReadonlyMap<string, string>,
  node: Node | null,
  reading: Reading,
): OwnMeanings {
  const words = new Map<string, Length>()
  let ringMilliseconds: number | undefined
  let receivedOutOfHours: OutOfHours = 'same day'
  for (const [word, meaning] of written) {
    if (word === 'received_out_of_hours')
      receivedOutOfHours = readOutOfHours(meaning, node, reading) ?? receivedOutOfHours
    else if (word === 'ring') ringMilliseconds = readRing(meaning, node, reading)
    else {
      const length = readLength(word, meaning, node, reading)
      if (length !== undefined) words.set(word, length)
    }
  }
  const meanings = { words, ...(ringMilliseconds !== undefined && { ringMilliseconds }) }
  return { meanings, receivedOutOfHours }
}

function readOutOfHours(meaning: string, node: Node | null, reading: Reading): OutOfHours | undefined {
  return (
    outOfHours.find((each) => each === meaning) ??
    reading.fault(
      node,
      'meanings / received_out_of_hours',
      `“${meaning}” is not a choice`,
      `write ${outOfHours.join(' or ')}`,
    )
  )
}

function readRing(meaning: string, node: Node | null, reading: Reading): number | undefined {
  const length = readLength('ring', meaning, node, reading)
  if (length === undefined || length.unit === 'milliseconds') return length?.amount
  return reading.fault(node, 'meanings / ring', 'a ring is a time in seconds', 'write “3 seconds”')
}

function readLength(word: string, meaning: string, node: Node | null, reading: Reading): Length | undefined {
  const length = parseLength(meaning, { words: new Map() })
  return isRefusal(length) ? reading.fault(node, `meanings / ${word}`, length.refusal, length.fix) : length
}
