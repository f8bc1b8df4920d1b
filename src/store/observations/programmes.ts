import { isObservedBy } from '#core/observations/instrument.ts'
import { dutiesOfLandlord } from '#core/duties/duties-of-landlord.ts'
import type { Acting } from '#core/people/acting.ts'
import { promisesInForce } from '#core/observations/promises-in-force.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { dayText, instantText } from '../types.ts'
import { notAbout } from './blind.ts'
import {
  asProgrammeRound,
  type ProgrammeRound,
  type ProgrammeRow,
  programmeColumns,
} from './programme-rows.ts'
import { itemsChosen } from './items-now.ts'
import { insertRound, roundFault } from './rounds.ts'

/** A programme as somebody sets it up. */
export interface ProgrammeToAdd {
  readonly name: string
  readonly instrument: string
  readonly commissionedBy: 'landlord' | 'residents'
  readonly isLive?: boolean
  readonly showsLetters?: boolean
  /** Of the pack’s items that the instrument judges. */
  readonly items: readonly string[]
  readonly places: readonly string[]
  /** The recurring promise that a finished round keeps. */
  readonly dutyPromise?: string | undefined
  readonly firstOn: Day
  readonly lastOn: Day
  readonly wanted: number
}

/** A programme in a list, with how far its latest round has come. */
export interface ProgrammeListed extends ProgrammeRound {
  readonly sheets: number
  readonly sent: number
  readonly overdue: number
}

/** More than any landlord runs. */
const mostProgrammes = 500
const mostPlaces = 200

/** Sets a programme up with its first round. Its form is the pack’s items, in the words of the promises. */
export async function addProgramme(
  store: Store,
  acting: Acting,
  asked: ProgrammeToAdd,
): Promise<{ readonly programmeId: string } | Refused> {
  const fault = nameFault(asked) ?? roundFault(asked)
  if (fault !== undefined) return fault
  return store.database.transact(acting, 'returns.write', async (tx) => {
    const terms = await termsNow(tx, store)
    if (isRefused(terms)) return terms
    const promises = promisesInForce(terms.editions, store.now())
    const items = itemsChosen(promises, asked)
    if (isRefused(items)) return items
    const duty = dutyOf(promises, asked.dutyPromise)
    if (isRefused(duty)) return duty
    const programmeId = newId()
    await tx.run(insertProgramme, [
      acting.landlord,
      programmeId,
      asked.name.trim(),
      asked.instrument,
      asked.commissionedBy,
      asked.isLive ?? false,
      asked.showsLetters ?? false,
      JSON.stringify(items),
      [...new Set(asked.places)],
      duty,
      duty === null ? null : asked.dutyPromise,
      instantText(store.now()),
      acting.by,
    ])
    await insertRound(tx, { ...asked, programmeId, round: 1, items })
    return { programmeId }
  })
}

/** Every programme with its latest round: those that run first, then by name. Sheets about whoever asks are not in the numbers. */
export function listProgrammes(store: Store, acting: Acting): Promise<readonly ProgrammeListed[] | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const today = await todayIn(tx, store)
    if (isRefused(today)) return today
    const rows = await tx.run(allProgrammes, [
      acting.landlord,
      acting.staffId ?? null,
      dayText(today),
      mostProgrammes,
    ])
    return rows.map(({ sheets, sent, overdue, ...row }) => ({
      ...asProgrammeRound(row),
      sheets,
      sent,
      overdue,
    }))
  })
}

/** Which day it is at the landlord’s. */
export async function todayIn(tx: Transaction, store: Store): Promise<Day | Refused> {
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const zone = terms.editions.at(-1)?.calendar.zone
  if (zone === undefined) throw new Error('terms have at least one edition')
  return zone.dayOf(store.now())
}

function nameFault({ name, instrument, places }: ProgrammeToAdd): Refused | undefined {
  const length = name.trim().length
  if (length === 0 || length > 200)
    return refused(
      'not valid',
      'a name has between 1 and 200 characters',
      'say what the programme is called',
      '/name',
    )
  if (!isObservedBy(instrument))
    return refused('not valid', 'this is no way of observing', 'choose one', '/instrument')
  if (places.length > mostPlaces || places.some((place) => place === '' || place.length > 200))
    return refused('too many', `a programme has ${mostPlaces} places at the most`, 'choose fewer', '/places')
  return undefined
}

/** The duty of the recurring promise that was named; null where none was. */
function dutyOf(promises: readonly PackPromise[], id: string | undefined): string | null | Refused {
  if (id === undefined) return null
  const duty = dutiesOfLandlord(promises).find((each) => each.promise === id)?.duty
  return duty ?? refused('not valid', 'this promise names no duty', 'choose one from the list', '/duty')
}

const insertProgramme = statement(
  'insert-observation-programme',
  `insert into observation_programmes
     (landlord, programme_id, name, instrument, commissioned_by, is_live, shows_letters, items, places, duty, duty_promise, made_at, made_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
)

const allProgrammes = statement<
  ProgrammeRow & { readonly sheets: number; readonly sent: number; readonly overdue: number }
>(
  'observation-programmes',
  `select ${programmeColumns}, n.sheets, n.sent, n.overdue
     from observation_programmes p
     join lateral (select * from observation_rounds r
                    where r.landlord = p.landlord and r.programme_id = p.programme_id
                    order by r.round desc limit 1) r on true
     join lateral (
       select count(*)::integer as sheets, count(s.sent_at)::integer as sent,
              (count(*) filter (where s.sent_at is null and r.closed_at is null and s.due_on < $3))::integer as overdue
         from observation_sheets s
        where s.landlord = r.landlord and s.programme_id = r.programme_id and s.round = r.round
          and ${notAbout('$2')}) n on true
    where p.landlord = $1
    order by p.ended_at is not null, r.closed_at is not null, p.name, p.programme_id limit $4`,
)
