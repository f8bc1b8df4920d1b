import type { Acting } from '#core/people/acting.ts'
import type { Permission } from '#core/people/permission.ts'
import { promisesOf } from '#core/promises/edition.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { promisedOf, type PromisedSurvey, promisedSurveys } from '#core/surveys/promised.ts'
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
      surveys: surveys.map((survey) => ({ survey, counts: counts.get(survey.surveyId) ?? nobody })),
      promised: promised.filter(({ code }) => !surveys.some((survey) => survey.code === code)),
    }
  })
}

/** One survey with its editions, what it has reached, and what promises say of it. */
export interface SurveyRead extends SurveyListed {
  readonly editions: readonly EditionRow[]
  readonly promised: PromisedSurvey | undefined
}

/** One survey, for who sees figures, types in answers or reads what people wrote. */
export function readSurvey(store: Store, acting: Acting, surveyId: string): Promise<SurveyRead | Refused> {
  return store.database.transact(acting, seeing(acting), async (tx) => {
    const row = await surveyIn(tx, surveyId)
    if (isRefused(row)) return row
    const counts = await countsIn(tx, surveyId)
    const promised = await promisedIn(tx, store)
    return {
      survey: surveyOf(row),
      counts: counts.get(surveyId) ?? nobody,
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

const nobody: SurveyCounts = {
  invited: 0,
  answered: 0,
  toCome: 0,
  toPrint: 0,
  toRing: 0,
  notAsked: new Map(),
  concerned: 0,
}

async function countsIn(
  tx: Transaction,
  surveyId: string | null,
): Promise<ReadonlyMap<string, SurveyCounts>> {
  const rows = await tx.run(countInvitations, [tx.acting.landlord, surveyId])
  return new Map([...Map.groupBy(rows, (row) => row.surveyId)].map(([id, found]) => [id, summed(found)]))
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
    notAsked: new Map(
      rows.filter(({ state }) => state === 'not asked').map(({ why, count }) => [why ?? '', count]),
    ),
    concerned: many('invited', 'answered', 'to come', 'to print', 'to ring', 'not asked', 'stopped'),
  }
}

interface CountRow {
  readonly surveyId: string
  readonly state: string
  readonly why: string | null
  readonly again: boolean
  readonly count: number
}

const countInvitations = statement<CountRow>(
  'count-survey-invitations',
  `select survey_id as "surveyId", state, why, reminders > 0 as again, count(*)::integer as count from survey_invitations
    where landlord = $1 and ($2::text is null or survey_id = $2) group by 1, 2, 3, 4`,
)
