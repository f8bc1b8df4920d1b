import type { Acting } from '#core/people/acting.ts'
import { changedPack, type PackChange } from '#core/promises/changed-pack.ts'
import { promisesOf } from '#core/promises/edition.ts'
import { parseTarget } from '#core/promises/target.ts'
import { isRefusal } from '#core/refusal.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import type { Day } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { parseLength } from '#core/time/length.ts'
import { firstDayOf, lastDayOf, monthOf } from '#core/time/period.ts'
import type { Transaction } from '../database.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { newId } from '../new-id.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { readTermsDraft } from '../terms/drafts.ts'
import { checkedPack } from '../terms/edition-checks.ts'
import { editionsFromText } from '../terms/terms-book.ts'
import { termsNow } from '../terms/terms-now.ts'
import { dayText, instantText } from '../types.ts'
import { mayNotTry } from './try-row.ts'

/** What is to be tried, and over which whole months: from the first fact, where no first is said. */
export interface TryAsked {
  readonly draft: DraftAsked
  readonly from?: Day
  readonly to?: Day
}

/** One promise said otherwise, a pack of one’s own, or a draft that waits to be activated. */
export type DraftAsked = PackChange | { readonly pack: string } | { readonly draftId: string }

/** The task that tries drafts. */
export const tryDraft = 'try-draft'

/** More tries than this at once nobody looks at again. */
const mostTries = 50
/** Trying reads every case there is, so that only so many wait at once. */
const mostWaiting = 5

/** Puts a try into the queue. Nothing of the landlord’s is changed by it, now or when it is done. */
export async function beginTry(
  store: Store,
  acting: Acting,
  asked: TryAsked,
): Promise<{ readonly tryId: string } | Refused> {
  const { draft } = asked
  const handedIn = 'draftId' in draft ? await readTermsDraft(store, acting, draft.draftId) : undefined
  if (isRefused(handedIn)) return handedIn
  if (handedIn?.pack === null)
    return refused('not valid', 'that draft holds bank holidays', 'choose the draft of a pack', '/draft')
  const given = handedIn === undefined ? draft : { pack: handedIn.pack }
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const fault = mayNotTry(tx) ?? monthsFault(asked)
    if (fault !== undefined) return fault
    const made = await draftOf(tx, store, given as Exclude<DraftAsked, { readonly draftId: string }>)
    if (isRefused(made)) return made
    const holidays = await holidaysFault(tx, store, made.pack)
    if (holidays !== undefined) return holidays
    const zone = made.zone
    const asOf = asOfFor(store.now(), asked.to === undefined ? undefined : zone.startOf(asked.to + 1) - 1)
    const [there] = await tx.run(countTries, [acting.landlord])
    const tooMany = tooManyOf(there)
    if (tooMany !== undefined) return tooMany
    const tryId = newId()
    const to = asked.to ?? lastDayOf(monthOf(zone.dayOf(asOf)))
    const days = [asked.from === undefined ? null : dayText(asked.from), dayText(to)]
    const values = [acting.landlord, tryId, made.says, made.pack, ...days]
    await tx.run(insertTry, [...values, instantText(asOf), instantText(store.now()), acting.by])
    await enqueue(tx, { task: tryDraft, payload: { tryId }, key: `try ${tryId}` })
    return { tryId }
  })
}

async function holidaysFault(tx: Transaction, store: Store, pack: string): Promise<Refused | undefined> {
  const [holidays] = await tx.run(feedNow, [tx.acting.landlord])
  const editions = editionsFromText([pack], holidays?.feed, store.vocabulary)
  return isRefusal(editions) ? refused('not valid', editions.refusal, editions.fix, '/pack') : undefined
}

/** What is known now, or was when the last of the months had ended. */
function asOfFor(now: Instant, end: Instant | undefined): Instant {
  return end === undefined ? now : Math.min(now, end)
}

function monthsFault({ from, to }: TryAsked): Refused | undefined {
  if (from !== undefined && from !== firstDayOf(monthOf(from)))
    return refused('not valid', 'from is not the first day of a month', 'figures are kept by month', '/from')
  if (to !== undefined && to !== lastDayOf(monthOf(to)))
    return refused('not valid', 'to is not the last day of a month', 'figures are kept by month', '/to')
  if (from !== undefined && to !== undefined && from > to)
    return refused('not valid', 'the first month comes after the last', 'swap them', '/from')
  return undefined
}

function tooManyOf(
  there: { readonly all: number; readonly waiting: number } | undefined,
): Refused | undefined {
  if ((there?.waiting ?? 0) >= mostWaiting)
    return refused('too many', `${mostWaiting} tries are waiting already`, 'wait for one of them, or stop it')
  if ((there?.all ?? 0) >= mostTries)
    return refused('too many', `there are ${mostTries} tries already`, 'throw away those you do not need')
  return undefined
}

async function draftOf(tx: Transaction, store: Store, given: PackChange | { readonly pack: string }) {
  const terms = await termsNow(tx, store)
  if (isRefused(terms)) return terms
  const newest = terms.editions.at(-1)
  if (newest === undefined) throw new Error('terms have at least one edition')
  const { zone } = newest.calendar
  if ('pack' in given) {
    const pack = checkedPack(given.pack, store.vocabulary)
    if (isRefused(pack)) return pack
    if (pack.id !== newest.pack.id)
      return refused(
        'not valid',
        `this is the pack of ${pack.id}`,
        `a pack of this landlord begins “pack: ${newest.pack.id}”`,
        '/pack',
      )
    const says = `A draft of edition ${pack.edition}`
    return { pack: given.pack, says: says.slice(0, 500), zone }
  }
  const fault = changeFault(given, newest.pack.meanings)
  if (fault !== undefined) return fault
  const before = promisesOf([newest]).find(({ promise }) => promise.id === given.promise)?.promise
  if (before?.measure !== 'clock' || before.clauses.within === undefined)
    return refused('not valid', 'this promise has no length to change', 'choose one of the list', '/promise')
  const [row] = await tx.run(packOfEdition, [tx.acting.landlord, newest.pack.edition])
  const text = changedPack(row?.pack ?? '', given)
  if (isRefusal(text)) return refused('not valid', text.refusal, text.fix, '/promise')
  const pack = checkedPack(text, store.vocabulary)
  if (isRefused(pack)) return pack
  const length = given.within && `within ${given.within} instead of ${before.clauses.within.words}`
  const target = given.target && `${given.target} instead of ${before.target?.text ?? 'no target'}`
  return {
    pack: text,
    says: `${given.promise}: ${[length, target].filter(Boolean).join(', ')}`.slice(0, 500),
    zone,
  }
}

function changeFault(
  { within, target }: PackChange,
  meanings: Parameters<typeof parseLength>[1],
): Refused | undefined {
  if (within === undefined && target === undefined)
    return refused('not valid', 'nothing is changed', 'write another length or another target', '/within')
  const length = within === undefined ? undefined : parseLength(within, meanings)
  if (isRefusal(length)) return refused('not valid', length.refusal, length.fix, '/within')
  const share = target === undefined ? undefined : parseTarget(target)
  return isRefusal(share) ? refused('not valid', share.refusal, share.fix, '/target') : undefined
}

const countTries = statement<{ readonly all: number; readonly waiting: number }>(
  'count-tries',
  `select count(*) as all, count(*) filter (where state in ('waiting', 'running')) as waiting
     from tried_drafts where landlord = $1`,
)

/** The bank holidays that count now, for the calendar of a draft. */
export const feedNow = statement<{ readonly feed: unknown }>(
  'feed-of-try',
  `select f.feed from landlords l
     join terms t on t.landlord = l.landlord and t.version = l.terms
     join holiday_feeds f on f.landlord = t.landlord and f.digest = t.holidays
    where l.landlord = $1`,
)

const insertTry = statement(
  'insert-try',
  `insert into tried_drafts (landlord, try_id, says, pack, from_on, to_on, as_of, state, made_at, made_by)
   values ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $9)`,
)

const packOfEdition = statement<{ readonly pack: string }>(
  'pack-to-change',
  'select pack from editions where landlord = $1 and edition = $2',
)
