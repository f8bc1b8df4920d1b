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

/**
 * A draft of one promise tried on every case there is, in events a second, beside the core’s replay of events in memory: once
 * by the processor time of our process, once by the clock on the wall, in which the database has its share.
 */
export async function whatIfRows({
  store,
  acting,
}: {
  readonly store: Store
  readonly acting: Acting
}): Promise<readonly Row[]> {
  const change = { promise: 'B-4', within: '5 working days' }
  const { tryId } = given(await beginTry(store, acting, { draft: change }))
  const took = await timed(async () => {
    given(await runTry(store, acting, tryId, new AbortController().signal))
  })
  const { result } = given(await readTry(store, acting, tryId))
  if (result === null) throw new Error('the try came to nothing')
  const inMemory = await replayInMemory(store, acting, given(await draftTried(store, acting, tryId)))
  given(await dropTry(store, acting, tryId))
  const what = `what if, over ${result.cases.toLocaleString('en-GB')} cases, events`
  const baseline = 'the core’s replay of events in memory'
  return [
    {
      what: `${what} by processor time`,
      ours: result.events / took.processor,
      baseline,
      theirs: inMemory.events / inMemory.took.processor,
      unit: 'a second',
      budget: { of: 'ratio', is: 'at least', amount: 0.4, aim: true },
    },
    {
      what: `${what} by the clock`,
      ours: result.events / took.elapsed,
      baseline,
      theirs: inMemory.events / inMemory.took.elapsed,
      unit: 'a second',
    },
  ]
}

/** In seconds. */
interface Took {
  readonly processor: number
  readonly elapsed: number
}

async function timed(work: () => Promise<void> | void): Promise<Took> {
  const [used, began] = [process.cpuUsage(), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(used)
  return { processor: (user + system) / 1e6, elapsed: (performance.now() - began) / 1000 }
}

/** The middle of three rounds over the same cases. */
async function replayInMemory(store: Store, acting: Acting, draft: string) {
  const timelines = await timelinesHeld(store, acting)
  const { feed } = given(await readHolidays(store, acting))
  const editions = editionsFromText([draft], feed, store.vocabulary)
  if (isRefusal(editions)) throw new Error(editions.refusal)
  const { editions: now } = given(
    await store.database.transact(acting, 'figures.read', (tx) => termsNow(tx, store)),
  )
  const events = timelines.reduce((sum, timeline) => sum + timeline.events.length, 0)
  const rounds: Took[] = []
  for (let round = 0; round < 3; round++)
    rounds.push(
      await timed(() => {
        const replay = beginReplay(now, editions, store.vocabulary.rereading, store.now())
        for (const timeline of timelines) replay.add(timeline)
        replay.finish()
      }),
    )
  const [, took] = rounds.toSorted((a, b) => a.processor - b.processor)
  if (took === undefined) throw new Error('three rounds have a middle one')
  return { events, took }
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
