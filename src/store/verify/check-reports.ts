import type { Transaction } from '../database.ts'
import { verifyReport } from '../reports/verify-report.ts'
import { statement } from '../statement.ts'
import type { Differences } from './difference.ts'

/** Holds every published report to its digest and to the landlord’s signature. A few are read at a time: they are long. */
export async function checkReports(tx: Transaction, differences: Differences): Promise<void> {
  let after = ''
  for (;;) {
    const rows = await tx.run(signedReports, [tx.acting.landlord, after])
    for (const { reportId, ...signed } of rows) {
      const fault = verifyReport(signed)
      if (fault !== undefined)
        differences.add({ column: 'content', says: `the published report ${reportId}: ${fault}` })
    }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.reportId
  }
}

const signedReports = statement<{
  readonly reportId: string
  readonly content: string
  readonly digest: string
  readonly signature: string
  readonly publicKey: string
}>(
  'signed-reports',
  `select p.report_id as "reportId", p.content, p.digest, p.signature, k.public_key as "publicKey"
     from published_reports p join signing_keys k on k.landlord = p.landlord and k.key_id = p.key_id
    where p.landlord = $1 and p.report_id > $2 order by p.report_id limit 20`,
)
