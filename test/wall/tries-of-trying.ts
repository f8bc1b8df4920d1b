import { readCalls } from '#store/staffing/read-calls.ts'
import { beginTry } from '#store/tries/begin-try.ts'
import { dropTry, stopTry } from '#store/tries/end-try.ts'
import { draftTried, listTries, readTry, turnsOfTry } from '#store/tries/read-tries.ts'
import { runTry } from '#store/tries/run-try.ts'
import { packText } from '#test/core/promises/little-pack.ts'
import { done } from '#test/store/databases.ts'
import type { Try } from './try.ts'

/** Drafts that are tried: those that take the id of one. */
export const foundOfTrying: Readonly<Record<string, Try>> = {
  readTry: ({ store, ids }, acting) => readTry(store, acting, ids.try),
  draftTried: ({ store, ids }, acting) => draftTried(store, acting, ids.try),
  turnsOfTry: ({ store, ids }, acting) => turnsOfTry(store, acting, { tryId: ids.try, promise: 'P' }),
  runTry: ({ store, ids }, acting) => runTry(store, acting, ids.try, new AbortController().signal),
  stopTry: ({ store, ids }, acting) => stopTry(store, acting, ids.try),
  dropTry: ({ store, ids }, acting) => dropTry(store, acting, ids.try),
}

/** And those that list one’s own. */
export const shownOfTrying: Readonly<Record<string, Try>> = {
  readCalls: async ({ store }, acting) => {
    const read = done(await readCalls(store, acting, {}))
    return { ...read, lines: [...read.lines], rota: [...read.rota] }
  },
  listTries: ({ store }, acting) => listTries(store, acting),
  beginTry: ({ store }, acting) =>
    beginTry(store, acting, { draft: { pack: packText([], { pack: 'near-side' }) } }),
}
