import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import { hour, type Instant, utcDay } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { type ClockRow, clocksOfCases } from '../ledger/clock-row.ts'
import { asItStands } from '../ledger/read-case.ts'
import { instantText } from '../types.ts'

/** A call as the telephone system, or whoever answered it, told it. */
export interface CallShown {
  readonly callId: string
  readonly version: number
  readonly customerId: string | null
  readonly queue: string | null
  readonly offeredAt: Instant | null
  readonly answeredAt: Instant | null
  readonly answeredBy: string | null
  readonly clocks: readonly ClockRow[]
}

/** A voicemail that has no answer yet. */
export interface VoicemailShown {
  readonly caseId: string
  readonly version: number
  readonly customerId: string | null
  readonly receivedAt: Instant
  readonly holderId: string | null
  readonly clocks: readonly ClockRow[]
}

export interface Calls {
  /** The one that has waited longest first. */
  readonly waiting: readonly CallShown[]
  /** Answered by whoever asks, and nothing written down of it yet: the latest first. */
  readonly toRecord: readonly CallShown[]
  readonly voicemails: readonly VoicemailShown[]
}

/** A call that nobody told the end of has ended by then. */
const longestWait = hour
const longestToRecord = 12 * hour
const oldestVoicemail = 60 * utcDay
const most = 50

/** Calls that wait, calls of one’s own to write down, and voicemails to return. */
export function readCalls(store: Store, acting: Acting): Promise<Calls | Refused> {
  const now = store.now()
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const { waiting, toRecord, voicemails } = await callsIn(tx, now)
    const ids = [
      ...[...waiting, ...toRecord].map(({ callId }) => callId),
      ...voicemails.map(({ caseId }) => caseId),
    ]
    const clocks = ids.length === 0 ? [] : await tx.run(clocksOfCases, [tx.acting.landlord, ids])
    const clocksOf = (id: string) =>
      clocks.filter((clock) => clock.case_id === id).map((clock) => asItStands(clock, now))
    return {
      waiting: waiting.map((each) => ({ ...each, clocks: clocksOf(each.callId) })),
      toRecord: toRecord.map((each) => ({ ...each, clocks: clocksOf(each.callId) })),
      voicemails: voicemails.map((each) => ({ ...each, clocks: clocksOf(each.caseId) })),
    }
  })
}

/** What changes when a call comes, is answered or ends: for a page that shows them live. */
export function stampOfCalls(store: Store, acting: Acting): Promise<string | Refused> {
  return store.database.transact(acting, 'cases.read', async (tx) => {
    const { waiting, toRecord, voicemails } = await callsIn(tx, store.now())
    const each = [...waiting, ...toRecord].map(({ callId, version }) => `${callId} ${version}`)
    return [...each, ...voicemails.map(({ caseId, version }) => `${caseId} ${version}`)].join(' ')
  })
}

/** The three lists, without what was promised of each. A contractor has none. */
async function callsIn(tx: Transaction, now: Instant) {
  const { landlord, contractorId, staffId, by } = tx.acting
  if (contractorId !== undefined) return { waiting: [], toRecord: [], voicemails: [] }
  const since = (length: number) => instantText(now - length)
  return {
    waiting: await tx.run(callsWaiting, [landlord, since(longestWait), most]),
    toRecord: await tx.run(callsToRecord, [landlord, since(longestToRecord), most, staffId ?? by]),
    voicemails: await tx.run(voicemailsOpen, [landlord, since(oldestVoicemail), most]),
  }
}

const callColumns = `c.case_id as "callId", c.version, c.customer_id as "customerId",
  (select e.data ->> 'queue' from events e
    where e.landlord = c.landlord and e.case_id = c.case_id and e.type = 'call-offered' order by e.sequence limit 1) as queue,
  (select min(e.occurred_at) from events e
    where e.landlord = c.landlord and e.case_id = c.case_id and e.type = 'call-offered') as "offeredAt",
  a.answered_at as "answeredAt", a.answered_by as "answeredBy"`

const answered = `left join lateral (
    select e.occurred_at as answered_at, e.data ->> 'by' as answered_by from events e
     where e.landlord = c.landlord and e.case_id = c.case_id and e.type = 'call-answered'
     order by e.sequence desc limit 1) a on true`

const callsWaiting = statement<Omit<CallShown, 'clocks'>>(
  'calls-waiting',
  `select ${callColumns} from cases c ${answered}
    where c.landlord = $1 and c.kind = 'call' and c.is_open and c.last_at > $2 and a.answered_at is null
      and exists (select from events e
                   where e.landlord = c.landlord and e.case_id = c.case_id and e.type = 'call-offered')
      and not exists (select from events e
                       where e.landlord = c.landlord and e.case_id = c.case_id
                         and e.type = any ('{call-went-to-voicemail,call-abandoned,call-timed-out,call-refused,call-ended}'))
    order by c.first_at, c.case_id limit $3`,
)

const callsToRecord = statement<Omit<CallShown, 'clocks'>>(
  'calls-to-record',
  `select ${callColumns} from cases c ${answered}
    where c.landlord = $1 and c.kind = 'call' and c.last_at > $2 and a.answered_by = $4
      and not exists (select from calls_recorded r where r.landlord = c.landlord and r.call_id = c.case_id)
    order by c.last_at desc, c.case_id limit $3`,
)

/** Where a clock of it is still open, the answer is still owed. */
const voicemailsOpen = statement<Omit<VoicemailShown, 'clocks'>>(
  'voicemails-open',
  `select * from (
     select distinct on (c.case_id) c.case_id as "caseId", c.version, c.customer_id as "customerId",
            e.occurred_at as "receivedAt", c.holder_id as "holderId"
       from events e
       join cases c on c.landlord = e.landlord and c.case_id = e.case_id
      where e.landlord = $1 and e.type = 'contact-received' and (e.data ->> 'channel') = 'voicemail'
        and e.occurred_at > $2 and c.is_open and c.merged_into is null
        and exists (select from clocks k where k.landlord = c.landlord and k.case_id = c.case_id and k.ended_at is null)
      order by c.case_id, e.occurred_at) as open_ones
    order by "receivedAt", "caseId" limit $3`,
)
