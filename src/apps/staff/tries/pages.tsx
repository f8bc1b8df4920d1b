import { isRefused, type Refused } from '#core/refused.ts'
import { promisesOf } from '#core/promises/edition.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { monthCode, monthOf } from '#core/time/period.ts'
import type { Instant } from '#core/time/instant.ts'
import { liveRoute } from '#http/live/live-route.ts'
import { local } from '#http/html/local.ts'
import { faultOf, type Fault } from '#http/layout/fault.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { checkedPack } from '#store/terms/edition-checks.ts'
import { listTermsDrafts } from '#store/terms/drafts.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { beginTry, type DraftAsked } from '#store/tries/begin-try.ts'
import { dropTry, stopTry } from '#store/tries/end-try.ts'
import { mayEnd } from '#store/tries/try-row.ts'
import { draftTried, listTries, readTry, turnsOfTry } from '#store/tries/read-tries.ts'
import { PerformancePlaces } from '../performance/performance-places.tsx'
import { momentText, staffZone } from '../times.ts'
import { Tries } from './list.tsx'
import { monthsAsked } from './months-asked.ts'
import { OneTry } from './one.tsx'
import type { BothPacks } from './result.tsx'
import { TurnedCases } from './turned.tsx'

type Asked = PageAsked<Visitor>

/** What if: drafts of the pack tried on what really happened. */
export const tryPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/tries',
    who: 'editions.read',
    handle: (asked) => all(asked, { ...yearUpTo(asked.store.now()), ...asked.query }, []),
  }),
  pageRoute({ method: 'POST', path: '/tries', who: 'drafts.try', handle: tryChange }),
  pageRoute({
    method: 'POST',
    path: '/tries/drafts',
    who: 'drafts.try',
    takesFiles: true,
    handle: tryWhole,
  }),
  pageRoute({ method: 'GET', path: '/tries/:tryId', who: 'editions.read', handle: onePage }),
  pageRoute({ method: 'GET', path: '/tries/:tryId/turned', who: 'editions.read', handle: turnedPage }),
  pageRoute({ method: 'GET', path: '/tries/:tryId/draft', who: 'editions.read', handle: draftPage }),
  pageRoute({
    method: 'POST',
    path: '/tries/:tryId/stop',
    who: 'drafts.try',
    handle: async ({ store, visitor, params }) => {
      const tryId = params['tryId'] ?? ''
      const stopped = await stopTry(store, visitor.acting, tryId)
      // It may have ended while somebody reached for the button.
      if (isRefused(stopped) && stopped.because !== 'changed meanwhile') return stopped
      return { goTo: local`/tries/${tryId}` }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/tries/:tryId/drop',
    who: 'drafts.try',
    handle: async ({ store, visitor, params }) => {
      const dropped = await dropTry(store, visitor.acting, params['tryId'] ?? '')
      return isRefused(dropped) ? dropped : { goTo: local`/tries?done=dropped` }
    },
  }),
  liveRoute({
    path: '/live/tries/:tryId',
    who: 'editions.read',
    watch: async ({ store, visitor, params }) => {
      const row = await readTry(store, visitor.acting, params['tryId'] ?? '')
      return isRefused(row) ? '' : `${row.state} ${row.casesRead}`
    },
  }),
]

/** A year is offered; whoever empties the fields looks at all there is. */
function yearUpTo(now: Instant): Fields {
  const month = monthOf(staffZone.dayOf(now))
  const [from, to] = [monthCode(month - 11), monthCode(month)]
  return { from, to, 'draft-from': from, 'draft-to': to }
}

async function all(asked: Asked, fields: Fields, faults: readonly Fault[]): Promise<PageAnswer | Refused> {
  const { store, visitor, formToken: token } = asked
  const tries = await listTries(store, visitor.acting)
  if (isRefused(tries)) return tries
  const promises = await readPromises(store, visitor.acting)
  if (isRefused(promises)) return promises
  const mayActivate = visitor.acting.may.has('editions.activate')
  const drafts = mayActivate ? await listTermsDrafts(store, visitor.acting) : []
  if (isRefused(drafts)) return drafts
  const newest = promises.at(-1)?.edition
  const shown = {
    tries,
    promises: promisesOf(newest === undefined ? [] : [newest]).flatMap(({ promise }) => choiceOf(promise)),
    drafts: drafts
      .filter(({ pack }) => pack !== null)
      .map(({ draftId, addedAt }) => ({ value: draftId, label: `handed in ${momentText(addedAt)}` })),
    fields,
    faults,
    token,
    mayTry: visitor.acting.may.has('drafts.try'),
  }
  return {
    title: 'What if',
    wide: true,
    content: (
      <>
        <PerformancePlaces asked={asked} current="/tries" />
        <Tries {...shown} />
      </>
    ),
    faults,
    ...(textIn(asked.query, 'done') === 'dropped' && { notice: 'The try is thrown away.' }),
    ...(faults.length > 0 && { status: 422 }),
  }
}

function choiceOf(promise: PackPromise): readonly { readonly value: string; readonly label: string }[] {
  if (promise.measure !== 'clock' || promise.clauses.within === undefined) return []
  const words = promise.promise.length > 70 ? `${promise.promise.slice(0, 69)}…` : promise.promise
  return [{ value: promise.id, label: `${promise.id}: ${words} (${promise.clauses.within.words})` }]
}

async function tryChange(asked: Asked): Promise<PageAnswer | Refused> {
  const { fields } = asked
  const [within, target] = [textIn(fields, 'within'), textIn(fields, 'target')]
  const draft = {
    promise: textIn(fields, 'promise'),
    ...(within !== '' && { within }),
    ...(target !== '' && { target }),
  }
  return begin(asked, draft, fields)
}

async function tryWhole(asked: Asked): Promise<PageAnswer | Refused> {
  const { fields, files } = asked
  const file = files?.find(({ bytes }) => bytes.length > 0)
  const draftId = textIn(fields, 'draft')
  if (file === undefined && draftId === '')
    return all(asked, fields, [{ field: 'pack', says: 'Choose the pack, a YAML file, and try again.' }])
  const draft = file === undefined ? { draftId } : { pack: file.bytes.toString('utf8') }
  const months = { from: fields['draft-from'], to: fields['draft-to'] }
  return begin(asked, draft, months)
}

async function begin(asked: Asked, draft: DraftAsked, months: Fields): Promise<PageAnswer | Refused> {
  const { store, visitor, fields } = asked
  const chosen = monthsAsked(months)
  if (isRefused(chosen)) return all(asked, fields, [faultOf(chosen)])
  const begun = await beginTry(store, visitor.acting, { draft, ...chosen })
  if (!isRefused(begun)) return { goTo: local`/tries/${begun.tryId}` }
  return begun.because === 'not allowed' ? begun : all(asked, fields, linesOf(begun))
}

/** Every fault of a pack on a line of its own. */
function linesOf(refusal: Refused): readonly Fault[] {
  const [first = '', ...others] = refusal.refusal.split('\n')
  if (others.length === 0) return [faultOf(refusal)]
  return [first, ...others].map((says) => ({ says, field: 'pack' }))
}

async function onePage(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, formToken } = asked
  const tryId = params['tryId'] ?? ''
  const row = await readTry(store, visitor.acting, tryId)
  if (isRefused(row)) return row
  const packs = await bothPacks(asked, tryId)
  if (isRefused(packs)) return packs
  const isGoingOn = row.state === 'waiting' || row.state === 'running'
  return {
    title: 'What if',
    wide: true,
    back: { href: local`/tries`, text: 'All that was tried' },
    content: (
      <>
        <PerformancePlaces asked={asked} current="/tries" />
        <OneTry row={row} packs={packs} token={formToken} mayEnd={mayEnd(visitor.acting, row)} />
      </>
    ),
    ...(isGoingOn && { live: local`/live/tries/${tryId}` }),
  }
}

async function bothPacks({ store, visitor }: Asked, tryId: string): Promise<BothPacks | Refused> {
  const promises = await readPromises(store, visitor.acting)
  if (isRefused(promises)) return promises
  const text = await draftTried(store, visitor.acting, tryId)
  if (isRefused(text)) return text
  const draft = checkedPack(text, store.vocabulary)
  if (isRefused(draft)) return draft
  return { now: byId(promises.map(({ promise }) => promise)), draft: byId(draft.promises) }
}

function byId(promises: readonly PackPromise[]): ReadonlyMap<string, PackPromise> {
  return new Map(promises.map((promise) => [promise.id, promise]))
}

const turnsOnAPage = 50

async function turnedPage({ store, visitor, params, query }: Asked): Promise<PageAnswer | Refused> {
  const tryId = params['tryId'] ?? ''
  const promise = textIn(query, 'promise')
  const after = Number(textIn(query, 'after') || '-1')
  const from = Number.isSafeInteger(after) && after >= -1 && after < 1_000_000 ? after : -1
  const row = await readTry(store, visitor.acting, tryId)
  if (isRefused(row)) return row
  const turns = await turnsOfTry(store, visitor.acting, { tryId, promise, after: from, limit: turnsOnAPage })
  if (isRefused(turns)) return turns
  const last = turns.length < turnsOnAPage ? undefined : turns.at(-1)?.place
  const next =
    last === undefined ? undefined : local`/tries/${tryId}/turned?promise=${promise}&after=${String(last)}`
  return {
    title: 'Cases that turn',
    back: { href: local`/tries/${tryId}`, text: 'What it came to' },
    content: <TurnedCases says={row.says} promise={promise} turns={turns} next={next} />,
  }
}

async function draftPage({ store, visitor, params }: Asked): Promise<PageAnswer | Refused> {
  const tryId = params['tryId'] ?? ''
  const text = await draftTried(store, visitor.acting, tryId)
  if (isRefused(text)) return text
  return {
    title: 'The draft',
    wide: true,
    back: { href: local`/tries/${tryId}`, text: 'What it came to' },
    content: (
      <>
        <h1 class="govuk-heading-l">The draft</h1>
        <pre class="kept-pack" tabindex={0} role="region" aria-label="The draft, word for word">
          {text}
        </pre>
      </>
    ),
  }
}
