import type { EventData } from '#core/ledger/event.ts'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { askOn } from '#core/surveys/invited-by-event.ts'
import { isDrawn } from '#core/surveys/sample.ts'
import { followed } from '#core/surveys/survey.ts'
import type { Day } from '#core/time/day.ts'
import { type Instant, minute } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import type { Transaction } from '../database.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText, instantText } from '../types.ts'
import { recordRound } from './round-duty.ts'
import { allSurveys, invitingOf, type SurveyRow } from './survey-row.ts'
import { roundSource, tenantsFrom } from './tenants.ts'
import { todayIn } from './today.ts'

/** Whether there is more to go through than one batch took. */
export interface Drawn {
  readonly drawn: number
  readonly more: boolean
}

/**
 * Goes through what the ledger was told since the last look, and draws who is to be asked: at most one batch of each survey. It
 * looks no nearer than two minutes, since who is writing now may have begun before. Doing it again draws nobody twice.
 */
export function drawInvitations(store: Store, acting: Acting): Promise<Drawn | Refused> {
  return store.database.transact(acting, 'surveys.write', async (tx) => {
    await tx.run(lockSurveys, [acting.landlord])
    const surveys = (await allSurveys(tx)).filter(({ state }) => state === 'open')
    if (surveys.length === 0) return { drawn: 0, more: false }
    const today = await todayIn(tx, store)
    if (isRefused(today)) return today
    let [drawn, more] = [0, false]
    for (const survey of surveys) {
      const looked =
        survey.after.length > 0
          ? await afterEvents(tx, survey, { zone: today.zone, until: store.now() - settled })
          : await inRound(tx, store, survey, today.day)
      if (isRefused(looked)) return looked
      drawn += looked.drawn
      more ||= looked.more
    }
    return { drawn, more }
  })
}

/** Longer than any transaction that records an event lasts. */
const settled = 2 * minute

const batch = 500

interface Ground {
  readonly zone: Zone
  readonly until: Instant
}

async function afterEvents(tx: Transaction, survey: SurveyRow, { zone, until }: Ground): Promise<Drawn> {
  const { surveyId, lookedUntil, lookedCase, lookedSequence } = survey
  if (lookedUntil === null || lookedUntil >= until) return { drawn: 0, more: false }
  const { landlord } = tx.acting
  const from = [instantText(lookedUntil), lookedCase, lookedSequence]
  const rows = await tx.run(eventsToFollow, [landlord, ...from, instantText(until), [...survey.after], batch])
  const inviting = invitingOf(survey)
  const toAsk = rows.flatMap((row): readonly ToAsk[] => {
    const on = askOn(inviting, { ...row, happenedOn: zone.dayOf(row.occurredAt) })
    if (on === undefined) return []
    return [
      {
        source: `${row.caseId}/${row.sequence}`,
        round: null,
        customerId: customerOf(row),
        caseId: row.caseId,
        follows: row.type,
        teamId: row.teamId,
        on,
      },
    ]
  })
  await put(tx, surveyId, toAsk)
  const last = rows.at(-1)
  const more = rows.length === batch
  const to =
    more && last !== undefined
      ? [instantText(last.recordedAt), last.caseId, last.sequence]
      : [instantText(until), '', 0]
  await tx.run(lookOn, [landlord, surveyId, ...to])
  return { drawn: toAsk.length, more }
}

async function inRound(
  tx: Transaction,
  store: Store,
  survey: SurveyRow,
  today: Day,
): Promise<Drawn | Refused> {
  const { surveyId, round, roundAfter, oneIn, seed } = survey
  if (roundAfter === null) return { drawn: 0, more: false }
  const { landlord } = tx.acting
  const rows = await tx.run(tenantsAfter, [landlord, roundAfter, dayText(today), batch])
  const toAsk = rows
    .filter(({ customerId }) => isDrawn(roundSource(round, customerId), { oneIn, seed }))
    .map(({ customerId }) => ({
      source: roundSource(round, customerId),
      round,
      customerId,
      caseId: null,
      follows: null,
      teamId: null,
      on: today,
    }))
  await put(tx, surveyId, toAsk)
  const more = rows.length === batch
  await tx.run(roundOn, [landlord, surveyId, more ? (rows.at(-1)?.customerId ?? null) : null])
  const refusal = more ? undefined : await recordRound(tx, store, survey)
  if (refusal !== undefined) return refusal
  return { drawn: toAsk.length, more }
}

interface ToAsk {
  readonly source: string
  readonly round: number | null
  readonly customerId: string | null
  readonly caseId: string | null
  readonly follows: string | null
  readonly teamId: string | null
  readonly on: Day
}

async function put(tx: Transaction, surveyId: string, toAsk: readonly ToAsk[]): Promise<void> {
  if (toAsk.length === 0) return
  const rows = toAsk.map((each) => ({
    invitation_id: newId(),
    source: each.source,
    round: each.round,
    customer_id: each.customerId,
    case_id: each.caseId,
    follows: each.follows,
    team_id: each.teamId,
    ask_on: dayText(each.on),
  }))
  await tx.run(insertInvitations, [tx.acting.landlord, surveyId, JSON.stringify(rows)])
}

function customerOf({ customerId, data }: EventRow): string | null {
  const own = data['customer']
  return typeof own === 'string' ? own : customerId
}

interface EventRow {
  readonly caseId: string
  readonly sequence: number
  readonly type: string
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly data: EventData
  readonly customerId: string | null
  readonly teamId: string | null
}

// The types stand here word for word, so that PostgreSQL sees that the index holds them.
const types = Object.keys(followed)
  .map((type) => `'${type}'`)
  .join(', ')

const eventsToFollow = statement<EventRow>(
  'events-that-surveys-follow',
  `select e.case_id as "caseId", e.sequence, e.type, e.occurred_at as "occurredAt", e.recorded_at as "recordedAt", e.data,
          c.customer_id as "customerId", c.team_id as "teamId"
     from events e join cases c on c.landlord = e.landlord and c.case_id = e.case_id
    where e.landlord = $1 and e.type in (${types}) and (e.recorded_at, e.case_id, e.sequence) > ($2::timestamptz, $3::text, $4::integer)
      and e.recorded_at <= $5 and e.type = any ($6::text[])
    order by e.recorded_at, e.case_id, e.sequence limit $7`,
)

const tenantsAfter = statement<{ readonly customerId: string }>(
  'tenants-to-survey',
  `select distinct h.customer_id as "customerId" ${tenantsFrom} order by h.customer_id limit $4`,
)

const insertInvitations = statement(
  'insert-survey-invitations',
  `insert into survey_invitations
     (landlord, survey_id, invitation_id, source, round, customer_id, case_id, follows, team_id, state, ask_on)
   select $1, $2, r.invitation_id, r.source, r.round, r.customer_id, r.case_id, r.follows, r.team_id, 'to come', r.ask_on
     from json_to_recordset($3::json) as r (invitation_id text, source text, round integer, customer_id text, case_id text,
       follows text, team_id text, ask_on date)
   on conflict (landlord, survey_id, source) do nothing`,
)

const lookOn = statement(
  'look-on-for-survey',
  `update surveys set looked_until = $3, looked_case = $4, looked_sequence = $5 where landlord = $1 and survey_id = $2`,
)

const roundOn = statement(
  'go-on-with-survey-round',
  'update surveys set round_after = $3 where landlord = $1 and survey_id = $2',
)

const lockSurveys = statement('lock-open-surveys', `select from surveys where landlord = $1 for update`)
