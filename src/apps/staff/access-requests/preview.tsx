import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { CopyItem } from '#store/access-requests/access-copy.ts'
import { pageOfAct } from '../acts/act-pages.ts'
import { CopyContent } from './copy-content.tsx'

/** What will be given, as the customer reads it. */
export function PreviewPage({
  caseId,
  items,
}: {
  readonly caseId: string
  readonly items: readonly CopyItem[]
}): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">What will be given</h1>
      {items.length === 0 ? (
        <p class="govuk-body">Nothing is gathered yet.</p>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={local`/access-requests/${caseId}/copy.html`}>
            Take it out
          </a>
          {' · '}
          <a class="govuk-link" href={pageOfAct('access-given', caseId)}>
            Record that it was given
          </a>
        </p>
      )}
      <CopyContent items={items} />
    </>
  )
}
