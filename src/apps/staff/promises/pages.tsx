import { byAttention } from '#core/promises/attention.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { monthCode } from '#core/time/period.ts'
import { local } from '#http/html/local.ts'
import type { Url } from '#http/html/url.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { factsBehind, recordsBehind } from '#store/comparisons/facts-behind.ts'
import { type ClocksBehindAsked, clocksBehind } from '#store/ledger/clocks-behind.ts'
import type { ClockRow } from '#store/ledger/clock-row.ts'
import { readFigures } from '#store/ledger/figures.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { zoneOf } from '#store/terms/zone-of.ts'
import { ClocksBehind } from './behind.tsx'
import { explained } from './explained.ts'
import { CaseFacts, RecordFacts } from './facts.tsx'
import { factsShown, isInCases } from './facts-shown.ts'
import { PromisesList } from './list.tsx'
import { type MonthsShown, monthName, monthsShown } from './months.ts'
import { OnePromise } from './one.tsx'
import { behindAddress, promiseAddress } from './promise-address.ts'
import { teamAsked } from './team-asked.ts'

type Asked = PageAsked<Visitor>

/** Every clause of the landlord’s pack, what was kept of it, and the cases behind each figure. */
export const promisePages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/promises',
    who: 'cases.read',
    alsoWith: 'figures.read',
    handle: allPromises,
  }),
  pageRoute({
    method: 'GET',
    path: '/promises/:promise',
    who: 'cases.read',
    alsoWith: 'figures.read',
    handle: onePromise,
  }),
  pageRoute({ method: 'GET', path: '/promises/:promise/facts', who: 'figures.read', handle: factsOfFigure }),
  pageRoute({ method: 'GET', path: '/promises/:promise/cases', who: 'cases.read', handle: casesBehind }),
]

async function allPromises(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor } = asked
  const ground = await groundOf(asked)
  if (isRefused(ground)) return ground
  const standings = await standingsOf(asked, ground.months)
  if (isRefused(standings)) return standings
  const promises = await readPromises(store, visitor.acting)
  if (isRefused(promises)) return promises
  const pack = promises[0]?.edition.pack
  const title = pack === undefined ? '' : `${pack.title}, edition ${pack.edition}`
  return {
    title: 'Our promises',
    wide: true,
    content: (
      <PromisesList title={title} promises={promises} standings={standings?.of} months={ground.months} />
    ),
  }
}

async function onePromise(asked: Asked): Promise<PageAnswer | Refused> {
  const ground = await groundOf(asked)
  if (isRefused(ground)) return ground
  const { months, team } = ground
  const found = await promiseAsked(asked)
  if (isRefused(found)) return found
  const standings = await standingsOf(asked, months, { promise: found.promise.id, team: team?.id })
  if (isRefused(standings)) return standings
  const standing = standings?.of.get(found.promise.id)
  const why =
    standings === undefined || standing === undefined || team !== undefined
      ? undefined
      : await explained(asked, standing.promise, months, standings.measured)
  if (isRefused(why)) return why
  const mayReadCases = asked.visitor.acting.may.has('cases.read')
  return {
    title: found.promise.id,
    wide: true,
    back:
      team === undefined
        ? { href: local`/promises`, text: 'All promises' }
        : { href: local`/performance?team=${team.id}`, text: team.name },
    content: (
      <OnePromise
        of={found}
        standing={standing}
        explained={why}
        months={months}
        team={team}
        mayReadCases={mayReadCases}
        vocabulary={asked.store.vocabulary}
      />
    ),
  }
}

/** What is behind a figure that is not made of clocks. */
async function factsOfFigure(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor } = asked
  const ground = await groundOf(asked)
  if (isRefused(ground)) return ground
  const found = await promiseAsked(asked)
  if (isRefused(found)) return found
  const { months, zone } = ground
  const { id } = found.promise
  const title = factsShown(found.promise, visitor.acting.may.has('cases.read'))
  if (title === undefined)
    return refused('not found', 'there is nothing behind this figure to show', 'go back to the promise')
  const span = { promise: id, from: months.from, to: months.to }
  const around = {
    says: found.promise.promise,
    title: `${title}, ${monthName(months.first)} to ${monthName(months.last)}`,
    zone,
    vocabulary: store.vocabulary,
  }
  const page = { title, wide: true as const, back: { href: promiseAddress(id, months), text: id } }
  if (!isInCases(found.promise)) {
    const records = await recordsBehind(store, visitor.acting, span)
    return isRefused(records) ? records : { ...page, content: <RecordFacts {...around} records={records} /> }
  }
  const after = cursorIn(asked)
  const behind = await factsBehind(store, visitor.acting, {
    ...span,
    ...(after !== undefined && { after: { at: after.decidedAt, caseId: after.caseId } }),
  })
  if (isRefused(behind)) return behind
  const [from, to] = [monthCode(months.first), monthCode(months.last)]
  const next =
    behind.next &&
    local`/promises/${id}/facts?from=${from}&to=${to}&after=${String(behind.next.at)}&case=${behind.next.caseId}&n=1`
  return { ...page, content: <CaseFacts {...around} facts={behind.facts} next={next} /> }
}

async function casesBehind(asked: Asked): Promise<PageAnswer | Refused> {
  const ground = await groundOf(asked)
  if (isRefused(ground)) return ground
  const found = await promiseAsked(asked)
  if (isRefused(found)) return found
  const { months, zone, team } = ground
  const after = cursorIn(asked)
  const outcome = outcomeIn(textIn(asked.query, 'outcome'))
  const { id } = found.promise
  const clocks = await clocksBehind(asked.store, asked.visitor.acting, {
    promise: id,
    from: zone.startOf(months.from),
    before: zone.startOf(months.to + 1),
    limit: clocksOnAPage,
    ...(outcome !== undefined && { outcome }),
    ...(team !== undefined && { team: team.id }),
    ...(after !== undefined && { after }),
  })
  if (isRefused(clocks)) return clocks
  const words = headings[outcome ?? 'any']
  return {
    title: words,
    wide: true,
    back: { href: promiseAddress(id, months, team?.id), text: id },
    content: (
      <ClocksBehind
        says={found.promise.promise}
        title={`${words}${team === undefined ? '' : ` of ${team.name}`}, ${monthName(months.first)} to ${monthName(months.last)}`}
        clocks={clocks}
        zone={zone}
        next={nextPage(behindAddress(id, months, { outcome: outcome ?? '', team: team?.id }), clocks)}
      />
    ),
  }
}

const clocksOnAPage = 50

const headings = {
  any: 'Cases',
  met: 'Cases that kept it',
  missed: 'Cases that missed it',
} as const

/** The landlord’s time, the months asked for, and the team, where one is asked for. */
async function groundOf({ store, visitor, query }: Asked) {
  const zone = await zoneOf(store, visitor.acting)
  if (isRefused(zone)) return zone
  const months = monthsShown(query, zone, store.now())
  if (isRefused(months)) return months
  const team = await teamAsked(store, visitor.acting, textIn(query, 'team'))
  return isRefused(team) ? team : { zone, months, team }
}

async function promiseAsked({ store, visitor, params }: Asked) {
  const promises = await readPromises(store, visitor.acting)
  if (isRefused(promises)) return promises
  const id = params['promise'] ?? ''
  const found = promises.find(({ promise }) => promise.id === id)
  return found ?? refused('not found', 'there is no such promise', 'choose one from the list of promises')
}

/** How promises stood in these months; nothing for who may not see figures. Of all of them, how long each took is not read. */
async function standingsOf(
  { store, visitor }: Asked,
  { from, to }: MonthsShown,
  { promise, team }: { readonly promise?: string; readonly team?: string | undefined } = {},
) {
  if (!visitor.acting.may.has('figures.read')) return undefined
  const measured = await readFigures(store, visitor.acting, {
    from,
    to,
    by: 'month',
    ...(promise === undefined ? { withoutLengths: true } : { promise }),
    ...(team !== undefined && { team }),
  })
  if (isRefused(measured)) return measured
  return { measured, of: new Map(byAttention(measured).map((each) => [each.promise.id, each])) }
}

function outcomeIn(text: string): ClocksBehindAsked['outcome'] {
  return text === 'met' || text === 'missed' ? text : undefined
}

/** The last one of the page before, as the link to the next page carries it. */
function cursorIn({ query }: Asked): ClocksBehindAsked['after'] {
  const decidedAt = Number(textIn(query, 'after') || Number.NaN)
  const n = Number(textIn(query, 'n') || Number.NaN)
  if (
    !Number.isSafeInteger(decidedAt) ||
    Math.abs(decidedAt) > furthest ||
    !Number.isSafeInteger(n) ||
    Math.abs(n) > mostOfAPromise
  )
    return undefined
  return { decidedAt, caseId: textIn(query, 'case'), n }
}

/** The furthest instant that a date can be, and more clocks of one promise than any case has. */
const furthest = 8.64e15 / 2_000
const mostOfAPromise = 1_000_000

function nextPage(page: Url, clocks: readonly ClockRow[]): Url | undefined {
  const end = clocks.length < clocksOnAPage ? undefined : clocks.at(-1)
  if (end === undefined || end.decided_at === null) return undefined
  const after = `after=${String(end.decided_at)}&case=${encodeURIComponent(end.case_id)}&n=${String(end.n)}`
  return `${page}&${after}` as Url
}
