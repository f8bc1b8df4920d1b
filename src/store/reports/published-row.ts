import type { FrozenReport } from '#core/reporting/frozen-report.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { statement } from '../statement.ts'

/** A report as it was published, with what stands under it. */
export interface PublishedRow {
  readonly reportId: string
  readonly content: FrozenReport
  /** The content to the letter, of which the digest was made. */
  readonly text: string
  readonly digest: string
  readonly publishedAt: Instant
  readonly publishedBy: string
  readonly keyId: string
  readonly signature: string
  readonly publicKey: string
}

/** One of them, if it was published. */
export async function publishedById(tx: Transaction, reportId: string): Promise<PublishedRow | undefined> {
  const [row] = await tx.run(publishedOne, [tx.acting.landlord, reportId])
  return row && { ...row, content: JSON.parse(row.text) as FrozenReport }
}

const publishedOne = statement<Omit<PublishedRow, 'content'>>(
  'published-report',
  `select p.report_id as "reportId", p.content as text, p.digest, p.published_at as "publishedAt",
          p.published_by as "publishedBy", p.key_id as "keyId", p.signature, k.public_key as "publicKey"
     from published_reports p
     join signing_keys k on k.landlord = p.landlord and k.key_id = p.key_id
    where p.landlord = $1 and p.report_id = $2`,
)
