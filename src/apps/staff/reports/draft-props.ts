import type { PlainEnglish } from '#core/letters/advice.ts'
import type { Fault } from '#http/layout/fault.ts'
import type { PageAsked } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { DraftReport } from '#store/reports/read-reports.ts'

/** How the page of a draft is shown after something was done on it. */
export interface DraftShowing {
  readonly notice?: string | undefined
  readonly faults?: readonly Fault[]
  /** What was typed and not saved, by the name of its field. */
  readonly typed?: ReadonlyMap<string, string>
  readonly english?: PlainEnglish | undefined
}

/** What the parts of a draft’s page are drawn from. */
export interface DraftProps extends DraftShowing {
  readonly asked: PageAsked<Visitor>
  readonly draft: DraftReport
  /** Names of staff, as the ledger calls them. */
  readonly names: ReadonlyMap<string, string>
  readonly faults: readonly Fault[]
  readonly isOwn: boolean
}
