import type { Judged } from '#core/observations/results.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText } from '../types.ts'
import { fewestOfOne, notAbout } from './blind.ts'
import { type Sample, samplesOf } from './draw.ts'
import { foundOn } from './found-on-sheet.ts'
import { programmeRound, type ProgrammeRound } from './programme-rows.ts'
import { todayIn } from './programmes.ts'
import { namesOfPlaces } from './read-sheet.ts'
import { toldWithoutSheet } from './told-without-sheet.ts'

/** A round with everything that was found in it, for whoever may see figures. */
export interface RoundResults extends ProgrammeRound {
  readonly rounds: readonly number[]
  readonly samples: readonly Sample[]
  readonly imports: readonly ImportListed[]
  readonly sheets: number
  readonly sent: number
  readonly overdue: number
  readonly judged: readonly Judged[]
  /** How many answers of them other programs told of, with no sheet. */
  readonly told: number
  readonly placeNames: ReadonlyMap<string, string>
}

/** A file that came from an outside company. */
export interface ImportListed {
  readonly importId: string
  readonly counted: number
  readonly rejected: number
  readonly madeAt: Instant
}

/**
 * What a round found. While it runs, sheets about whoever asks are left out; once it is closed they are in the totals, unless so few
 * were about them that the totals would tell.
 */
export function readResults(
  store: Store,
  acting: Acting,
  asked: { readonly programmeId: string; readonly round?: number },
): Promise<RoundResults | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const found = await programmeRound(tx, asked.programmeId, asked.round)
    if (isRefused(found)) return found
    const today = await todayIn(tx, store)
    if (isRefused(today)) return today
    const { landlord, staffId = null } = acting
    const of = [landlord, asked.programmeId, found.round.round]
    const rows = await tx.run(sheetsCounted, [...of, staffId, dayText(today)])
    const counted = inTotals(rows, found.round.closedAt !== null)
    const rounds = await tx.run(roundsOf, of.slice(0, 2))
    const judged = await judgedOn(tx, store, counted)
    const told = await toldWithoutSheet(tx, store, found)
    if (isRefused(told)) return told
    return {
      ...found,
      rounds: rounds.map(({ round }) => round),
      samples: await samplesOf(tx, { programmeId: asked.programmeId, round: found.round.round }),
      imports: await tx.run(importsOf, of),
      sheets: counted.length,
      sent: counted.filter(({ recordCase }) => recordCase !== null).length,
      overdue: found.round.closedAt === null ? counted.filter(({ isOverdue }) => isOverdue).length : 0,
      judged: [...judged, ...told],
      told: told.length,
      placeNames: await namesOfPlaces(tx, [
        ...new Set([...found.programme.places, ...[...counted, ...told].flatMap(({ place }) => place ?? [])]),
      ]),
    }
  })
}

interface SheetCounted {
  readonly recordCase: string | null
  readonly place: string | null
  readonly isOverdue: boolean
  /** It is about whoever asks. */
  readonly isOwn: boolean
}

function inTotals(sheets: readonly SheetCounted[], isClosed: boolean): readonly SheetCounted[] {
  const own = sheets.filter(({ isOwn, recordCase }) => isOwn && recordCase !== null).length
  return isClosed && own >= fewestOfOne ? sheets : sheets.filter(({ isOwn }) => !isOwn)
}

async function judgedOn(
  tx: Transaction,
  store: Store,
  sheets: readonly SheetCounted[],
): Promise<readonly Judged[]> {
  const places = new Map(
    sheets.flatMap(({ recordCase, place }) => (recordCase === null ? [] : [[recordCase, place]])),
  )
  const found = await foundOn(tx, store, [...places.keys()])
  return [...found].flatMap(([recordCase, items]) =>
    items.map(({ item, answer }) => ({ item, answer, place: places.get(recordCase) ?? null })),
  )
}

const sheetsCounted = statement<SheetCounted>(
  'observation-sheets-counted',
  `select s.record_case as "recordCase", s.place, s.sent_at is null and s.due_on < $5 as "isOverdue",
          not ${notAbout('$4')} as "isOwn"
     from observation_sheets s
     join observation_programmes p on p.landlord = s.landlord and p.programme_id = s.programme_id
    where s.landlord = $1 and s.programme_id = $2 and s.round = $3 order by s.n limit 10000`,
)

const roundsOf = statement<{ readonly round: number }>(
  'observation-rounds-of-programme',
  'select round from observation_rounds where landlord = $1 and programme_id = $2 order by round desc limit 1000',
)

const importsOf = statement<ImportListed>(
  'observation-imports-of-round',
  `select import_id as "importId", counted, rejected, made_at as "madeAt" from observation_imports
    where landlord = $1 and programme_id = $2 and round = $3 order by made_at, import_id limit 200`,
)
