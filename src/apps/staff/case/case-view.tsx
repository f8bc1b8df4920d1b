import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import type { Acting } from '#core/people/acting.ts'
import type { Instant } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { CasePage } from '#store/case-page/read-case-page.ts'
import { ActsPanel } from './acts-panel.tsx'
import { ClocksPanel } from './clocks-panel.tsx'
import { TimelineEntry } from './entry.tsx'
import { FilesPanel } from './files-panel.tsx'
import { CaseHead } from './head.tsx'
import { HolderPanel } from './holder-panel.tsx'
import { PresentLine } from './present-line.tsx'
import { whoHadIt } from './who-had-it.ts'

interface CaseViewProps {
  readonly page: CasePage
  readonly acting: Acting
  readonly vocabulary: Vocabulary
  readonly now: Instant
  readonly token: string
}

/** A case: what must be known first, what can be done, what was promised beside it, and everything that happened. */
export function CaseView({ page, acting, vocabulary, now, token }: CaseViewProps): Raw {
  const { case: row, names, clocks, owed, acts } = page
  const caseId = row.case_id
  const mayWrite = acting.may.has('cases.write') && row.merged_into === null
  return (
    <>
      <PresentLine present={page.present} now={now} />
      <CaseHead page={page} />
      <div class="kept-case">
        <div class="kept-case__acts">
          {mayWrite && (
            <ActsPanel
              caseId={caseId}
              customerId={row.customer_id}
              acts={acts}
              isOurs={acting.contractorId === undefined}
            />
          )}
        </div>
        <div class="kept-case__side">
          <ClocksPanel clocks={clocks} owed={owed} now={now} />
          <HolderPanel
            caseId={caseId}
            version={row.version}
            had={whoHadIt(page.told, names)}
            may={holderMay(row, acting)}
            token={token}
          />
          <FilesPanel files={page.files} />
        </div>
        <div class="kept-case__timeline">
          <Timeline page={page} acting={acting} vocabulary={vocabulary} />
        </div>
      </div>
    </>
  )
}

function holderMay(
  { holder_id: holder, merged_into: into }: CasePage['case'],
  { may, staffId, contractorId }: Acting,
) {
  const here = may.has('cases.write') && contractorId === undefined && into === null
  return {
    take: here && holder !== staffId && (holder === null || may.has('cases.assign')),
    passOn: here,
    assign: here && may.has('cases.assign'),
  }
}

function Timeline({ page, acting, vocabulary }: Pick<CaseViewProps, 'page' | 'acting' | 'vocabulary'>): Raw {
  const words = acting.may.has('words.read') ? ('shown' as const) : ('hidden' as const)
  const mayMend = acting.may.has('cases.write') && acting.contractorId === undefined
  const ground = { caseId: page.case.case_id, vocabulary, names: page.names, words, mayMend }
  return (
    <section data-live="timeline" aria-labelledby="timeline-title">
      <h2 class="govuk-heading-m" id="timeline-title">
        What happened
      </h2>
      {words === 'hidden' && (
        <p class="kept-told">Notes and messages are hidden: you may not read customers’ words.</p>
      )}
      <ol class="moj-timeline kept-timeline">
        {page.entries.map((entry) => (
          <TimelineEntry entry={entry} ground={ground} />
        ))}
      </ol>
      <Pages page={page} />
    </section>
  )
}

function Pages({ page: { case: row, page, pages } }: Pick<CaseViewProps, 'page'>): Raw {
  if (pages === 1) return <></>
  return (
    <nav class="bar" aria-label="Pages of what happened">
      {page > 1 && (
        <a class="govuk-link" href={local`/cases/${row.case_id}?page=${String(page - 1)}`}>
          Later
        </a>
      )}
      <span>{`Page ${page} of ${pages}`}</span>
      {page < pages && (
        <a class="govuk-link" href={local`/cases/${row.case_id}?page=${String(page + 1)}`}>
          Earlier
        </a>
      )}
    </nav>
  )
}
