import type { ItemAnswer } from '#core/observations/results.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { wordsIn } from '../case-page/words-of-case.ts'
import type { Transaction } from '../database.ts'
import { eventsOfCases } from '../ledger/recompute.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { logAccess } from '../words/access-log.ts'
import { wordsById } from '../words/read-words.ts'
import { caseObserved, type CaseObserved } from './about-case.ts'
import { draftOf, type DraftFields } from './drafts.ts'
import { foundOn } from './found-on-sheet.ts'
import { sheetFor, type SheetOfProgramme } from './sheet-rows.ts'

/** A sheet as its observer works on it: what is to be judged, what was filled in so far or what was sent. */
export interface SheetRead extends SheetOfProgramme {
  readonly about: CaseObserved | undefined
  readonly draft: DraftFields | undefined
  readonly sent: SheetSent | undefined
  /** What the places of the programme are called, by their codes. */
  readonly placeNames: ReadonlyMap<string, string>
}

/** What was sent, as it now stands. */
export interface SheetSent {
  readonly answers: ReadonlyMap<string, ItemAnswer>
  readonly at: Instant | undefined
  readonly notes: readonly string[]
}

/** Reads one sheet, for its observer or whoever types it in for them; never a sheet about oneself. */
export function readSheet(store: Store, acting: Acting, sheetId: string): Promise<SheetRead | Refused> {
  return store.database.transact(acting, 'observations.write', async (tx) => {
    const found = await sheetFor(tx, sheetId)
    if (isRefused(found)) return found
    const { sheet, programme } = found
    return {
      ...found,
      about: sheet.aboutCase === null ? undefined : await caseObserved(tx, store, sheet.aboutCase, programme),
      draft: sheet.sentAt === null ? await draftOf(tx, sheetId) : undefined,
      sent: sheet.recordCase === null ? undefined : await sentOn(tx, store, sheet.recordCase),
      placeNames: await namesOfPlaces(tx, programme.places),
    }
  })
}

/** What these places are called: offices and teams by their names, a queue by its code. */
export async function namesOfPlaces(
  tx: Transaction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await tx.run(placesNamed, [tx.acting.landlord, codes])
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function sentOn(tx: Transaction, store: Store, recordCase: string): Promise<SheetSent> {
  const items = (await foundOn(tx, store, [recordCase])).get(recordCase) ?? []
  return {
    answers: new Map(items.map(({ item, answer }) => [item, answer])),
    at: items[0]?.at,
    notes: await notesOn(tx, recordCase),
  }
}

/** What was written beside the items; that it was read is written down. */
async function notesOn(tx: Transaction, recordCase: string): Promise<readonly string[]> {
  const { landlord } = tx.acting
  const events = await tx.run(eventsOfCases, [landlord, [recordCase]])
  const ids = events.flatMap(wordsIn)
  if (ids.length === 0) return []
  const words = await tx.run(wordsById, [landlord, ids, null])
  const shown = words.filter(({ text }) => text !== null)
  if (shown.length > 0)
    await logAccess(tx, {
      what: 'words',
      customerIds: shown.flatMap(({ customerId }) => customerId ?? []),
      caseId: recordCase,
      wordsIds: shown.map(({ wordsId }) => wordsId),
      why: 'an observation',
    })
  return shown.toReversed().flatMap(({ text }) => text ?? [])
}

const placesNamed = statement<{ readonly id: string; readonly name: string }>(
  'observation-places-named',
  `select office_id as id, name from offices where landlord = $1 and office_id = any ($2::text[])
   union all select team_id, name from teams where landlord = $1 and team_id = any ($2::text[])`,
)
