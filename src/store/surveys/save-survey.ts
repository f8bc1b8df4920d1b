import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { askingFault, asksTheSame, followingFault } from '#core/surveys/asking-faults.ts'
import { invitingFault } from '#core/surveys/inviting-faults.ts'
import type { Asking, Inviting, SurveyState } from '#core/surveys/survey.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText, instantText } from '../types.ts'
import { allSurveys, askingOf, editionsIn, lockSurvey, mostSurveys, type SurveyRow } from './survey-row.ts'
import { dutyFault } from './round-duty.ts'
import { todayIn } from './today.ts'

/** What is typed of a survey. */
export interface SurveyTyped {
  readonly code: string
  readonly name: string
  readonly asking: Asking
  readonly inviting: Inviting
  /** The recurring promise that a round of a survey of everybody keeps. */
  readonly dutyPromise?: string | null
}

/** A survey that was saved, and which edition of it is asked now. */
export interface SurveySaved {
  readonly surveyId: string
  readonly edition: number
}

/**
 * Saves a survey: a new one, or with `surveyId` the version that whoever writes has seen. Where what is asked has changed, it
 * becomes the next edition; what people were asked before stays as it was.
 */
export async function saveSurvey(
  store: Store,
  acting: Acting,
  {
    surveyId,
    expected,
    typed,
  }: { readonly surveyId?: string; readonly expected?: number; readonly typed: SurveyTyped },
): Promise<SurveySaved | Refused> {
  const fault = nameFault(typed) ?? invitingFault(typed.inviting) ?? askingFault(typed.asking)
  if (fault !== undefined) return fault
  return store.database.transact(acting, 'surveys.write', async (tx) => {
    const unkept = await dutyFault(tx, store, typed)
    if (unkept !== undefined) return unkept
    return surveyId === undefined
      ? addIn(tx, store, typed)
      : changeIn(tx, store, { surveyId, expected, typed })
  })
}

/** Opens a survey, closes it, or opens it again. Whoever was to be asked and was not, is not asked once it is closed. */
export function setSurveyState(
  store: Store,
  acting: Acting,
  { surveyId, state }: { readonly surveyId: string; readonly state: Exclude<SurveyState, 'draft'> },
): Promise<{ readonly surveyId: string } | Refused> {
  return store.database.transact(acting, 'surveys.write', async (tx) => {
    const row = await lockSurvey(tx, surveyId)
    if (isRefused(row)) return row
    if (row.state === state) return { surveyId }
    const now = instantText(store.now())
    await tx.run(moveState, [acting.landlord, surveyId, state, now, acting.by])
    if (state === 'closed') await tx.run(stopInviting, [acting.landlord, surveyId])
    return { surveyId }
  })
}

/**
 * Begins to ask everybody with a tenancy, in a survey that follows nothing: every three years, for instance. With the round that is
 * meant, it is refused where that one has begun, so that whoever asks twice, or beside somebody else, asks once.
 */
export function askEverybody(
  store: Store,
  acting: Acting,
  surveyId: string,
  meant?: number,
): Promise<{ readonly round: number } | Refused> {
  return store.database.transact(acting, 'surveys.write', async (tx) => {
    const row = await lockSurvey(tx, surveyId)
    if (isRefused(row)) return row
    const fault = roundFault(row)
    if (fault !== undefined) return fault
    if (meant !== undefined && meant !== row.round + 1)
      return refused('changed meanwhile', 'this round has begun already', 'look at the survey again')
    const today = await todayIn(tx, store)
    if (isRefused(today)) return today
    await tx.run(nextRound, [acting.landlord, surveyId, dayText(today.day)])
    return { round: row.round + 1 }
  })
}

/** Why no round of a survey can begin now, if none can. */
export function roundFault(row: SurveyRow): Refused | undefined {
  if (row.state !== 'open') return refused('not valid', 'this survey is not open', 'open it first')
  if (row.after.length > 0)
    return refused('not valid', 'this survey follows what happens in cases', 'nobody need be asked by hand')
  if (row.roundAfter !== null)
    return refused('not valid', 'the last round is still being sent', 'wait until everybody was asked')
  return undefined
}

async function addIn(tx: Transaction, store: Store, typed: SurveyTyped): Promise<SurveySaved | Refused> {
  const all = await allSurveys(tx)
  if (all.length >= mostSurveys)
    return refused('too many', `there are ${mostSurveys} surveys already`, 'change one that is there')
  if (all.some(({ code }) => code === typed.code)) return codeTaken()
  const surveyId = newId()
  await tx.run(insertSurvey, [...valuesOf(tx, store, { surveyId, typed, edition: 1 }), typed.code])
  await putEdition(tx, store, { surveyId, edition: 1, asking: typed.asking })
  return { surveyId, edition: 1 }
}

async function changeIn(
  tx: Transaction,
  store: Store,
  {
    surveyId,
    expected,
    typed,
  }: { readonly surveyId: string; readonly expected: number | undefined; readonly typed: SurveyTyped },
): Promise<SurveySaved | Refused> {
  const row = await lockSurvey(tx, surveyId)
  if (isRefused(row)) return row
  if (expected !== row.version)
    return refused(
      'changed meanwhile',
      'somebody changed this survey since you opened it',
      'look at theirs, then change it again',
    )
  if (typed.code !== row.code)
    return refused(
      'not valid',
      'the code of a survey stays as it is',
      'make another survey for another code',
      '/code',
    )
  const same = asksTheSame(askingOf(row), typed.asking)
  if (!same) {
    const fault = await editionFault(tx, surveyId, typed.asking)
    if (fault !== undefined) return fault
  }
  const edition = same ? row.edition : row.edition + 1
  await tx.run(changeSurvey, valuesOf(tx, store, { surveyId, typed, edition }))
  if (!same) await putEdition(tx, store, { surveyId, edition, asking: typed.asking })
  return { surveyId, edition }
}

/** Against every edition that people may have answered. */
async function editionFault(tx: Transaction, surveyId: string, asking: Asking): Promise<Refused | undefined> {
  const before = await editionsIn(tx, surveyId)
  return before.map((each) => followingFault(each, asking)).find((fault) => fault !== undefined)
}

async function putEdition(
  tx: Transaction,
  store: Store,
  {
    surveyId,
    edition,
    asking,
  }: { readonly surveyId: string; readonly edition: number; readonly asking: Asking },
): Promise<void> {
  const { landlord, by } = tx.acting
  const { introduction, questions, bands } = asking
  const at = instantText(store.now())
  await tx.run(insertEdition, [
    landlord,
    surveyId,
    edition,
    introduction,
    JSON.stringify(questions),
    bands,
    at,
    by,
  ])
}

function valuesOf(
  { acting: { landlord, by } }: Transaction,
  store: Store,
  {
    surveyId,
    typed,
    edition,
  }: { readonly surveyId: string; readonly typed: SurveyTyped; readonly edition: number },
): readonly unknown[] {
  const { after, teamId, only, afterDays, oneIn, seed, quietDays, reminders, reminderDays, openDays } =
    typed.inviting
  return [
    landlord,
    surveyId,
    typed.name.trim(),
    edition,
    after,
    teamId,
    only?.field ?? null,
    only?.value ?? null,
    afterDays,
    oneIn,
    seed,
    quietDays,
    reminders,
    reminderDays,
    openDays,
    instantText(store.now()),
    by,
    typed.dutyPromise ?? null,
  ]
}

function nameFault({ code, name }: SurveyTyped): Refused | undefined {
  if (name.trim() === '' || name.length > 200)
    return refused(
      'not valid',
      'the survey has no name, or one of more than 200 letters',
      'give it a short name',
      '/name',
    )
  if (!/^[a-z][a-z0-9-]{0,59}$/.test(code))
    return refused(
      'not valid',
      'the code is not one: small letters, digits and hyphens, a letter first',
      'write it as the promise names it',
      '/code',
    )
  return undefined
}

function codeTaken(): Refused {
  return refused('already there', 'there is a survey of this code', 'change that one', '/code')
}

const insertSurvey = statement(
  'insert-survey',
  `insert into surveys (landlord, survey_id, name, edition, after, team_id, only_field, only_value, after_days, one_in, seed,
       quiet_days, reminders, reminder_days, open_days, changed_at, changed_by, duty_promise, code, round, state, version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 0, 'draft', 1)`,
)

const changeSurvey = statement(
  'change-survey',
  `update surveys set name = $3, edition = $4, after = $5, team_id = $6, only_field = $7, only_value = $8, after_days = $9,
      one_in = $10, seed = $11, quiet_days = $12, reminders = $13, reminder_days = $14, open_days = $15, changed_at = $16,
      changed_by = $17, duty_promise = $18, version = version + 1
    where landlord = $1 and survey_id = $2`,
)

const insertEdition = statement(
  'insert-survey-edition',
  `insert into survey_editions (landlord, survey_id, edition, introduction, questions, bands, made_at, made_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

// Whatever happened before it was opened, or while it was closed, invites nobody.
const moveState = statement(
  'move-survey-state',
  `update surveys set state = $3, version = version + 1, changed_at = $4, changed_by = $5,
      looked_until = case when $3 = 'open' then $4::timestamptz else looked_until end, looked_case = '', looked_sequence = 0
    where landlord = $1 and survey_id = $2`,
)

const stopInviting = statement(
  'stop-survey-invitations',
  `update survey_invitations set state = 'stopped', remind_on = null
    where landlord = $1 and survey_id = $2 and state in ('to come', 'to print', 'to ring')`,
)

const nextRound = statement(
  'next-survey-round',
  `update surveys set round = round + 1, round_after = '', round_on = $3 where landlord = $1 and survey_id = $2`,
)
