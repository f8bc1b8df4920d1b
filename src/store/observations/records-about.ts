import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'
import { notAbout } from './blind.ts'

/** Which of these records of the ledger hold what an observer found of whoever asks: they are shown it nowhere. */
export async function recordsAboutOneself(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { landlord, staffId } = tx.acting
  if (staffId === undefined || caseIds.length === 0) return new Set()
  const rows = await tx.run(recordsAbout, [landlord, caseIds, staffId])
  return new Set(rows.map(({ caseId }) => caseId))
}

const recordsAbout = statement<{ readonly caseId: string }>(
  'observation-records-about-oneself',
  `select s.record_case as "caseId"
     from observation_sheets s
     join observation_programmes p on p.landlord = s.landlord and p.programme_id = s.programme_id
    where s.landlord = $1 and s.record_case = any ($2::text[]) and not ${notAbout('$3')}`,
)
