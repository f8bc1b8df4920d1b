import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { recordStep } from '../ledger/append.ts'
import { newId } from '../new-id.ts'
import type { Act } from '../ledger/act.ts'
import type { Store } from '../store.ts'
import { foundOn, type ItemFound } from './found-on-sheet.ts'
import { type FilledIn, keepNote, observationAct } from './record-sheet.ts'
import { filledInFault, recording, withoutLeave } from './send-sheet.ts'
import { sheetFor, type SheetOfProgramme } from './sheet-rows.ts'

/**
 * Puts a sheet right that was sent. What was sent stays on record: an answer that was wrong is corrected, one that should not
 * have been given is withdrawn, one that was left out is added.
 */
export function correctSheet(
  store: Store,
  acting: Acting,
  { sheetId, filledIn }: { readonly sheetId: string; readonly filledIn: FilledIn },
): Promise<{ readonly corrected: number } | Refused> {
  return store.database.transact(recording(acting), 'observations.write', async (tx) => {
    const found = await sheetFor(withoutLeave(tx, acting), sheetId, true)
    if (isRefused(found)) return found
    const { recordCase } = found.sheet
    if (recordCase === null)
      return refused('not valid', 'this sheet was not sent yet', 'fill it in and send it')
    const fault = filledInFault(store, found, filledIn)
    if (fault !== undefined) return fault
    const items = (await foundOn(tx, store, [recordCase])).get(recordCase) ?? []
    const noteId = await keepNote(tx, found.sheet.aboutCase, recordCase, filledIn.note)
    if (isRefused(noteId)) return noteId
    const acts = actsToCorrect(found, items, filledIn)
    for (const [index, act] of acts.entries()) {
      const words = index === 0 && noteId !== undefined ? { words: [noteId] } : {}
      const told = { ...act, data: { ...act.data, ...words } }
      const done = await recordStep(tx, store, { in: recordCase, act: told })
      if (isRefused(done)) return done
    }
    if (acts.length === 0) return refused('not valid', 'nothing was changed', 'change what was wrong')
    return { corrected: acts.length }
  })
}

type ActWithData = Act & { readonly data: Readonly<Record<string, unknown>> }

function actsToCorrect(
  of: SheetOfProgramme,
  items: readonly ItemFound[],
  filledIn: FilledIn,
): readonly ActWithData[] {
  const { answers, at } = filledIn
  const now = new Map(items.map((each) => [each.item, each]))
  const changed = items.flatMap((each): readonly ActWithData[] => {
    const event = each.eventId ?? `observation-recorded@${new Date(each.at).toISOString()}`
    const answer = answers.get(each.item)
    if (answer === undefined)
      return [{ type: 'event-withdrawn', data: { event, reason: 'recorded-wrongly' } }]
    const moved = at !== undefined && at !== each.at ? { at: new Date(at).toISOString() } : {}
    const turned = answer === each.answer ? {} : { data: { answer } }
    const data = { event, ...moved, ...turned }
    return Object.keys(data).length === 1 ? [] : [{ type: 'event-corrected', data }]
  })
  const added = [...answers].flatMap(([item, answer]) => {
    if (now.has(item)) return []
    // One withdrawn keeps its name, so what is said of the item afterwards has another.
    return [{ ...observationAct(of, { item, answer, filledIn }), id: `${item}~${newId()}` }]
  })
  return [...changed, ...added]
}
