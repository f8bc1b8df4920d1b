import type { ItemAnswer } from '#core/observations/results.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import type { Act } from '../ledger/act.ts'
import { recordStep } from '../ledger/append.ts'
import { newReference } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { keepWords } from '../words/keep-words.ts'
import { textFault } from '../words/text.ts'
import type { Programme } from './programme-rows.ts'
import type { Sheet } from './sheet-rows.ts'

/** A form as an observer filled it in. */
export interface FilledIn {
  /** By item; one left blank is not in it. */
  readonly answers: ReadonlyMap<string, ItemAnswer>
  /** Where, for a sheet that does not say so itself. */
  readonly place?: string | undefined
  /** When what was observed happened. */
  readonly at: Instant | undefined
  readonly note: string
}

/** What is recorded: of which programme, where, on which case and by whom. */
export interface SheetToRecord {
  readonly programme: Programme
  readonly sheet: Pick<Sheet, 'aboutCase' | 'place' | 'observerId'>
}

/** Records what was found as one case of observations, and gives its reference. */
export async function recordSheet(
  tx: Transaction,
  store: Store,
  of: SheetToRecord,
  filledIn: FilledIn,
): Promise<string | Refused> {
  const recordCase = newReference()
  const noteId = await keepNote(tx, of.sheet.aboutCase, recordCase, filledIn.note)
  if (isRefused(noteId)) return noteId
  for (const [index, [item, answer]] of [...filledIn.answers].entries()) {
    const act = observationAct(of, { item, answer, filledIn })
    const words = index === 0 && noteId !== undefined ? { words: [noteId] } : {}
    const told = { ...act, data: { ...act.data, ...words } }
    const step =
      index === 0
        ? { open: { kind: 'observation', caseId: recordCase, act: told } }
        : { in: recordCase, act: told }
    const done = await recordStep(tx, store, step)
    if (isRefused(done)) return done
  }
  return recordCase
}

/** The act that records one item. Its own name is the item’s, so that it can be corrected. */
export function observationAct(
  { programme, sheet }: SheetToRecord,
  told: {
    readonly item: string
    readonly answer: ItemAnswer
    readonly filledIn: FilledIn
  },
): Act & { readonly data: Readonly<Record<string, unknown>> } {
  const { item, answer, filledIn } = told
  const place = sheet.place ?? filledIn.place
  const { observerId: observer } = sheet
  return {
    type: 'observation-recorded',
    id: item,
    ...(filledIn.at !== undefined && { at: new Date(filledIn.at).toISOString() }),
    data: {
      instrument: programme.instrument,
      item,
      answer,
      programme: programme.programmeId,
      ...(place !== undefined && { place }),
      ...(observer !== null && { observer }),
    },
  }
}

/** Puts a note into the drawer; nothing where none was written. It is erased with whoever the observed case is about. */
export async function keepNote(
  tx: Transaction,
  aboutCase: string | null,
  caseId: string,
  note: string,
): Promise<string | undefined | Refused> {
  if (note.trim() === '') return undefined
  const fault = textFault(note, '/note')
  if (fault !== undefined) return fault
  const [about] = aboutCase === null ? [] : await tx.run(customerOfCase, [tx.acting.landlord, aboutCase])
  const customer = about?.customerId ?? undefined
  return keepWords(tx, {
    kind: 'note',
    text: note,
    caseId,
    ...(customer !== undefined && { customerId: customer }),
  })
}

const customerOfCase = statement<{ readonly customerId: string | null }>(
  'customer-of-observed-case',
  'select customer_id as "customerId" from cases where landlord = $1 and case_id = $2',
)
