import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { notAbout } from './blind.ts'
import { programmeColumns, type ProgrammeRound, programmeRound } from './programme-rows.ts'
import {
  asSheetOfProgramme,
  fromSheets,
  type Sheet,
  sheetColumns,
  type SheetOfProgramme,
  type SheetRow,
} from './sheet-rows.ts'

/** The sheets somebody was given: those still to be done, the soonest due first, and the latest that were sent. */
export interface MySheets {
  readonly toDo: readonly SheetOfProgramme[]
  readonly sent: readonly SheetOfProgramme[]
}

const mostToDo = 500
const mostSent = 50

/** The sheets given to whoever asks. A program is given none. */
export function mySheets(store: Store, acting: Acting): Promise<MySheets | Refused> {
  return store.database.transact(acting, 'observations.write', async (tx) => {
    const { landlord, staffId = null } = acting
    const toDo = await tx.run(sheetsToDo, [landlord, staffId, mostToDo])
    const sent = await tx.run(sheetsSent, [landlord, staffId, mostSent])
    return { toDo: toDo.map(asSheetOfProgramme), sent: sent.map(asSheetOfProgramme) }
  })
}

/** The sheets of a round for whoever runs the programme, without those about themselves: 100 from `from` on. */
export function listSheets(
  store: Store,
  acting: Acting,
  asked: { readonly programmeId: string; readonly round?: number; readonly from?: number },
): Promise<(ProgrammeRound & { readonly sheets: readonly Sheet[] }) | Refused> {
  return store.database.transact(acting, 'returns.write', async (tx) => {
    const found = await programmeRound(tx, asked.programmeId, asked.round)
    if (isRefused(found)) return found
    const { landlord, staffId = null } = acting
    const of = [landlord, asked.programmeId, found.round.round, staffId, asked.from ?? 0]
    const rows = await tx.run(sheetsOfRound, of)
    return { ...found, sheets: rows.map((row) => asSheetOfProgramme(row).sheet) }
  })
}

const columns = `${sheetColumns}, ${programmeColumns}`

const sheetsToDo = statement<SheetRow>(
  'observation-sheets-to-do',
  `select ${columns} from ${fromSheets}
    where s.landlord = $1 and s.observer_id = $2 and s.sent_at is null and r.closed_at is null and ${notAbout('$2')}
    order by s.due_on, p.name, s.n limit $3`,
)

const sheetsSent = statement<SheetRow>(
  'observation-sheets-sent',
  `select ${columns} from ${fromSheets}
    where s.landlord = $1 and s.observer_id = $2 and s.sent_at is not null and ${notAbout('$2')}
    order by s.sent_at desc, s.sheet_id limit $3`,
)

const sheetsOfRound = statement<SheetRow>(
  'observation-sheets-of-round',
  `select ${columns} from ${fromSheets}
    where s.landlord = $1 and s.programme_id = $2 and s.round = $3 and ${notAbout('$4')} and s.n > $5
    order by s.n limit 100`,
)
