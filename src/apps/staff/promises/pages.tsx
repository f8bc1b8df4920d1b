import { byAttention } from '#core/promises/attention.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Url } from '#http/html/url.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { type ClocksBehindAsked, clocksBehind } from '#store/ledger/clocks-behind.ts'
import type { ClockRow } from '#store/ledger/clock-row.ts'
import { readFigures } from '#store/ledger/figures.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import { zoneOf } from '#store/terms/zone-of.ts'
import { ClocksBehind } from './behind.tsx'
import { PromisesList } from './list.tsx'
import { type MonthsShown, monthCode, monthName, monthsShown } from './months.ts'
import { OnePromise } from './one.tsx'

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
  pageRoute({ method: 'GET', path: '/promises/:promise/cases', who: 'cases.read', handle: casesBehind }),
]

async function allPromises(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor } = asked
  const ground = await groundOf(asked)
  if (isRefused(ground)) return ground
  const standings = await standingsOf(asked, ground.months, 'all')
  if (isRefused(standings)) return standings
  const promises = await readPromises(store, visitor.acting)
  if (isRefused(promises)) return promises
  const pack = promises[0]?.edition.pack
  const title = pack === undefined ? '' : `${pack.title}, edition ${pack.edition}`
  return {
    title: 'Our promises',
    wide: true,
    content: <PromisesList title={title} promises={promises} standings={standings} months={ground.months} />,
  }
}

async function onePromise(asked: Asked): Promise<PageAnswer | Refused> {
  const ground = await groundOf(asked)
  if (isRefused(ground)) return ground
  const found = await promiseAsked(asked)
  if (isRefused(found)) return found
  const standings = await standingsOf(asked, ground.months, found.promise.id)
  if (isRefused(standings)) return standings
  const standing = standings?.get(found.promise.id)
  return {
    title: found.promise.id,
    wide: true,
    back: { href: local`/promises`, text: 'All promises' },
    content: <OnePromise of={found} standing={standing} months={ground.months} />,
  }
}

async function casesBehind(asked: Asked): Promise<PageAnswer | Refused> {
  const ground = await groundOf(asked)
  if (isRefused(ground)) return ground
  const found = await promiseAsked(asked)
  if (isRefused(found)) return found
  const { months, zone } = ground
  const outcome = outcomeIn(textIn(asked.query, 'outcome'))
  const { id } = found.promise
  const clocks = await clocksBehind(asked.store, asked.visitor.acting, {
    promise: id,
    from: zone.startOf(months.from),
    before: zone.startOf(months.to + 1),
    limit: clocksOnAPage,
    ...(outcome !== undefined && { outcome }),
    ...afterIn(asked),
  })
  if (isRefused(clocks)) return clocks
  const words = headings[outcome ?? 'any']
  return {
    title: words,
    wide: true,
    back: { href: local`/promises/${id}`, text: id },
    content: (
      <ClocksBehind
        says={found.promise.promise}
        title={`${words}, ${monthName(months.first)} to ${monthName(months.last)}`}
        clocks={clocks}
        zone={zone}
        next={nextPage(id, months, outcome, clocks)}
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

async function groundOf({ store, visitor, query }: Asked) {
  const zone = await zoneOf(store, visitor.acting)
  if (isRefused(zone)) return zone
  const months = monthsShown(query, zone, store.now())
  return isRefused(months) ? months : { zone, months }
}

async function promiseAsked({ store, visitor, params }: Asked) {
  const promises = await readPromises(store, visitor.acting)
  if (isRefused(promises)) return promises
  const id = params['promise'] ?? ''
  const found = promises.find(({ promise }) => promise.id === id)
  return found ?? refused('not found', 'there is no such promise', 'choose one from the list of promises')
}

/** How promises stood in these months; nothing for who may not see figures. */
async function standingsOf({ store, visitor }: Asked, { from, to }: MonthsShown, which: string) {
  if (!visitor.acting.may.has('figures.read')) return undefined
  const one = which === 'all' ? {} : { promise: which }
  const measured = await readFigures(store, visitor.acting, { from, to, by: 'month', ...one })
  if (isRefused(measured)) return measured
  return new Map(byAttention(measured).map((each) => [each.promise.id, each]))
}

function outcomeIn(text: string): ClocksBehindAsked['outcome'] {
  return text === 'met' || text === 'missed' ? text : undefined
}

/** The last clock of the page before, as the link to the next page carries it. */
function afterIn({ query }: Asked): Pick<ClocksBehindAsked, 'after'> {
  const decidedAt = Number(textIn(query, 'after') || Number.NaN)
  const n = Number(textIn(query, 'n') || Number.NaN)
  if (
    !Number.isSafeInteger(decidedAt) ||
    Math.abs(decidedAt) > furthest ||
    !Number.isSafeInteger(n) ||
    Math.abs(n) > mostOfAPromise
  )
    return {}
  return { after: { decidedAt, caseId: textIn(query, 'case'), n } }
}

/** The furthest instant that a date can be, and more clocks of one promise than any case has. */
const furthest = 8.64e15 / 2_000
const mostOfAPromise = 1_000_000

function nextPage(
  promise: string,
  { first, last }: MonthsShown,
  outcome: ClocksBehindAsked['outcome'],
  clocks: readonly ClockRow[],
): Url | undefined {
  const end = clocks.length < clocksOnAPage ? undefined : clocks.at(-1)
  if (end === undefined || end.decided_at === null) return undefined
  const [from, to] = [monthCode(first), monthCode(last)]
  return local`/promises/${promise}/cases?from=${from}&to=${to}&outcome=${outcome ?? ''}&after=${String(end.decided_at)}&case=${end.case_id}&n=${String(end.n)}`
}
