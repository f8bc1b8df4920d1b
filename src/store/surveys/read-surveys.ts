import type { Acting } from '#core/people/acting.ts'
import type { Permission } from '#core/people/permission.ts'
import { promisesOf } from '#core/promises/edition.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { promisedOf, type PromisedSurvey, promisedSurveys } from '#core/surveys/promised.ts'
import type { Round } from '#core/surveys/rounds.ts'
import type { Day } from '#core/time/day.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { allSurveys, type EditionRow, editionsIn, type Survey, surveyIn, surveyOf } from './survey-row.ts'

/** How many people a survey has reached. */
export interface SurveyCounts {
  /** Who was asked, and of them who answered. */
  readonly invited: number
  readonly answered: number
  /** Who will be asked, whose letter is to be printed, and who is to be rung. */
  readonly toCome: number
  readonly toPrint: number
  readonly toRing: number
  /** Whom it concerned and who was not asked, by why. */
  readonly notAsked: ReadonlyMap<string, number>
  /** Everybody drawn so far, asked or not. */
  readonly concerned: number
}

/** A survey with how many it has reached. */
export interface SurveyListed {
  readonly survey: Survey
  /** From its beginning, for what is still to be done. */
  readonly counts: SurveyCounts
  /** In its last round, or from its beginning where it has none. */
  readonly latest: SurveyCounts
}

/** How many one round of a survey has reached. */
export interface RoundReached {
  readonly round: Round
  readonly beganOn: Day | null
  readonly counts: SurveyCounts
}

/** Every survey, and those of which promises speak and which are not there yet. */
export interface SurveyList {
  readonly surveys: readonly SurveyListed[]
  readonly promised: readonly PromisedSurvey[]
}

/** The surveys of the landlord, for who sees figures and for who types in answers. */
export function listSurveys(store: Store, acting: Acting): Promise<SurveyList | Refused> {
  return store.database.transact(acting, seeing(acting), async (tx) => {
    const surveys = (await allSurveys(tx)).map(surveyOf)
    const counts = await countsIn(tx, null)
    const promised = await promisedIn(tx, store)
    return {
      surveys: surveys.map((survey) => listed(survey, counts.get(survey.surveyId) ?? [])),
      promised: promised.filter(({ code }) => !surveys.some((survey) => survey.code === code)),
    }
  })
}

/** One survey with its editions, what it has reached, and what promises say of it. */
export interface SurveyRead extends SurveyListed {
  /** Its rounds, the latest first, and what was in none last; one that is none where it has no rounds. */
  readonly rounds: readonly RoundReached[]
  readonly editions: readonly EditionRow[]
  readonly promised: PromisedSurvey | undefined
}

/** One survey, for who sees figures, types in answers or reads what people wrote. */
export function readSurvey(store: Store, acting: Acting, surveyId: string): Promise<SurveyRead | Refused> {
  return store.database.transact(acting, seeing(acting), async (tx) => {
    const row = await surveyIn(tx, surveyId)
    if (isRefused(row)) return row
    const survey = surveyOf(row)
    const reached = (await countsIn(tx, surveyId)).get(surveyId) ?? []
    const promised = await promisedIn(tx, store)
    return {
      ...listed(survey, reached),
      rounds: roundsOf(survey, reached),
      editions: await editionsIn(tx, surveyId),
      promised: promisedOf(promised, row),
    }
  })
}

function seeing({ may }: Acting): Permission {
  return (
    (['figures.read', 'surveys.enter', 'words.read'] as const).find((each) => may.has(each)) ??
    'surveys.enter'
  )
}

/** The surveys of which the landlord’s promises speak. */
async function promisedIn(tx: Transaction, store: Store): Promise<readonly PromisedSurvey[]> {
  const terms = await termsNow(tx, store)
  return isRefused(terms) ? [] : promisedSurveys(promisesOf(terms.editions))
}

async function countsIn(
  tx: Transaction,
  surveyId: string | null,
): Promise<ReadonlyMap<string, readonly CountRow[]>> {
  const rows = await tx.run(countInvitations, [tx.acting.landlord, surveyId])
  return Map.groupBy(rows, (row) => row.surveyId)
}

function listed(survey: Survey, rows: readonly CountRow[]): SurveyListed {
  const latest = survey.round === 0 ? rows : rows.filter(({ round }) => round === survey.round)
  return { survey, counts: summed(rows), latest: summed(latest) }
}

function roundsOf({ round: last, roundOn }: Survey, rows: readonly CountRow[]): readonly RoundReached[] {
  const numbered = Array.from({ length: last }, (_, n) => {
    const own = rows.filter(({ round }) => round === last - n)
    const beganOn = n === 0 ? roundOn : (own.map(({ askOn }) => askOn).toSorted((a, b) => a - b)[0] ?? null)
    return { round: last - n, beganOn, counts: summed(own) }
  })
  const others = rows.filter(({ round }) => round === null)
  if (last > 0 && others.length === 0) return numbered
  return [...numbered, { round: null, beganOn: null, counts: summed(others) }]
}

function summed(rows: readonly CountRow[]): SurveyCounts {
  const many = (...states: readonly string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0)
  return {
    // A letter that is printed once more, as a reminder, was asked before.
    invited:
      many('invited', 'answered') +
      rows
        .filter(({ state, again }) => state === 'to print' && again)
        .reduce((sum, { count }) => sum + count, 0),
    answered: many('answered'),
    toCome: many('to come'),
    toPrint: many('to print'),
    toRing: many('to ring'),
    notAsked: notAskedOf(rows),
    concerned: many('invited', 'answered', 'to come', 'to print', 'to ring', 'not asked', 'stopped'),
  }
}

function notAskedOf(rows: readonly CountRow[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { state, why, count } of rows)
    if (state === 'not asked') sums.set(why ?? '', (sums.get(why ?? '') ?? 0) + count)
  return sums
}

interface CountRow {
  readonly surveyId: string
  readonly round: Round
  /** The earliest day on which any of them was to be asked. */
  readonly askOn: Day
  readonly state: string
  readonly why: string | null
  readonly again: boolean
  readonly count: number
}

const countInvitations = statement<CountRow>(
  'count-survey-invitations',
  `select survey_id as "surveyId", round, state, why, reminders > 0 as again, min(ask_on) as "askOn", count(*)::integer as count
     from survey_invitations
    where landlord = $1 and ($2::text is null or survey_id = $2) group by 1, 2, 3, 4, 5`,
)
