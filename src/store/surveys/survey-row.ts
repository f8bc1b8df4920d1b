import type { Asking, Inviting, SurveyState } from '#core/surveys/survey.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'

/** A survey as it is now. */
export interface Survey {
  readonly surveyId: string
  readonly code: string
  readonly name: string
  readonly state: SurveyState
  /** Which of its editions is asked now. */
  readonly edition: number
  readonly asking: Asking
  readonly inviting: Inviting
  /** How many rounds everybody was asked in, and when the last began. */
  readonly round: number
  readonly roundOn: Day | null
  /** The recurring promise that a round keeps. */
  readonly dutyPromise: string | null
  readonly version: number
}

/** A survey’s row with what it asks now. */
export interface SurveyRow extends Asking {
  readonly surveyId: string
  readonly code: string
  readonly name: string
  readonly state: SurveyState
  readonly edition: number
  readonly after: readonly string[]
  readonly teamId: string | null
  readonly onlyField: string | null
  readonly onlyValue: string | null
  readonly afterDays: number
  readonly oneIn: number
  readonly seed: string
  readonly quietDays: number
  readonly reminders: number
  readonly reminderDays: number
  readonly openDays: number
  readonly lookedUntil: Instant | null
  readonly lookedCase: string
  readonly lookedSequence: number
  readonly round: number
  readonly roundAfter: string | null
  readonly roundOn: Day | null
  readonly dutyPromise: string | null
  readonly version: number
}

/** The survey that a row holds. */
export function surveyOf(row: SurveyRow): Survey {
  const { surveyId, code, name, state, edition, round, roundOn, dutyPromise, version } = row
  return {
    surveyId,
    code,
    name,
    state,
    edition,
    round,
    roundOn,
    dutyPromise,
    version,
    asking: askingOf(row),
    inviting: invitingOf(row),
  }
}

/** What a row asks. */
export function askingOf({ introduction, questions, bands }: SurveyRow): Asking {
  return { introduction, questions, bands }
}

/** Whom a row invites. */
export function invitingOf(row: SurveyRow): Inviting {
  const { after, teamId, onlyField, onlyValue, afterDays, oneIn, seed } = row
  const { quietDays, reminders, reminderDays, openDays } = row
  const only = onlyField === null || onlyValue === null ? null : { field: onlyField, value: onlyValue }
  return { after, teamId, only, afterDays, oneIn, seed, quietDays, reminders, reminderDays, openDays }
}

/** A survey of the landlord that acts, or that there is none. */
export async function surveyIn(tx: Transaction, surveyId: string): Promise<SurveyRow | Refused> {
  const [row] = await tx.run(oneSurvey, [tx.acting.landlord, surveyId])
  return row ?? refused('not found', 'there is no such survey', 'choose one from the list')
}

/** The same, locked until the transaction is over. */
export async function lockSurvey(tx: Transaction, surveyId: string): Promise<SurveyRow | Refused> {
  await tx.run(lockOne, [tx.acting.landlord, surveyId])
  return surveyIn(tx, surveyId)
}

/** Every survey, by name. */
export function allSurveys(tx: Transaction): Promise<readonly SurveyRow[]> {
  return tx.run(everySurvey, [tx.acting.landlord, mostSurveys])
}

/** More than any landlord holds. */
export const mostSurveys = 200

/** A question of an older edition, beside those asked now. */
export interface EditionRow extends Asking {
  readonly edition: number
  readonly madeAt: Instant
  readonly madeBy: string
}

/** Every edition of a survey, the latest first. */
export function editionsIn(tx: Transaction, surveyId: string): Promise<readonly EditionRow[]> {
  return tx.run(editionsOfSurvey, [tx.acting.landlord, surveyId])
}

const columns = `s.survey_id as "surveyId", s.code, s.name, s.state, s.edition, s.after, s.team_id as "teamId",
  s.only_field as "onlyField", s.only_value as "onlyValue", s.after_days as "afterDays", s.one_in as "oneIn", s.seed,
  s.quiet_days as "quietDays", s.reminders, s.reminder_days as "reminderDays", s.open_days as "openDays",
  s.looked_until as "lookedUntil", s.looked_case as "lookedCase", s.looked_sequence as "lookedSequence", s.round,
  s.round_after as "roundAfter", s.round_on as "roundOn", s.duty_promise as "dutyPromise", s.version, e.introduction, e.questions, e.bands`

const surveys = `select ${columns} from surveys s
  join survey_editions e on e.landlord = s.landlord and e.survey_id = s.survey_id and e.edition = s.edition
  where s.landlord = $1`

const oneSurvey = statement<SurveyRow>('one-survey', `${surveys} and s.survey_id = $2`)

const everySurvey = statement<SurveyRow>('every-survey', `${surveys} order by s.name, s.survey_id limit $2`)

const lockOne = statement(
  'lock-survey',
  'select from surveys where landlord = $1 and survey_id = $2 for update',
)

const editionsOfSurvey = statement<EditionRow>(
  'editions-of-survey',
  `select edition, introduction, questions, bands, made_at as "madeAt", made_by as "madeBy" from survey_editions
    where landlord = $1 and survey_id = $2 order by edition desc limit 1000`,
)
