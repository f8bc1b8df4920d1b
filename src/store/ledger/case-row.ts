import type { TallyPart } from '#core/promises/case-measuring.ts'
import type { Instant } from '#core/time/instant.ts'
import { oneOf, statement } from '../statement.ts'

/** A case as its row has it. */
export interface CaseRow {
  readonly case_id: string
  readonly kind: string
  readonly version: number
  readonly last_digest: Buffer
  readonly first_at: Instant | null
  readonly last_at: Instant | null
  readonly opened_at: Instant
  readonly is_open: boolean
  readonly merged_into: string | null
  readonly customer_id: string | null
  readonly home_id: string | null
  readonly team_id: string | null
  readonly holder_id: string | null
  readonly contractor_id: string | null
  /** How it came. */
  readonly channel: string | null
  readonly terms: number
  readonly computed_at: Instant
  readonly changes_at: Instant | null
  readonly tallied: readonly TallyPart[]
}

/** Locks cases for writing, in the order of their ids, so that two writers never wait for each other in a ring. */
export const lockCases = statement<CaseRow>(
  'lock-cases',
  `select * from cases where landlord = $1 and case_id = ${oneOf('$2')} order by case_id for update`,
)

/** The cases that were merged into these: they are answered by them, and so change with them. */
export const lockMergedInto = statement<CaseRow>(
  'lock-merged-into',
  'select * from cases where landlord = $1 and merged_into = any($2::text[]) order by case_id for update',
)

/** The latest terms of the landlord. */
export const latestTerms = statement<{ readonly terms: number }>(
  'latest-terms',
  'select terms from landlords where landlord = $1',
)
