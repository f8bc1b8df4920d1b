import { type Refused, refused } from '#core/refused.ts'

/** Work that is done one piece at a time, in its order, with a limit to how much may wait: programs started for a page. */
export function oneByOne(doing: string, mostWaiting: number) {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return async <Made>(work: () => Promise<Made | Refused>): Promise<Made | Refused> => {
    if (waiting >= mostWaiting)
      return refused('too many', `too many are ${doing} just now`, 'try again in a few minutes')
    waiting++
    const mine = last.then(work, work)
    last = mine.then(nothing, nothing)
    try {
      return await mine
    } finally {
      waiting--
    }
  }
}

function nothing(): void {}
