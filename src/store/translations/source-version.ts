import { isRefused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { siteIn } from '../public/site.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'

/**
 * The name under which translations of a document are kept. The leaflet is one document through all its editions, so that its
 * translations are known to be out of date when a new one comes: `leaflet:2026-01` is `leaflet`.
 */
export function documentKey(document: string): string {
  return document.replace(/^leaflet:.*$/s, 'leaflet')
}

/** Which version of a document is published now, in words; undefined where there is no such document, or no longer. */
export async function sourceVersionIn(
  tx: Transaction,
  store: Store,
  document: string,
): Promise<string | undefined> {
  const [, kind = '', name = ''] = /^([a-z]+)(?::(.+))?$/s.exec(documentKey(document)) ?? []
  if (kind === 'report') {
    const [latest] = await tx.run(latestOfReport, [tx.acting.landlord, name])
    return latest === undefined ? undefined : `version ${latest.version}`
  }
  const site = await siteIn(tx, store)
  if (isRefused(site)) return undefined
  const shown = site.shown.get(kind === 'page' ? name : kind)
  if (kind === 'page') return shown === undefined ? undefined : `version ${shown.version}`
  if (kind !== 'leaflet') return undefined
  const introduction = shown === undefined ? '' : `, introduction ${shown.version}`
  return `edition ${site.edition.pack.edition}${introduction}`
}

const latestOfReport = statement<{ readonly version: number }>(
  'latest-version-of-report',
  `select max(l.version) as version from reports r
     join reports l on l.landlord = r.landlord and l.kind = r.kind and l.period = r.period
    where r.landlord = $1 and r.report_id = $2 and l.state = 'published'
    having max(l.version) is not null`,
)
