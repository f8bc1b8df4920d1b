import { randomInt } from 'node:crypto'
import { drawSample, seedsBelow } from '#core/observations/sample.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { instantText } from '../types.ts'
import { openRound, programmeRound } from './programme-rows.ts'
import { populationOf, type SampleConditions } from './population.ts'
import { lockProgramme } from './rounds.ts'
import { addSheets, type Giving } from './give.ts'

/** A random sample of cases to be drawn, each as a sheet of its own. */
export interface SampleToDraw extends Giving {
  readonly programmeId: string
  readonly conditions: SampleConditions
  readonly wanted: number
  /** A number of one’s own, such as one that dice gave; otherwise one is drawn. */
  readonly seed?: number
}

/** A sample as it was drawn: with the seed and the conditions anybody can draw it again. */
export interface Sample {
  readonly round: number
  readonly sample: number
  readonly seed: number
  readonly conditions: SampleConditions
  readonly population: number
  readonly drawn: number
  readonly drawnAt: Instant
  readonly drawnBy: string
}

/** What came of drawing a sample again. */
export interface DrawnAgain {
  readonly sample: Sample
  /** Among how many cases, of those known when it was first drawn. */
  readonly population: number
  /** How many of the cases drawn at first were drawn again. */
  readonly same: number
}

const mostDrawn = 500

/** Draws cases at random and makes a sheet of each. */
export function drawCases(
  store: Store,
  acting: Acting,
  asked: SampleToDraw,
): Promise<{ readonly sample: number; readonly drawn: number; readonly population: number } | Refused> {
  const { wanted, seed = randomInt(seedsBelow) } = asked
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > mostDrawn)
    return Promise.resolve(
      refused('not valid', `how many is a whole number from 1 to ${mostDrawn}`, 'write one', '/wanted'),
    )
  if (!Number.isInteger(seed) || seed < 0 || seed >= seedsBelow)
    return Promise.resolve(refused('not valid', 'this is no seed', 'leave it empty', '/seed'))
  return store.database.transact(acting, 'returns.write', async (tx) => {
    await tx.run(lockProgramme, [acting.landlord, asked.programmeId])
    const found = await openRound(tx, asked.programmeId)
    if (isRefused(found)) return found
    const conditions = conditionsOf(store, asked.conditions, found.programme.showsLetters)
    if (isRefused(conditions)) return conditions
    const zone = await zoneIn(tx, store)
    if (isRefused(zone)) return zone
    const of = { programmeId: asked.programmeId, round: found.round.round }
    const sample = (await samplesOf(tx, of)).length + 1
    const toldBy = store.now()
    const cases = await populationOf(tx, of, conditions, { zone, toldBy, sample })
    if (isRefused(cases)) return cases
    const places = new Map(cases.map(({ caseId, place }) => [caseId, place]))
    const { drawn, population } = drawSample(places.keys(), wanted, seed)
    if (drawn.length === 0)
      return refused(
        'not found',
        'there is no such case',
        'choose other days or another kind of case',
        '/from',
      )
    const { landlord, by } = acting
    const kept = JSON.stringify(conditions)
    const at = instantText(toldBy)
    await tx.run(insertSample, [
      landlord,
      of.programmeId,
      of.round,
      sample,
      seed,
      kept,
      population,
      drawn.length,
      at,
      by,
    ])
    const sheets = drawn.map((caseId) => ({ sample, aboutCase: caseId, place: places.get(caseId) ?? null }))
    const added = await addSheets(tx, store, { ...found, sheets, giving: asked })
    return isRefused(added) ? added : { sample, drawn: drawn.length, population }
  })
}

/** Draws a sample again from its seed, among the cases known when it was drawn, and says whether it is the same. */
export function drawAgain(
  store: Store,
  acting: Acting,
  asked: { readonly programmeId: string; readonly round: number; readonly sample: number },
): Promise<DrawnAgain | Refused> {
  return store.database.transact(acting, 'returns.write', async (tx) => {
    const found = await programmeRound(tx, asked.programmeId, asked.round)
    if (isRefused(found)) return found
    const sample = (await samplesOf(tx, asked)).find((each) => each.sample === asked.sample)
    if (sample === undefined)
      return refused('not found', 'there is no such sample', 'choose one of the programme')
    const zone = await zoneIn(tx, store)
    if (isRefused(zone)) return zone
    const { seed, conditions, drawnAt } = sample
    const cases = await populationOf(tx, asked, conditions, { zone, toldBy: drawnAt, sample: asked.sample })
    if (isRefused(cases)) return cases
    const again = drawSample(
      cases.map(({ caseId }) => caseId),
      sample.drawn,
      seed,
    )
    const rows = await tx.run(casesOfSample, [acting.landlord, asked.programmeId, asked.round, asked.sample])
    const first = new Set(rows.map(({ caseId }) => caseId))
    return { sample, population: again.population, same: again.drawn.filter((id) => first.has(id)).length }
  })
}

/** The samples of a round, in the order in which they were drawn. */
export function samplesOf(
  tx: Transaction,
  { programmeId, round }: { readonly programmeId: string; readonly round: number },
): Promise<readonly Sample[]> {
  return tx.run(samplesOfRound, [tx.acting.landlord, programmeId, round])
}

function conditionsOf(
  { vocabulary }: Store,
  asked: SampleConditions,
  withLetter: boolean,
): SampleConditions | Refused {
  const kind = vocabulary.kinds.get(asked.kind)
  if (kind === undefined || kind.notACase === true)
    return refused('not valid', 'this is no kind of case', 'choose one', '/kind')
  if (asked.to < asked.from)
    return refused('not valid', 'the last day comes before the first', 'choose a later day', '/to')
  return withLetter ? { ...asked, withLetter } : asked
}

/** The time zone of the landlord’s latest edition. */
export async function zoneIn(tx: Transaction, store: Store): Promise<Zone | Refused> {
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const zone = terms.editions.at(-1)?.calendar.zone
  if (zone === undefined) throw new Error('terms have at least one edition')
  return zone
}

const insertSample = statement(
  'insert-observation-sample',
  `insert into observation_samples
     (landlord, programme_id, round, sample, seed, conditions, population, drawn, drawn_at, drawn_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)

const samplesOfRound = statement<Sample>(
  'observation-samples-of-round',
  `select round, sample, seed, conditions, population, drawn, drawn_at as "drawnAt", drawn_by as "drawnBy"
     from observation_samples where landlord = $1 and programme_id = $2 and round = $3 order by sample`,
)

const casesOfSample = statement<{ readonly caseId: string }>(
  'observation-cases-of-sample',
  `select about_case as "caseId" from observation_sheets
    where landlord = $1 and programme_id = $2 and round = $3 and sample = $4 and about_case is not null`,
)
