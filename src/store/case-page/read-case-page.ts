import type { PossibleAct } from '#core/acts/act-form.ts'
import { possibleIn } from '#core/acts/possible.ts'
import type { PromiseAsks } from '#core/acts/promise-asks.ts'
import { ownTimeline } from '#core/ledger/timeline.ts'
import { effectiveEvents } from '#core/ledger/effective.ts'
import { mayRecord } from '#core/people/act-permission.ts'
import type { Acting } from '#core/people/acting.ts'
import type { Edition } from '#core/promises/edition.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { type ClockRow, clocksOfCases } from '../ledger/clock-row.ts'
import { eventOf, type EventRow } from '../ledger/event-row.ts'
import { asItStands, type CaseShown, caseOf } from '../ledger/read-case.ts'
import { eventsOfCases } from '../ledger/recompute.ts'
import { type Present, see } from '../presence/presence.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import type { AttachmentShown } from '../words/read-attachments.ts'
import type { WordsRead } from '../words/read-words.ts'
import { type CustomerOfCase, customerOfCase, type HomeOfCase, homeOfCase } from './customer-of-case.ts'
import { type ToldEvent, toldEvents } from './entries.ts'
import { type Names, namesIn } from './names-in.ts'
import { usualNext } from './usual-next.ts'
import { looseWords, readForPage, wordsIn } from './words-of-case.ts'

/** Everything that the page of a case shows, read in one transaction. */
export interface CasePage {
  readonly case: CaseShown
  readonly clocks: readonly ClockOfPage[]
  /** What can be done now, the usual next first. */
  readonly acts: readonly PossibleAct[]
  /** What promises still ask for. */
  readonly owed: readonly PromiseAsks[]
  /** What happened, the latest first, as much as one page shows. */
  readonly entries: readonly Entry[]
  readonly page: number
  readonly pages: number
  /** Every event as told, in order; for who had the case. */
  readonly told: readonly ToldEvent[]
  /** Undefined where whoever acts may not read words. */
  readonly files: readonly AttachmentShown[] | undefined
  readonly customer: CustomerOfCase | undefined
  readonly home: HomeOfCase | undefined
  readonly names: Names
  readonly present: readonly Present[]
  /** Cases that were merged into this one. */
  readonly mergedHere: readonly string[]
}

/** A clock with the words of its promise, as its own edition has them. */
export type ClockOfPage = ClockRow & { readonly says: string }

/** Something on the timeline: an event with what was said in it, or words that stand by themselves. */
export interface Entry {
  readonly at: Instant
  readonly event: ToldEvent | undefined
  readonly words: readonly WordsRead[]
}

/** How many entries one page shows. */
export const entriesAPage = 50

export interface CasePageAsked {
  readonly caseId: string
  /** From 1. */
  readonly page: number
  /** By which page, for the log of who read what. */
  readonly why: string
}

/** Reads a case for its page, notes that it is open there, and writes down whose words and names were shown. */
export function readCasePage(
  store: Store,
  acting: Acting,
  asked: CasePageAsked,
): Promise<CasePage | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const row = await caseOf(tx, asked.caseId)
    if (isRefused(row)) return row
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const rows = await tx.run(eventsOfCases, [acting.landlord, [asked.caseId]])
    const timeline = await timelineOf(tx, rows, { ...asked, now: store.now() })
    const clocks = await clocksOf(tx, row, { editions: terms.editions, now: store.now() })
    const { acts, owed } = possible(store, acting, { row, rows, editions: terms.editions })
    return {
      case: row,
      clocks,
      acts: usualNext(acts, { clocks, editions: terms.editions, told: timeline.told }),
      owed,
      ...timeline,
      ...(await around(tx, row, {
        rows,
        writers: writersOf(timeline.entries),
        why: asked.why,
        editions: terms.editions,
        now: store.now(),
      })),
    }
  })
}

async function clocksOf(
  tx: Transaction,
  { case_id: caseId }: CaseShown,
  { editions, now }: { readonly editions: readonly Edition[]; readonly now: Instant },
): Promise<readonly ClockOfPage[]> {
  const clocks = await tx.run(clocksOfCases, [tx.acting.landlord, [caseId]])
  return clocks
    .map((clock) => ({ ...asItStands(clock, now), says: promiseWords(clock, editions) }))
    .toSorted(
      (a, b) => Number(a.ended_at !== null) - Number(b.ended_at !== null) || a.keeps_until - b.keeps_until,
    )
}

/** The words of a clock’s promise as its own edition has them. */
function promiseWords(
  { promise, edition }: Pick<ClockRow, 'promise' | 'edition'>,
  editions: readonly Edition[],
): string {
  const own = editions.find(({ pack }) => pack.edition === edition)
  return own?.pack.promises.find(({ id }) => id === promise)?.promise ?? promise
}

interface Ground {
  readonly row: CaseShown
  readonly rows: readonly EventRow[]
  readonly editions: readonly Edition[]
}

/** In a case that was merged into another nothing more is done: it goes on there. */
function possible(store: Store, acting: Acting, { row, rows, editions }: Ground) {
  if (row.merged_into !== null) return { acts: [], owed: [] }
  const now = store.now()
  const { vocabulary } = store
  const timeline = ownTimeline(row.case_id, effectiveEvents(rows.map(eventOf), now).events)
  const may = (type: string) => mayRecord(acting, type, vocabulary)
  return possibleIn({ kind: row.kind, vocabulary, editions, timeline, now, may })
}

/** The page of the timeline that is asked for, with what was said in it. */
async function timelineOf(
  tx: Transaction,
  rows: readonly EventRow[],
  { caseId, page, why, now }: CasePageAsked & { readonly now: Instant },
) {
  const told = toldEvents(rows, now)
  const loose = await looseWords(tx, caseId, rows)
  const all = [
    ...told.map((event) => ({ at: event.at, event, wordsIds: wordsIn(event.told) })),
    ...loose.map(({ wordsId, writtenAt }) => ({ at: writtenAt, event: undefined, wordsIds: [wordsId] })),
  ].toSorted((a, b) => b.at - a.at || (b.event?.told.sequence ?? 0) - (a.event?.told.sequence ?? 0))
  const pages = Math.max(1, Math.ceil(all.length / entriesAPage))
  const shownPage = Math.min(Math.max(page, 1), pages)
  const shown = all.slice((shownPage - 1) * entriesAPage, shownPage * entriesAPage)
  const read = await readForPage(tx, caseId, { ids: shown.flatMap(({ wordsIds }) => wordsIds), why })
  const byId = new Map((read?.words ?? []).map((words) => [words.wordsId, words]))
  const entries: readonly Entry[] = shown.map(({ at, event, wordsIds }) => ({
    at,
    event,
    words: wordsIds.flatMap((id) => byId.get(id) ?? []),
  }))
  return { told, entries, page: shownPage, pages, files: read?.files }
}

/** Who wrote or erased the words that are shown. */
function writersOf(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ words }) =>
    words.flatMap(({ writtenBy, erasedBy }) =>
      [writtenBy, erasedBy ?? ''].map((actor) => actor.replace(/^staff:/, '')),
    ),
  )
}

type Around = Omit<Ground, 'row'> & {
  readonly writers: readonly string[]
  readonly why: string
  readonly now: Instant
}

async function around(tx: Transaction, row: CaseShown, { rows, writers, why, editions, now }: Around) {
  const zone = editions.at(-1)?.calendar.zone
  const today = zone === undefined ? 0 : zone.dayOf(now)
  return {
    customer: await customerOfCase(tx, row, { today, why }),
    home: await homeOfCase(tx, row, why),
    names: await namesIn(tx, rows, [row.team_id, row.holder_id, row.contractor_id, ...writers]),
    present: await see(tx, now, { caseId: row.case_id, live: false }),
    mergedHere: (await tx.run(mergedInto, [tx.acting.landlord, row.case_id])).map(({ case_id: id }) => id),
  }
}

const mergedInto = statement<{ readonly case_id: string }>(
  'cases-merged-into',
  `select case_id from cases
    where landlord = $1 and merged_into = $2 order by case_id limit 100`,
)
