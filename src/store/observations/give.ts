import type { Acting } from '#core/people/acting.ts'
import { permissionsOf, isRole } from '#core/people/role.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText, instantText } from '../types.ts'
import { notAbout } from './blind.ts'
import { openRound, type ProgrammeRound } from './programme-rows.ts'
import { lockProgramme } from './rounds.ts'

/** To whom sheets are given, in turn, and by when they are to be done. */
export interface Giving {
  readonly observers: readonly string[]
  /** The last day of the round, where it is not said. */
  readonly dueOn?: Day | undefined
}

/** Somebody who can be given sheets. */
export interface Observer {
  readonly staffId: string
  readonly name: string
}

/** A sheet to be made: of a case that was drawn, or at a place. */
export interface SheetToAdd {
  readonly sample?: number
  readonly aboutCase?: string
  readonly place: string | null
}

/** The most observations at one place that are set up at once. */
const mostOfAPlace = 200
/** The most sheets of a round. */
const mostSheets = 6_000
const mostGiven = 500

/** Sets up so many observations at each of these places, given to the observers in turn. */
export function addPlaces(
  store: Store,
  acting: Acting,
  asked: Giving & {
    readonly programmeId: string
    readonly places: readonly string[]
    readonly each: number
  },
): Promise<{ readonly added: number } | Refused> {
  const { places, each } = asked
  if (!Number.isInteger(each) || each < 1 || each > mostOfAPlace)
    return Promise.resolve(
      refused('not valid', `how many is a whole number from 1 to ${mostOfAPlace}`, 'write one', '/each'),
    )
  return store.database.transact(acting, 'returns.write', async (tx) => {
    await tx.run(lockProgramme, [acting.landlord, asked.programmeId])
    const found = await openRound(tx, asked.programmeId)
    if (isRefused(found)) return found
    const unknown = places.find((place) => !found.programme.places.includes(place))
    if (places.length === 0 || unknown !== undefined)
      return refused('not valid', 'these are not places of the programme', 'choose some of them', '/places')
    // Each place once, then each again: whoever takes turns does not stay at one place.
    const sheets = Array.from({ length: each }, () => places.map((place) => ({ place }))).flat()
    return addSheets(tx, store, { ...found, sheets, giving: asked })
  })
}

/** Gives sheets that were not sent yet to one observer, or to nobody. Sheets about the observer stay with whom they were. */
export function giveSheets(
  store: Store,
  acting: Acting,
  asked: {
    readonly programmeId: string
    readonly sheetIds: readonly string[]
    readonly observer: string | undefined
  },
): Promise<{ readonly given: number } | Refused> {
  const { programmeId, sheetIds, observer } = asked
  if (sheetIds.length > mostGiven)
    return Promise.resolve(refused('too many', `no more than ${mostGiven} sheets are given at once`))
  return store.database.transact(acting, 'returns.write', async (tx) => {
    const found = await openRound(tx, programmeId)
    if (isRefused(found)) return found
    const [unknown] = observer === undefined ? [] : await strangers(tx, [observer])
    if (unknown !== undefined) return noObserver()
    const given = await tx.run(giveRows, [
      acting.landlord,
      programmeId,
      found.round.round,
      sheetIds,
      observer ?? null,
      instantText(store.now()),
      acting.staffId ?? null,
    ])
    return { given: given.length }
  })
}

/** Everybody who can be given sheets, by name. */
export function observersOf(store: Store, acting: Acting): Promise<readonly Observer[] | Refused> {
  return store.database.transact(acting, 'returns.write', (tx) => observersIn(tx))
}

/** Adds sheets to a round and gives them to the observers in turn; a sheet about one of them goes to the next. */
export async function addSheets(
  tx: Transaction,
  store: Store,
  {
    programme: { programmeId },
    round: { round, lastOn },
    sheets,
    giving: { observers, dueOn = lastOn },
  }: ProgrammeRound & { readonly sheets: readonly SheetToAdd[]; readonly giving: Giving },
): Promise<{ readonly added: number } | Refused> {
  const unknown = await strangers(tx, observers)
  if (unknown.length > 0) return noObserver()
  const { landlord } = tx.acting
  const [last] = await tx.run(lastSheet, [landlord, programmeId, round])
  const n = last?.n ?? 0
  if (n + sheets.length > mostSheets)
    return refused('too many', `a round has ${mostSheets} sheets at the most`, 'add fewer', '/wanted')
  const rows = sheets.map(({ sample, aboutCase, place }, index) => ({
    sheet_id: newId(),
    n: n + index + 1,
    sample,
    about_case: aboutCase,
    place,
  }))
  await tx.run(insertSheets, [landlord, programmeId, round, dayText(dueOn), JSON.stringify(rows)])
  const at = instantText(store.now())
  for (const [turn] of observers.entries()) {
    const mine = rows.filter((_, index) => index % observers.length === turn).map(({ sheet_id: id }) => id)
    await giveInTurn(tx, { programmeId, round, at, sheetIds: mine, observers, turn })
  }
  return { added: rows.length }
}

/** Whoever the turn is at takes the sheets that are not about them; what is left goes to the next. */
async function giveInTurn(
  tx: Transaction,
  asked: {
    readonly programmeId: string
    readonly round: number
    readonly at: string
    readonly sheetIds: readonly string[]
    readonly observers: readonly string[]
    readonly turn: number
  },
): Promise<void> {
  const { programmeId, round, at, observers, turn } = asked
  let left = asked.sheetIds
  for (let steps = 0; steps < observers.length && left.length > 0; steps++) {
    const observer = observers[(turn + steps) % observers.length]
    const given = await tx.run(giveRows, [tx.acting.landlord, programmeId, round, left, observer, at, null])
    const taken = new Set(given.map(({ sheetId }) => sheetId))
    left = left.filter((id) => !taken.has(id))
  }
}

/** Who of these cannot be given sheets. */
async function strangers(tx: Transaction, observers: readonly string[]): Promise<readonly string[]> {
  if (observers.length === 0) return []
  const known = new Set((await observersIn(tx)).map(({ staffId }) => staffId))
  return observers.filter((id) => !known.has(id))
}

async function observersIn(tx: Transaction): Promise<readonly Observer[]> {
  const rows = await tx.run(activeStaff, [tx.acting.landlord])
  return rows
    .filter(({ roles }) => permissionsOf(roles.filter(isRole)).has('observations.write'))
    .map(({ staffId, name }) => ({ staffId, name }))
}

function noObserver(): Refused {
  return refused(
    'not valid',
    'this person cannot be given sheets',
    'give them the role of an observer first',
    '/observers',
  )
}

const activeStaff = statement<Observer & { readonly roles: readonly string[] }>(
  'observation-active-staff',
  `select staff_id as "staffId", name, roles from staff
    where landlord = $1 and active and roles <> '{}' order by name, staff_id limit 5000`,
)

const lastSheet = statement<{ readonly n: number | null }>(
  'last-observation-sheet',
  'select max(n) as n from observation_sheets where landlord = $1 and programme_id = $2 and round = $3',
)

const insertSheets = statement(
  'insert-observation-sheets',
  `insert into observation_sheets (landlord, sheet_id, programme_id, round, n, sample, about_case, place, due_on)
   select $1, sheet_id, $2, $3, n, sample, about_case, place, $4::date
     from json_to_recordset($5::json) as s (sheet_id text, n integer, sample integer, about_case text, place text)`,
)

const giveRows = statement<{ readonly sheetId: string }>(
  'give-observation-sheets',
  `update observation_sheets s set observer_id = $5, given_at = $6
     from observation_programmes p
    where p.landlord = $1 and p.programme_id = $2
      and s.landlord = $1 and s.programme_id = $2 and s.round = $3 and s.sheet_id = any ($4::text[]) and s.sent_at is null
      and ${notAbout('$5')} and ${notAbout('$7')}
   returning s.sheet_id as "sheetId"`,
)
