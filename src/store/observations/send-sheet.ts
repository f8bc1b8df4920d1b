import { isItemAnswer } from '#core/observations/results.ts'
import type { Acting } from '#core/people/acting.ts'
import type { Permission } from '#core/people/permission.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'
import { type FilledIn, recordSheet } from './record-sheet.ts'
import { openSheet, type SheetOfProgramme } from './sheet-rows.ts'

/**
 * Sends a sheet: each item that was judged becomes a fact of the ledger, all in one record of its own. That the sheet was given is
 * the leave to record it; observers may record nothing else.
 */
export function sendSheet(
  store: Store,
  acting: Acting,
  { sheetId, filledIn }: { readonly sheetId: string; readonly filledIn: FilledIn },
): Promise<{ readonly recordCase: string } | Refused> {
  return store.database.transact(recording(acting), 'observations.write', async (tx) => {
    const found = await openSheet(withoutLeave(tx, acting), sheetId)
    if (isRefused(found)) return found
    const fault = filledInFault(store, found, filledIn)
    if (fault !== undefined) return fault
    const observerId = found.sheet.observerId ?? acting.staffId ?? null
    const sheet = { ...found.sheet, observerId }
    const recordCase = await recordSheet(tx, store, { ...found, sheet }, filledIn)
    if (isRefused(recordCase)) return recordCase
    const { landlord, by } = acting
    await tx.run(dropDraft, [landlord, sheetId])
    const place = sheet.place ?? filledIn.place ?? null
    await tx.run(sendRow, [landlord, sheetId, instantText(store.now()), by, recordCase, place])
    return { recordCase }
  })
}

/** Why a form cannot be taken as it was filled in. */
export function filledInFault(
  store: Store,
  { programme, sheet }: Pick<SheetOfProgramme, 'programme' | 'sheet'>,
  { answers, place, at, note }: FilledIn,
): Refused | undefined {
  const asked = new Set(programme.items.map(({ item }) => item))
  const first = programme.items[0]?.item ?? ''
  if ([...answers].some(([item, answer]) => !asked.has(item) || !isItemAnswer(answer)))
    return refused('not valid', 'this is not an item of the form', 'answer those that are asked')
  if (answers.size === 0)
    return refused('not valid', 'no item is answered', 'answer at least one', `/answer-${first}`)
  if (at === undefined)
    return refused('not valid', 'the day is missing', 'say when what you observed happened', '/at')
  if (at > store.now())
    return refused('not valid', 'this day is still to come', 'say when what you observed happened', '/at')
  if (sheet.place === null && place !== undefined && !programme.places.includes(place))
    return refused('not valid', 'this is not a place of the programme', 'choose one from the list', '/place')
  if (sheet.place === null && place === undefined && programme.places.length > 0)
    return refused('not valid', 'it is not said where', 'choose the place', '/place')
  if (note.length > longestNote)
    return refused(
      'too large',
      `a note has ${longestNote} characters at the most`,
      'make it shorter',
      '/note',
    )
  return undefined
}

const longestNote = 5_000

/** Whoever was given a sheet may record what is on it, and correct that, whatever else they may not. */
export function recording(acting: Acting): Acting {
  if (!acting.may.has('observations.write')) return acting
  return { ...acting, may: new Set<Permission>([...acting.may, 'returns.write', 'cases.write']) }
}

/** The same transaction, as somebody who may do no more than they may: whose sheet it is goes by that. */
export function withoutLeave(tx: Transaction, acting: Acting): Transaction {
  return { ...tx, acting }
}

/** What was filled in so far goes with the sending. */
const dropDraft = statement(
  'drop-observation-draft',
  'delete from observation_drafts where landlord = $1 and sheet_id = $2',
)

const sendRow = statement(
  'send-observation-sheet',
  `update observation_sheets set sent_at = $3, sent_by = $4, record_case = $5, place = $6
    where landlord = $1 and sheet_id = $2 and sent_at is null`,
)
