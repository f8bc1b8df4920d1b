import { isRefused, type Refused } from '#core/refused.ts'
import type { FrozenPromise } from '#core/reporting/frozen-report.ts'
import type { PublicAsked } from '#http/public/public-route.ts'
import { listPublished, type PublishedReport, readPublished } from '#store/reports/published.ts'

/** The figure of a promise in one published report. */
export interface PastFigure {
  readonly report: PublishedReport
  readonly figure: FrozenPromise
}

/** As many reports as one page looks through, the latest. */
const mostReports = 40

/** What was published about a promise, the latest first: of each report its latest version, with what that put right. */
export async function pastFigures(
  { store, acting, landlord }: PublicAsked,
  promise: string,
): Promise<readonly PastFigure[] | Refused> {
  const published = await listPublished(store, acting)
  if (isRefused(published)) return published
  const found: PastFigure[] = []
  for (const report of published.filter(({ isLatest }) => isLatest).slice(0, mostReports)) {
    const promises = await promisesIn(report, { store, acting, landlord })
    if (isRefused(promises)) return promises
    const figure = promises.get(promise)
    if (figure !== undefined) found.push({ report, figure })
  }
  return found.toSorted(
    (a, b) => b.report.period.to - a.report.period.to || b.report.period.from - a.report.period.from,
  )
}

type Promises = ReadonlyMap<string, FrozenPromise>

/** A published report never changes, so that what was read of it stays at hand. */
const held = new Map<string, Promises>()
const mostHeld = 400

async function promisesIn(
  { reportId, digest }: PublishedReport,
  { store, acting, landlord }: Pick<PublicAsked, 'store' | 'acting' | 'landlord'>,
): Promise<Promises | Refused> {
  const key = `${landlord.landlord} ${reportId} ${digest}`
  const known = held.get(key)
  if (known !== undefined) return known
  const found = await readPublished(store, acting, { reportId })
  if (isRefused(found)) return found
  const promises = new Map(found.content.promises.map((each) => [each.promise, each]))
  if (held.size >= mostHeld) held.clear()
  held.set(key, promises)
  return promises
}
