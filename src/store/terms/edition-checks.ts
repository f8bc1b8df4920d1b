import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { Pack } from '#core/promises/pack.ts'
import { type Fault, faultLine } from '#core/promises/shape/fault.ts'
import { type Refused, refused } from '#core/refused.ts'
import { parsedPack } from './parsed-packs.ts'

/** Beyond this many letters a pack is a mistake. */
const longestPack = 2_000_000

/** A pack as handed in: read, or every fault of it with its line. */
export function checkedPack(text: string, vocabulary: Vocabulary): Pack | Refused {
  if (text.length > longestPack)
    return refused(
      'too large',
      `a pack has at most ${longestPack} letters`,
      'leave out what is not a promise',
      '/pack',
    )
  const read = parsedPack(text, vocabulary)
  return 'promises' in read ? read : faulty(read)
}

function faulty(faults: readonly Fault[]): Refused {
  const shown = faults.slice(0, 50).map(faultLine).join('\n')
  const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`
  return refused(
    'not valid',
    `the pack has ${count}:\n${shown}`,
    'put each right where it says, and check again',
    '/pack',
  )
}
