import { isRefused, type Refused } from '#core/refused.ts'
import { numberText } from '#core/promises/percent.ts'
import { reportDefinitions } from '#core/reporting/report-kind.ts'
import { documentHtml } from '#http/formats/document-html.tsx'
import { govuk } from '#http/govuk/index.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { SummaryList } from '#http/layout/summary-list.tsx'
import { textIn } from '#http/layout/fields.ts'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { reportDocument } from '#http/reports/report-document.ts'
import { staffOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { PublishedContent, PublishedReport } from '#store/reports/published.ts'
import { changesOfPublished } from '#store/reports/restate.ts'
import { verifyReport } from '#store/reports/verify-report.ts'
import { momentText } from '../times.ts'
import { ChangesTable } from './changes.tsx'
import { reportForms } from './files.ts'
import type { PromiseChange } from '#store/reports/read-reports.ts'

/** The page of a published report: as it was published, with what was put under it and every version there is. */
export async function publishedShown(
  asked: PageAsked<Visitor>,
  found: PublishedContent,
): Promise<PageAnswer | Refused> {
  const { store, visitor, query } = asked
  const { report, content } = found
  // Who may put it right is told at once that it no longer holds.
  const changes =
    visitor.acting.may.has('reports.write') && report.isLatest
      ? await changesOfPublished(store, visitor.acting, report)
      : []
  if (isRefused(changes)) return changes
  const staff = new Map(
    (await staffOf(store, visitor.acting)).map(({ staffId, name }) => [`staff:${staffId}`, name]),
  )
  return {
    title: report.title,
    wide: true,
    back: { text: 'All reports', href: local`/reports` },
    notice:
      textIn(query, 'done') === 'published'
        ? 'It is published. Its figures and words stay as they are from now on.'
        : undefined,
    content: (
      <>
        <h1 class="govuk-heading-l">{report.title}</h1>
        <Restated found={found} />
        {changes.length > 0 && <NoLongerHolds found={found} changes={changes} token={asked.formToken} />}
        <Under found={found} by={staff.get(found.publishedBy)} />
        <Forms report={report} slug={visitor.landlord.slug} />
        <Versions found={found} />
        <hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible" />
        {documentHtml(reportDocument(content, { name: content.landlord }), { without: 'title' })}
      </>
    ),
  }
}

interface Found {
  readonly found: PublishedContent
}

function Restated({ found: { report, versions } }: Found): Raw {
  const [newest] = versions
  if (report.isLatest || newest === undefined) return <></>
  return govuk.warningText({
    html: (
      <>
        {'This version is restated: facts that were told late changed its figures. '}
        <a class="govuk-link" href={local`/reports/${newest.reportId}`}>
          {`Read version ${newest.version}`}
        </a>
      </>
    ),
    iconFallbackText: 'Note',
  })
}

function NoLongerHolds({
  found: { report },
  changes,
  token,
}: Found & { readonly changes: readonly PromiseChange[]; readonly token: string }): Raw {
  return (
    <section aria-labelledby="changed-title">
      <h2 class="govuk-heading-m" id="changed-title">
        {changes.length === 1
          ? 'One figure no longer holds'
          : `${numberText(changes.length)} figures no longer hold`}
      </h2>
      <ChangesTable caption="What the facts come to now" was="Published" changes={changes} />
      <Form action={local`/reports/${report.reportId}/restate`} token={token}>
        <Button look="second">Draft a version that puts it right</Button>
      </Form>
    </section>
  )
}

/** What can be checked of it. */
function Under({ found, by }: Found & { readonly by: string | undefined }): Raw {
  const { report, text, signature } = found
  const fault = verifyReport({ content: text, digest: report.digest, ...signature })
  return (
    <SummaryList
      rows={[
        [
          'Published',
          by === undefined ? momentText(report.publishedAt) : `${momentText(report.publishedAt)}, by ${by}`,
        ],
        ['Digest (SHA-256)', <code class="kept-digest">{report.digest}</code>],
        [
          'Checked just now',
          fault === undefined ? 'Content, digest and signature agree.' : `It cannot be trusted: ${fault}.`,
        ],
      ]}
    />
  )
}

function Forms({
  report: { reportId, report },
  slug,
}: {
  readonly report: PublishedReport
  readonly slug: string
}): Raw {
  return (
    <section aria-labelledby="forms-title">
      {reportDefinitions[report].readers === 'everybody' && (
        <p class="govuk-body">
          <a class="govuk-link" href={local`/public/${slug}/reports/${reportId}`}>
            See it as everybody does
          </a>
        </p>
      )}
      <h2 class="govuk-heading-s" id="forms-title">
        To take away
      </h2>
      <ul class="govuk-list">
        {Object.entries(reportForms).map(([form, says]) => (
          <li>
            <a class="govuk-link" href={local`/reports/${reportId}/files/${form}`}>
              {says}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Versions({ found: { report, versions } }: Found): Raw {
  if (versions.length < 2) return <></>
  return (
    <section aria-labelledby="versions-title">
      <h2 class="govuk-heading-s" id="versions-title">
        Versions
      </h2>
      <ul class="govuk-list">
        {versions.map(({ reportId, version, publishedAt }) => (
          <li>
            {reportId === report.reportId ? (
              <strong>{`Version ${version}, this one`}</strong>
            ) : (
              <a class="govuk-link" href={local`/reports/${reportId}`}>{`Version ${version}`}</a>
            )}
            {`, published ${momentText(publishedAt)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
