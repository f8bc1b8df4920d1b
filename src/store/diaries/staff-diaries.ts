import type { Acting } from '#core/people/acting.ts'
import { type Refused, refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { contractorRefused } from './no-contractor.ts'
import { recordInDiary, type Overrides } from './diary-events.ts'

/** How things stand with one member of staff, as the ledger has it. */
export interface StaffDiaryShown {
  readonly staffId: string
  readonly awaySince: Instant | null
  readonly where: string | null
  readonly backAt: Instant | null
  readonly checkedAt: Instant | null
  readonly greetingAt: Instant | null
  readonly isGreetingWhole: boolean
  readonly replySince: Instant | null
}

/** What a greeting was heard to say. */
export interface Greeting {
  readonly name: boolean
  readonly date: boolean
  readonly back: boolean
  readonly alternative: boolean
}

/** Every diary that says anything. */
export function staffDiaries(store: Store, acting: Acting): Promise<readonly StaffDiaryShown[] | Refused> {
  return store.database.transact(
    acting,
    'cases.read',
    async (tx) => contractorRefused(acting) ?? tx.run(allDiaries, [acting.landlord]),
  )
}

/** Records that somebody’s messages were picked up; and, where it was changed, what callers hear. */
export function noteVoicemail(
  store: Store,
  acting: Acting,
  heard: { readonly staffId: string; readonly greeting?: Greeting; readonly overrides?: Overrides },
): Promise<true | Refused> {
  return store.database.transact(acting, 'cases.write', async (tx) => {
    const refusal = contractorRefused(acting)
    if (refusal !== undefined) return refusal
    const { staffId, greeting, overrides = {} } = heard
    const [known] = await tx.run(staffThere, [acting.landlord, staffId])
    if (known === undefined) return refused('not found', 'there is no such member of staff')
    const says = greeting && Object.fromEntries(Object.entries(greeting).filter(([, is]) => is))
    const act = {
      type: greeting === undefined ? 'voicemail-checked' : 'greeting-changed',
      data: { ...says, ...(Object.keys(overrides).length > 0 && { overrides }) },
    }
    return (await recordInDiary(tx, store, staffId, [act])) ?? true
  })
}

const allDiaries = statement<StaffDiaryShown>(
  'staff-diaries',
  `select staff_id as "staffId", away_since as "awaySince", place as "where", back_at as "backAt",
          checked_at as "checkedAt", greeting_at as "greetingAt", is_greeting_whole as "isGreetingWhole",
          reply_since as "replySince"
     from diaries where landlord = $1 order by staff_id, case_id limit 5000`,
)

const staffThere = statement<{ readonly there: true }>(
  'staff-there-for-diary',
  'select true as there from staff where landlord = $1 and staff_id = $2',
)
