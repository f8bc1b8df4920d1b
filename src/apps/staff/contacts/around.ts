import { isRefused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { PageAsked } from '#http/layout/page-route.ts'
import { type CustomerAtHand, customerAtHand } from '#store/contacts/customer-at-hand.ts'
import { type Draft, listDrafts } from '#store/contacts/drafts.ts'
import { findPersons } from '#store/contacts/find-persons.ts'
import type { PersonAtHand } from '#store/contacts/persons.ts'
import { type PlaceNamed, type StaffShown, staffOf, teamsOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { absentNow } from './absent.ts'
import type { Typed } from './typed.ts'

/** Everything that stands around what was typed: who was found, who is chosen, and who works here. */
export interface AroundContact {
  readonly now: Instant
  /** The answer to the search; a refusal says how to search better. Nothing where nothing was looked for. */
  readonly found: readonly PersonAtHand[] | Refused | undefined
  readonly chosen: CustomerAtHand | undefined
  readonly staff: readonly StaffShown[]
  readonly teams: readonly PlaceNamed[]
  /** Who cannot be spoken with now, and what to say of it. */
  readonly absent: ReadonlyMap<string, string>
  readonly me: StaffShown | undefined
  /** The promises in the landlord’s own words, by id. */
  readonly promises: ReadonlyMap<string, string>
  /** Other contacts that one began and did not record. */
  readonly drafts: readonly Draft[]
}

/** Why names are read here, as the log says it. */
export const recording = 'recording a contact'

/** Reads it all. What somebody may not read is left out; they may record a contact all the same. */
export async function readAround(
  { store, visitor: { acting } }: Pick<PageAsked<Visitor>, 'store' | 'visitor'>,
  typed: Typed,
): Promise<AroundContact> {
  const why = recording
  const isId = typed.customer !== '' && typed.customer !== 'new' && typed.customer !== 'none'
  const chosen = isId ? await customerAtHand(store, acting, { customerId: typed.customer, why }) : undefined
  const mayFind = acting.may.has('customers.read') && typed.who !== ''
  const found = mayFind ? await findPersons(store, acting, { text: typed.who, why }) : undefined
  const [all, teams] = [await staffOf(store, acting), await teamsOf(store, acting)]
  const drafts = await listDrafts(store, acting)
  return {
    now: store.now(),
    found,
    chosen: isRefused(chosen) ? undefined : chosen,
    staff: all.filter(({ active, contractorId }) => active && contractorId === null),
    teams: teams.filter(({ ended }) => !ended),
    absent: await absentNow(store, acting, { staff: all, teams }),
    me: all.find(({ staffId }) => staffId === acting.staffId),
    promises: await promiseWords({ store, acting }),
    drafts: isRefused(drafts) ? [] : drafts.filter(({ draftId }) => draftId !== typed.draft),
  }
}

/** What each promise says to customers, by its id; empty where the landlord has none yet. */
export async function promiseWords({
  store,
  acting,
}: {
  readonly store: PageAsked<Visitor>['store']
  readonly acting: Visitor['acting']
}): Promise<ReadonlyMap<string, string>> {
  const promises = await readPromises(store, acting)
  return new Map(isRefused(promises) ? [] : promises.map(({ promise }) => [promise.id, promise.promise]))
}
