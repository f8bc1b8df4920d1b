import assert from 'node:assert/strict'
import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import { addLandlord } from '#store/landlords.ts'
import { openCase, recordAct } from '#store/ledger/append.ts'
import type { Act } from '#store/ledger/act.ts'
import type { Store } from '#store/store.ts'
import { activateTerms } from '#store/terms/activate.ts'
import { packText, type Written } from '#test/core/promises/little-pack.ts'
import { feed, instant } from '#test/core/time/calendars.ts'
import { done, type TestStore, type TestStoreOptions } from '../databases.ts'

/** A landlord with a little pack, on a database of its own, and a clock that the test turns. */
export interface LedgerGround {
  readonly store: Store
  readonly url: string
  readonly acting: Acting
  /** Turns the clock to an instant, written as `2026-03-02T10:00Z`. */
  at(text: string): void
  open(act: Act, kind?: string): Promise<string>
  record(caseId: string, act: Act): Promise<void>
}

/** An answer within ten working days, and one to urgent calls for repairs the same day. */
export const answers: readonly Written[] = [
  {
    clock: {
      starts: 'contact-received',
      stops: 'reply-sent',
      within: '10 working days',
      voids: 'enquiry-closed',
    },
    target: 'at least 90%',
  },
  { ratio: { share: { count: 'reply-sent' }, of: { count: 'contact-received' } } },
]

/** Opens such a ground. The promises are P-1, P-2 … of the pack `made-up`. */
export async function ledgerGround(
  open: (options?: TestStoreOptions) => Promise<TestStore>,
  promises: readonly Written[] = answers,
): Promise<LedgerGround> {
  let now = instant('2026-03-02T10:00Z')
  const { store, url } = await open({ now: () => now })
  const acting = done(await addLandlord(store, { slug: 'made-up', name: 'Made-up Homes' }))
  done(
    await activateTerms(store, acting, {
      pack: packText(promises),
      holidays: feed,
      why: 'the first edition',
    }),
  )
  return {
    store,
    url,
    acting,
    at(text) {
      now = instant(text)
    },
    async open(act, kind = 'enquiry') {
      return done(await openCase(store, acting, { kind, act })).caseId
    },
    async record(caseId, act) {
      done(await recordAct(store, acting, caseId, act))
    },
  }
}

/** The refusal, which the test expects. */
export function refusal(result: unknown): Refused {
  assert.ok(isRefused(result), `nothing was refused: ${JSON.stringify(result)}`)
  return result
}

/** A letter that came in. */
export const letter: Act = { type: 'contact-received', data: { channel: 'letter' } }

/** The full answer to it. */
export const reply: Act = { type: 'reply-sent', data: { full: true } }
