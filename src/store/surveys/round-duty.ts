import { type DutyOfLandlord, dutiesOfLandlord } from '#core/duties/duties-of-landlord.ts'
import { promisesInForce } from '#core/observations/promises-in-force.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Inviting } from '#core/surveys/survey.ts'
import type { Transaction } from '../database.ts'
import { recordDutyDone } from '../duties/duty-done.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { termsNow } from '../terms/terms-now.ts'
import { withLeave } from '../ledger/with-leave.ts'
import type { SurveyRow } from './survey-row.ts'

/** Why a round of this survey cannot keep the promise that is named. */
export async function dutyFault(
  tx: Transaction,
  store: Store,
  { dutyPromise, inviting }: { readonly dutyPromise?: string | null; readonly inviting: Inviting },
): Promise<Refused | undefined> {
  if (dutyPromise === undefined || dutyPromise === null) return undefined
  if (inviting.after.length > 0)
    return refused(
      'not valid',
      'a survey that follows what happens in cases has no rounds',
      'choose no promise, or ask everybody',
      '/dutyPromise',
    )
  const duty = await dutyOf(tx, store, dutyPromise)
  if (isRefused(duty)) return duty
  return duty === undefined
    ? refused('not valid', 'this promise names no duty', 'choose one from the list', '/dutyPromise')
    : undefined
}

/** Once everybody of a round has been drawn, records that the duty was done which the survey keeps. A round of nobody shows nothing. */
export async function recordRound(
  tx: Transaction,
  store: Store,
  { surveyId, name, round, oneIn, dutyPromise }: SurveyRow,
): Promise<Refused | undefined> {
  if (dutyPromise === null) return undefined
  const duty = await dutyOf(tx, store, dutyPromise)
  // It is no duty of the edition in force any more.
  if (duty === undefined || isRefused(duty)) return duty
  const [drawn] = await tx.run(drawnInRound, [tx.acting.landlord, surveyId, round])
  if (drawn === undefined || drawn.people === 0) return undefined
  const whom = oneIn === 1 ? 'everybody with a tenancy' : `one in ${oneIn} of everybody with a tenancy`
  const people = drawn.people === 1 ? '1 person' : `${drawn.people} people`
  const note = `Round ${round} of the survey “${name}” went to ${whom}: ${people}.`
  const recorded = await recordDutyDone(withLeave(tx, 'returns.write'), store, { ...duty, note })
  return isRefused(recorded) ? recorded : undefined
}

async function dutyOf(
  tx: Transaction,
  store: Store,
  promise: string,
): Promise<DutyOfLandlord | undefined | Refused> {
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  return dutiesOfLandlord(promisesInForce(terms.editions, store.now())).find(
    (each) => each.promise === promise,
  )
}

const drawnInRound = statement<{ readonly people: number }>(
  'survey-drawn-in-round',
  `select count(*)::integer as people from survey_invitations
    where landlord = $1 and survey_id = $2 and round = $3`,
)
