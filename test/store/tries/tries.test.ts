import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { CaseEvent } from '#core/ledger/event.ts'
import { changedPack } from '#core/promises/changed-pack.ts'
import { isChanged } from '#core/promises/trying.ts'
import { isRefusal } from '#core/refusal.ts'
import { isRefused } from '#core/refused.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { tryingDraft } from '#jobs/tasks/try-draft.ts'
import { loadEvents } from '#store/loading/load-events.ts'
import { beginTry } from '#store/tries/begin-try.ts'
import { dropTry, stopTry } from '#store/tries/end-try.ts'
import { listTries, readTry, turnsOfTry } from '#store/tries/read-tries.ts'
import { runTry } from '#store/tries/run-try.ts'
import { kept, scratch } from '#test/apps/cli/running.ts'
import { root } from '#test/house/tree.ts'
import { done, openTestStore } from '../databases.ts'
import { smallYear } from '../loading/small-year.ts'

const folder = scratch()
const goesOn = new AbortController().signal
const asOf = Date.parse('2026-11-20T12:00:00Z')

test('A draft tried in the store comes to what kept replay makes of the same events, figure by figure and case by case', async () => {
  const { store, addLandlord } = await openTestStore('embedded', { now: () => asOf })
  const acting = await addLandlord('linstone')
  const year = smallYear('linstone', 0.005)
  done(await loadEvents(store, acting, [year], { actor: 'import:test' }))
  const change = { promise: 'LIN-26', within: '2 rings', target: 'at least 95%' }
  const { tryId } = done(await beginTry(store, acting, { draft: change }))
  assert.equal(done(await readTry(store, acting, tryId)).state, 'waiting')
  assert.deepEqual(done(await runTry(store, acting, tryId, goesOn)), { done: true })
  const { result, state, says } = done(await readTry(store, acting, tryId))
  assert.equal(state, 'done')
  assert.equal(says, 'LIN-26: within 2 rings instead of 8 rings, at least 95% instead of no target')

  const pack = join(root, 'packs/linstone/pack.yaml')
  const draft = changedPack(readFileSync(pack, 'utf8'), change)
  assert.ok(!isRefusal(draft))
  const facts = folder.file('facts.ndjson', year.flatMap(({ events }) => events.map(line)).join('\n'))
  const { code, out, err } = await kept(
    'replay',
    '--pack',
    pack,
    '--instead',
    folder.file('draft.yaml', draft),
    '--events',
    facts,
    '--as-of',
    new Date(asOf).toISOString(),
    '--format',
    'json',
  )
  assert.equal(code, 0, err)
  const replayed = JSON.parse(out) as {
    readonly promises: readonly {
      readonly promise: string
      readonly before: unknown
      readonly after: unknown
    }[]
    readonly turned: readonly { readonly promise: string; readonly case: string }[]
  }
  const changed = (result?.promises ?? []).filter(isChanged)
  assert.ok(replayed.turned.length > 10, `the draft turns ${replayed.turned.length}`)
  assert.deepEqual(
    changed.map(({ promise, before, after }) => JSON.parse(JSON.stringify({ promise, before, after }))),
    replayed.promises.map(({ promise, before, after }) => ({ promise, before, after })),
  )
  assert.equal(result?.turned, replayed.turned.length)
  const name = (each: object) => JSON.stringify(Object.entries(each).filter(([field]) => field !== 'place'))
  const listed = await Promise.all(
    changed.map(async ({ promise }) => done(await turnsOfTry(store, acting, { tryId, promise, limit: 200 }))),
  )
  const named = listed.flat().map((each) => name({ ...each, promise: each.promise }))
  assert.ok(named.length > 10)
  for (const each of named)
    assert.ok(
      replayed.turned.some((turn) => name(turn) === each),
      each,
    )
})

function line({ line: _, at, recordedAt, ...event }: CaseEvent): string {
  return JSON.stringify({
    ...event,
    at: new Date(at).toISOString(),
    recordedAt: new Date(recordedAt).toISOString(),
  })
}

test('A letter merged into another case is tried with the answer that case got', async () => {
  let now = Date.parse('2026-03-02T09:00:00Z')
  const { store, addLandlord } = await openTestStore('embedded', { now: () => now })
  const acting = await addLandlord('linstone')
  const came = { type: 'contact-received', data: { channel: 'letter' } }
  for (const caseId of ['first', 'second'])
    done(await openCase(store, acting, { kind: 'enquiry', caseId, act: came }))
  done(await recordAct(store, acting, 'second', { type: 'merged-into', data: { case: 'first' } }))
  now = Date.parse('2026-03-12T09:00:00Z')
  done(
    await recordAct(store, acting, 'first', { type: 'reply-sent', data: { channel: 'letter', full: true } }),
  )
  now = Date.parse('2026-03-20T09:00:00Z')
  const draft = { promise: 'LIN-39', within: '5 working days' }
  const { tryId } = done(await beginTry(store, acting, { draft }))
  done(await runTry(store, acting, tryId, goesOn))
  const turns = done(await turnsOfTry(store, acting, { tryId, promise: 'LIN-39' }))
  assert.deepEqual(
    turns.map(({ case: id, before, after }) => [id, before, after]),
    [
      ['first', 'met', 'missed'],
      ['second', 'met', 'missed'],
    ],
  )
  const [tried] = done(await readTry(store, acting, tryId)).result?.promises.filter(isChanged) ?? []
  assert.deepEqual(
    [tried?.before?.kept, tried?.after?.kept, tried?.turning],
    [2, 0, { toMet: 0, toMissed: 2, otherwise: 0 }],
  )
  // Nothing was decided in February, by either.
  const february = { from: Date.parse('2026-02-01') / 86_400_000, to: Date.parse('2026-02-28') / 86_400_000 }
  const earlier = done(await beginTry(store, acting, { draft, ...february }))
  done(await runTry(store, acting, earlier.tryId, goesOn))
  assert.equal(done(await readTry(store, acting, earlier.tryId)).result?.turned, 0)
})

test('A try that was stopped keeps nothing, one cut off is begun again, and both can be thrown away', async () => {
  const { store, addLandlord } = await openTestStore('embedded', { now: () => asOf })
  const acting = await addLandlord('linstone')
  const act = { type: 'contact-received', data: { channel: 'letter' } }
  done(await openCase(store, acting, { kind: 'enquiry', caseId: 'one', act }))
  const draft = { promise: 'LIN-39', within: '5 working days' }
  const { tryId } = done(await beginTry(store, acting, { draft }))
  await assert.rejects(runTry(store, acting, tryId, AbortSignal.abort()), /stopping/)
  assert.equal(done(await readTry(store, acting, tryId)).state, 'running')
  assert.deepEqual(done(await runTry(store, acting, tryId, goesOn)), { done: true })
  assert.deepEqual(done(await runTry(store, acting, tryId, goesOn)), { done: false }, 'once is enough')
  const stopped = done(await beginTry(store, acting, { draft }))
  done(await stopTry(store, acting, stopped.tryId))
  assert.equal(await tryingDraft.run(store, acting, stopped, goesOn), undefined)
  assert.equal(done(await readTry(store, acting, stopped.tryId)).state, 'stopped')
  assert.ok(isRefused(await stopTry(store, acting, stopped.tryId)))
  for (const each of [tryId, stopped.tryId]) done(await dropTry(store, acting, each))
  assert.deepEqual(done(await listTries(store, acting)), [])
  assert.equal(
    await tryingDraft.run(store, acting, stopped, goesOn),
    undefined,
    'what is gone is not waited for',
  )
})

test('What cannot be tried is refused with what to do instead', async () => {
  const { store, addLandlord } = await openTestStore('embedded', { now: () => asOf })
  const acting = await addLandlord('linstone')
  const refusals = [
    [{ promise: 'LIN-39' }, /nothing is changed/],
    [{ promise: 'LIN-39', within: 'soonish' }, /is not a length of time/],
    [{ promise: 'LIN-39', target: 'most' }, /is not a target/],
    [{ promise: 'LIN-9999', within: '2 days' }, /no length to change/],
    [{ pack: 'pack: ours' }, /fault/],
    [{ draftId: 'none' }, /no such draft/],
  ] as const
  for (const [draft, says] of refusals) {
    const refusal = await beginTry(store, acting, { draft })
    assert.ok(isRefused(refusal) && says.test(refusal.refusal), JSON.stringify(refusal))
  }
  const reader = { ...acting, may: new Set(['figures.read'] as const) }
  assert.ok(isRefused(await listTries(store, reader)), 'a try shows the pack as well as the figures')
})
