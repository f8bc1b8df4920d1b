import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { type InvitingChannel, reachBy, type Reachable } from '#core/surveys/reach.ts'
import { isDrawn } from '#core/surveys/sample.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { dayText } from '../types.ts'
import { optedOut, reachColumns } from './invite.ts'
import { roundFault } from './save-survey.ts'
import { type Survey, type SurveyRow, surveyIn, surveyOf } from './survey-row.ts'
import { roundSource, tenantsFrom } from './tenants.ts'
import { todayIn } from './today.ts'

/** Whom a round of a survey would ask if it began now. */
export interface WhoToAsk {
  readonly survey: Survey
  /** The round that would begin. */
  readonly round: number
  /** So many would be asked, by how. */
  readonly asked: ReadonlyMap<InvitingChannel, number>
  /** So many would not be, by why. */
  readonly notAsked: ReadonlyMap<string, number>
  /** There are more people than were counted. */
  readonly more: boolean
}

/** Counts whom the next round of a survey would ask, and who would not be asked and why; refused where no round can begin. */
export function whoToAsk(store: Store, acting: Acting, surveyId: string): Promise<WhoToAsk | Refused> {
  return store.database.transact(acting, 'surveys.write', async (tx) => {
    const row = await surveyIn(tx, surveyId)
    if (isRefused(row)) return row
    const today = await todayIn(tx, store)
    if (isRefused(today)) return today
    const fault = roundFault(row)
    return fault ?? { survey: surveyOf(row), round: row.round + 1, ...(await counted(tx, row, today.day)) }
  })
}

const batch = 5000
const mostBatches = 40

async function counted(
  tx: Transaction,
  survey: SurveyRow,
  today: number,
): Promise<Pick<WhoToAsk, 'asked' | 'notAsked' | 'more'>> {
  const asked = new Map<InvitingChannel, number>()
  const notAsked = new Map<string, number>()
  const quietSince = dayText(today - survey.quietDays)
  let after = ''
  for (let n = 0; n < mostBatches; n++) {
    const rows = await tx.run(tenantsReached, [tx.acting.landlord, after, dayText(today), batch, quietSince])
    for (const row of rows) {
      if (!isDrawn(roundSource(survey.round + 1, row.customerId), survey)) continue
      const why = notAskedBecause(row, survey)
      const channel = why === undefined ? reachBy(row) : undefined
      if (channel === undefined) addOne(notAsked, why ?? 'no-way')
      else addOne(asked, channel)
    }
    if (rows.length < batch) return { asked, notAsked, more: false }
    after = rows.at(-1)?.customerId ?? after
  }
  return { asked, notAsked, more: true }
}

function notAskedBecause(row: TenantRow, { quietDays }: SurveyRow): string | undefined {
  if (!row.isKnown) return 'nobody-known'
  if (row.optedOut) return 'opted-out'
  return quietDays > 0 && row.askedLately ? 'asked-lately' : undefined
}

function addOne<Key>(to: Map<Key, number>, key: Key): void {
  to.set(key, (to.get(key) ?? 0) + 1)
}

interface TenantRow extends Reachable {
  readonly customerId: string
  readonly isKnown: boolean
  readonly optedOut: boolean
  readonly askedLately: boolean
}

const tenantsReached = statement<TenantRow>(
  'tenants-as-survey-reaches-them',
  `select i.customer_id as "customerId", n.name is not null as "isKnown", ${reachColumns}, ${optedOut} as "optedOut",
      exists (select from survey_invitations b
        where b.landlord = i.landlord and b.customer_id = i.customer_id and b.invited_on > $5::date) as "askedLately"
    from (select distinct h.landlord, h.customer_id ${tenantsFrom} order by h.customer_id limit $4) i
    left join customers c on c.landlord = i.landlord and c.customer_id = i.customer_id and c.erased_at is null
    left join customer_names n on n.landlord = c.landlord and n.customer_id = c.customer_id
    left join contact_details d on d.landlord = c.landlord and d.customer_id = c.customer_id
   order by i.customer_id`,
)
