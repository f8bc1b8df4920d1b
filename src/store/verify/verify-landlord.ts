import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused } from '#core/refused.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import type { CaseRow } from '../ledger/case-row.ts'
import { checkCase } from './check-case.ts'
import { checkChain } from './check-chain.ts'
import { checkReports } from './check-reports.ts'
import { checkRoots } from './check-roots.ts'
import { caseSums, checkTallies } from './check-tallies.ts'
import { type Differences, noDifferences, type Verified, type VerifiedSoFar } from './difference.ts'
import { keepVerified } from './kept-verified.ts'
import { type CasesRead, casesInBatches } from './read-cases.ts'

export interface VerifyOptions {
  readonly onProgress?: (soFar: VerifiedSoFar) => void
}

/** One of its statements may read a whole year, in milliseconds. */
const longestStatement = 600_000

/**
 * Checks a landlord’s ledger and works everything out again from nothing: every event’s place in its chain, every clock,
 * every case, every sum, the root of every day, and the digest of every published report. Reads all of it as it stood at one instant, changes none of it, and
 * keeps what it found as the latest verification.
 */
export async function verifyLandlord(
  store: Store,
  acting: Acting,
  { onProgress }: VerifyOptions = {},
): Promise<Verified | Refused> {
  const at = store.now()
  const found = await store.database.transact(acting, 'verify', (tx) => verifyIn(tx, store, onProgress), {
    snapshot: true,
    longestStatement,
  })
  if (isRefused(found)) return found
  const verified = { at, ...found }
  const kept = await store.database.transact(acting, 'verify', (tx) => keepVerified(tx, verified))
  return isRefused(kept) ? kept : verified
}

async function verifyIn(
  tx: Transaction,
  store: Store,
  onProgress: VerifyOptions['onProgress'],
): Promise<Omit<Verified, 'at'>> {
  const differences = noDifferences()
  const sums = caseSums()
  const counts = { cases: 0, events: 0, clocks: 0 }
  for await (const batch of casesInBatches(tx)) {
    sums.add(await checkBatch(tx, store, batch, differences))
    counts.cases += batch.cases.length
    for (const events of batch.eventsOf.values()) counts.events += events.length
    for (const clocks of batch.clocksOf.values()) counts.clocks += clocks.length
    onProgress?.({ ...counts, differences: differences.count() })
  }
  await checkTallies(tx, sums, differences)
  const days = await checkRoots(tx, differences)
  await checkReports(tx, differences)
  return { ...counts, days, differences: differences.count(), listed: differences.listed() }
}

/** Checks some cases, and gives them with whose they are by what was worked out. */
async function checkBatch(
  tx: Transaction,
  store: Store,
  { cases, eventsOf, clocksOf, told, projectedOf }: CasesRead,
  differences: Differences,
): Promise<readonly CaseRow[]> {
  const { landlord } = tx.acting
  const { vocabulary } = store
  const checked: CaseRow[] = []
  const versions = new Set((await tx.run(versionsOfTerms, [landlord])).map(({ version }) => version))
  for (const row of cases) {
    checkChain(row, eventsOf.get(row.case_id) ?? [], differences)
    if (!versions.has(row.terms)) {
      differences.add({
        case: row.case_id,
        column: 'terms',
        stored: String(row.terms),
        says: `case ${row.case_id}: there is no version ${row.terms} of the terms by which it was worked out`,
      })
      checked.push(row)
      continue
    }
    const terms = await store.terms.at(tx, vocabulary, row.terms)
    const clocks = clocksOf.get(row.case_id) ?? []
    const projected = new Map(
      [...projectedOf].map(([projection, rows]) => [projection, rows.get(row.case_id) ?? []]),
    )
    const worked = checkCase({ landlord, row, clocks, told, terms, vocabulary, projected }, differences)
    // A row that names another team was changed by itself: the sums are still those of its own.
    checked.push(worked === undefined ? row : { ...row, team_id: worked.facts.teamId ?? null })
  }
  return checked
}

const versionsOfTerms = statement<{ readonly version: number }>(
  'versions-of-terms',
  'select version from terms where landlord = $1',
)
