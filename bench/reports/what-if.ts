import type { Timeline } from '#core/ledger/timeline.ts'
import type { Acting } from '#core/people/acting.ts'
import { beginReplay } from '#core/promises/replay.ts'
import { isRefusal } from '#core/refusal.ts'
import type { Store } from '#store/store.ts'
import { editionsFromText } from '#store/terms/terms-book.ts'
import { termsNow } from '#store/terms/terms-now.ts'
import { readHolidays } from '#store/terms/read-terms.ts'
import { beginTry } from '#store/tries/begin-try.ts'
import { dropTry } from '#store/tries/end-try.ts'
import { draftTried, readTry } from '#store/tries/read-tries.ts'
import { tellEveryCase } from '#store/tries/every-case.ts'
import { runTry } from '#store/tries/run-try.ts'
import { given } from '../full-size/seed.ts'
import type { Row } from '../row.ts'

/** So many cases are held in memory for what the core makes of them. */
const heldCases = 50_000

/** A draft of one promise tried on every case there is, in events a second, beside the core’s replay of events in memory. */
export async function whatIfRows({
  store,
  acting,
}: {
  readonly store: Store
  readonly acting: Acting
}): Promise<readonly Row[]> {
  const change = { promise: 'B-4', within: '5 working days' }
  const { tryId } = given(await beginTry(store, acting, { draft: change }))
  const began = performance.now()
  given(await runTry(store, acting, tryId, new AbortController().signal))
  const seconds = (performance.now() - began) / 1000
  const { result } = given(await readTry(store, acting, tryId))
  if (result === null) throw new Error('the try came to nothing')
  const inMemory = await replayInMemory(store, acting, given(await draftTried(store, acting, tryId)))
  given(await dropTry(store, acting, tryId))
  const cases = result.cases.toLocaleString('en-GB')
  return [
    {
      what: `what if, over ${cases} cases, events`,
      ours: result.events / seconds,
      baseline: 'the core’s replay of events in memory',
      theirs: inMemory,
      unit: 'a second',
      budget: { of: 'ratio', is: 'at least', amount: 0.25, aim: true },
    },
  ]
}

/** Events a second, of the middle of three rounds over the same cases. */
async function replayInMemory(store: Store, acting: Acting, draft: string): Promise<number> {
  const timelines = await timelinesHeld(store, acting)
  const { feed } = given(await readHolidays(store, acting))
  const editions = editionsFromText([draft], feed, store.vocabulary)
  if (isRefusal(editions)) throw new Error(editions.refusal)
  const { editions: now } = given(
    await store.database.transact(acting, 'figures.read', (tx) => termsNow(tx, store)),
  )
  const events = timelines.reduce((sum, timeline) => sum + timeline.events.length, 0)
  const rates = [1, 2, 3].map(() => {
    const began = performance.now()
    const replay = beginReplay(now, editions, store.vocabulary.rereading, store.now())
    for (const timeline of timelines) replay.add(timeline)
    replay.finish()
    return events / ((performance.now() - began) / 1000)
  })
  return rates.toSorted((a, b) => a - b)[1] ?? Number.NaN
}

async function timelinesHeld(store: Store, acting: Acting): Promise<readonly Timeline[]> {
  const held: Timeline[] = []
  given(
    await store.database.transact(acting, 'figures.read', async (tx) => {
      await tellEveryCase(tx, store.now(), {
        onCase: (timeline) => void (held.length < heldCases && held.push(timeline)),
        onBatch: async () => held.length < heldCases,
      })
      return { read: true }
    }),
  )
  return held
}
