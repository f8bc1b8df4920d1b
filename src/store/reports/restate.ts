import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { titleOf } from '#core/reporting/freeze.ts'
import type { Transaction } from '../database.ts'
import { letTimePass } from '../ledger/figures.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { makeRestatement } from './make-draft.ts'
import { publishedById } from './published-row.ts'
import { changedSince, figuresOf, type PromiseChange } from './read-reports.ts'
import { figuresOfReport } from './report-figures.ts'
import { mailThoseWhoMay } from './report-mail.ts'
import { periodOfRow, reportById, reportColumns, type ReportRow } from './report-row.ts'
import { copyWords } from './report-words.ts'

/**
 * Works out again the figures of every report that was published and not restated since. Of each that comes to something
 * else, a next version is drafted with the words of the last, and those who write reports are told. What agrees again
 * before anybody wrote to it is taken away.
 */
export async function findRestatements(
  store: Store,
  acting: Acting,
): Promise<{ readonly restated: readonly string[] } | Refused> {
  const upToNow = acting.may.has('reports.write') && (await letTimePass(store, acting))
  return store.database.transact(acting, 'reports.write', async (tx) => {
    const restated: string[] = []
    const titles: string[] = []
    for (const row of await tx.run(latestVersions, [acting.landlord])) {
      const changes = await changesNow(tx, store, row, upToNow)
      if (isRefused(changes)) return changes
      const next = await tx.run(nextVersion, [acting.landlord, row.reportId])
      if (changes.length === 0) await tx.run(dropUntouched, [acting.landlord, row.reportId])
      if (changes.length === 0 || next.length > 0) continue
      const made = await restateWithin(tx, store, row)
      if (made === undefined) continue
      restated.push(made.reportId)
      titles.push(titleOf(row.kind, periodOfRow(row)))
    }
    if (titles.length > 0)
      await mailThoseWhoMay(tx, store, 'reports.write', {
        subject:
          titles.length === 1 ? `${titles[0]} no longer holds` : `${titles.length} reports no longer hold`,
        says: [
          'Facts that were told late give these published reports other figures. Say why, and have it checked:',
          titles,
        ],
      })
    return { restated }
  })
}

/** What of a published report comes to something else now, for whoever opens it. */
export async function changesOfPublished(
  store: Store,
  acting: Acting,
  { reportId }: { readonly reportId: string },
): Promise<readonly PromiseChange[] | Refused> {
  const upToNow = acting.may.has('figures.read') && (await letTimePass(store, acting))
  return store.database.transact(acting, 'figures.read', async (tx) => {
    const row = await reportById(tx, reportId)
    return isRefused(row) ? row : changesNow(tx, store, row, upToNow)
  })
}

/** Drafts the next version of a published report by hand. */
export function restateReport(
  store: Store,
  acting: Acting,
  { reportId }: { readonly reportId: string },
): Promise<{ readonly reportId: string } | Refused> {
  return store.database.transact(acting, 'reports.write', async (tx) => {
    const row = await reportById(tx, reportId)
    if (isRefused(row)) return row
    if (row.state !== 'published')
      return refused('not valid', 'this report is not published yet', 'write on the draft itself')
    const made = await restateWithin(tx, store, row)
    return (
      made ??
      refused('already there', 'its next version is drafted already', 'open it from the list of reports')
    )
  })
}

async function restateWithin(
  tx: Transaction,
  store: Store,
  row: ReportRow,
): Promise<{ readonly reportId: string } | undefined> {
  const { kind, version, reportId } = row
  const made = await makeRestatement(tx, store, { kind, period: periodOfRow(row), version, reportId })
  if (made !== undefined) await copyWords(tx, { from: reportId, to: made.reportId })
  return made
}

async function changesNow(
  tx: Transaction,
  store: Store,
  row: ReportRow,
  upToNow: boolean,
): Promise<readonly PromiseChange[] | Refused> {
  const published = await publishedById(tx, row.reportId)
  if (published === undefined) return []
  const now = await figuresOfReport(tx, store, { kind: row.kind, period: periodOfRow(row), upToNow })
  if (isRefused(now)) return now
  return changedSince(
    figuresOf(published.content),
    now.figures.map(({ whole }) => whole),
  )
}

/** More than a landlord publishes in five years; older ones are looked at when somebody opens them. */
const latestVersions = statement<ReportRow>(
  'latest-published-versions',
  `select ${reportColumns} from reports r
    where r.landlord = $1 and r.state = 'published'
      and not exists (
        select from reports n
         where n.landlord = r.landlord and n.kind = r.kind and n.period = r.period and n.version > r.version
           and n.state = 'published')
    order by r.to_on desc, r.kind limit 300`,
)

const nextVersion = statement<{ readonly reportId: string }>(
  'next-version-of-report',
  'select report_id as "reportId" from reports where landlord = $1 and restates = $2',
)

const dropUntouched = statement(
  'drop-untouched-restatement',
  `delete from reports
    where landlord = $1 and restates = $2 and state = 'drafted' and drafted_by = 'system' and revision = 1`,
)
