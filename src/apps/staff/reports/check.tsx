import { documentHtml } from '#http/formats/document-html.tsx'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { anchor } from '#http/html/url.ts'
import { Button, Form, TextArea } from '#http/layout/form.tsx'
import { draftDocument } from '#http/reports/report-document.ts'
import { ChangesTable, LateFacts } from './changes.tsx'
import type { DraftProps } from './draft-props.ts'
import { ReportHead } from './report-head.tsx'

/** A report that waits to be checked, as it would be published, with what a second person decides. */
export function CheckReport(props: DraftProps): Raw {
  const { draft, asked, isOwn } = props
  const { may } = asked.visitor.acting
  const waits = draft.row.state === 'to be checked'
  const decides = waits && !isOwn && may.has('publish')
  return (
    <>
      <ReportHead {...props} />
      {draft.row.restates !== null && (
        <>
          <ChangesTable
            caption="Figures that are other ones now"
            was="Published"
            changes={draft.sincePublished}
          />
          <LateFacts late={draft.late} />
        </>
      )}
      {waits && <SinceSent {...props} />}
      <Fulfils {...props} />
      {waits && isOwn && (
        <p class="govuk-body">You had a hand in this report, so somebody else has to check it.</p>
      )}
      {decides && (
        <p class="govuk-body">
          {'Read it, and '}
          <a class="govuk-link" href={anchor('decide')}>
            decide at its end
          </a>
          .
        </p>
      )}
      {waits && may.has('reports.write') && (
        <Form action={local`/reports/${draft.row.reportId}/take-back`} token={asked.formToken}>
          <Button look="second">Take it back to write on it</Button>
        </Form>
      )}
      <hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible" />
      {documentHtml(draftDocument(draft.content), { without: 'title' })}
      {decides && <Decide {...props} />}
    </>
  )
}

function SinceSent({ draft }: DraftProps): Raw {
  if (draft.sinceSent.length === 0)
    return <p class="govuk-body">No figure has changed since it was sent to be checked.</p>
  return <ChangesTable caption="What changed since it was sent" was="When sent" changes={draft.sinceSent} />
}

function Fulfils({ draft }: DraftProps): Raw {
  const chosen = draft.fulfilments.filter(({ key }) => draft.row.fulfils.includes(key))
  if (chosen.length === 0) return <></>
  return (
    <>
      <p class="govuk-body">Publishing it also records:</p>
      <ul class="govuk-list govuk-list--bullet">
        {chosen.map(({ promise, says, does }) => (
          <li>{`${'shows' in does ? 'Shown' : 'Done'}: ${says} (${promise})`}</li>
        ))}
      </ul>
    </>
  )
}

/** Publishing sends back what was seen: nothing is published that nobody read. */
function Decide({ draft, asked, faults }: DraftProps): Raw {
  const { reportId } = draft.row
  return (
    <section id="decide" aria-labelledby="decide-title">
      <h2 class="govuk-heading-m" id="decide-title">
        Is it right?
      </h2>
      <Form action={local`/reports/${reportId}/publish`} token={asked.formToken}>
        <input type="hidden" name="seen" value={draft.seen} />
        <Button>Publish it</Button>
      </Form>
      <details class="govuk-details" open={faults.some(({ field }) => field === 'because')}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Send it back</span>
        </summary>
        <div class="govuk-details__text">
          <Form action={local`/reports/${reportId}/back`} token={asked.formToken}>
            <TextArea name="because" label="What is to be done?" rows={3} longest={2_000} faults={faults} />
            <Button look="second">Send it back</Button>
          </Form>
        </div>
      </details>
    </section>
  )
}
