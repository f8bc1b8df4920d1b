import type { StandingPromise } from '#core/promises/attention.ts'
import { figureText, targetText } from '#core/promises/shown-figure.ts'
import { signalText } from '#core/promises/signal-words.ts'
import { govuk } from '#http/govuk/index.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { listIn } from '#http/layout/fields.ts'
import { Button, Choices, Form, TextArea } from '#http/layout/form.tsx'
import { countedText } from '#http/page/counted-words.ts'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import { EnglishAdvice } from '../answering/advice.tsx'
import { Standing } from '../promises/standing.tsx'
import { ChangesTable, LateFacts } from './changes.tsx'
import type { DraftProps } from './draft-props.ts'
import { isNotYetOver, ReportHead } from './report-head.tsx'
import { doingField, type FieldOfWords, inName, sectionField, whyField } from './report-words.ts'

/** A draft: its figures as they stand, with room for the words of an officer. */
export function WriteReport(props: DraftProps): Raw {
  const { asked, draft, english } = props
  const { reportId } = draft.row
  const here = local`/reports/${reportId}`
  return (
    <>
      <ReportHead {...props} />
      <p class="govuk-body">
        <a class="govuk-link" href={local`/reports/${reportId}/preview`}>
          Look at it as it would be published
        </a>
      </p>
      <Form action={here} token={asked.formToken} autosave={local`/reports/${reportId}/keep`} id="report">
        <input type="hidden" name="openedAt" value={String(asked.store.now())} />
        <Restating {...props} />
        <Words
          {...props}
          field={{ name: 'introduction', place: 'introduction' }}
          label="Introduction"
          rows={6}
          hint="What a reader should know first. A blank line begins a new paragraph. Name nobody."
        />
        <Sections {...props} />
        <Promises {...props} />
        <Fulfils {...props} />
        {english !== undefined && <EnglishAdvice found={english} />}
        <div class="govuk-button-group">
          <Button name="then" value="save">
            Save
          </Button>
          <Button name="then" value="english" look="second">
            Check for plain English
          </Button>
          {!isNotYetOver(draft) && (
            <Button name="then" value="send" look="second">
              Send it to be checked
            </Button>
          )}
        </div>
      </Form>
    </>
  )
}

function Restating(props: DraftProps): Raw {
  const { draft, typed, faults } = props
  if (draft.row.restates === null) return <></>
  return (
    <section aria-labelledby="restated-title">
      <h2 class="govuk-heading-m" id="restated-title">
        What is put right
      </h2>
      {draft.sincePublished.length === 0 ? (
        <p class="govuk-body">The figures agree with those that were published.</p>
      ) : (
        <ChangesTable
          caption="Figures that are other ones now"
          was="Published"
          changes={draft.sincePublished}
        />
      )}
      <LateFacts late={draft.late} />
      <TextArea
        name="because"
        label="Why are they other ones now?"
        hint="This is published beside the old figures and the new ones."
        value={typed?.get('because') ?? draft.row.because ?? ''}
        rows={3}
        longest={2_000}
        faults={faults}
      />
    </section>
  )
}

/** Words of a place: as they were typed, or else as they are kept. */
function Words({
  draft,
  typed,
  faults,
  field,
  label,
  hint,
  rows,
}: DraftProps & {
  readonly field: FieldOfWords
  readonly label: string
  readonly hint?: string
  readonly rows: number
}): Raw {
  return (
    <TextArea
      name={field.name}
      label={label}
      {...(hint !== undefined && { hint })}
      value={typed?.get(field.name) ?? draft.words.get(field.place)?.text ?? ''}
      rows={rows}
      longest={10_000}
      faults={faults}
    />
  )
}

/** Few sections need words of their own, so that they are folded away. */
function Sections(props: DraftProps): Raw {
  const { sections } = props.draft.content
  return govuk.details({
    summaryText: 'Words at the head of a section',
    open: sections.some(({ words }) => words !== ''),
    html: (
      <>
        {sections.map(({ name }, index) => (
          <Words {...props} field={sectionField(name, index)} label={name} rows={3} />
        ))}
      </>
    ),
  })
}

/** What needs attention has room for words at once; any other is given it when asked for. */
function Promises(props: DraftProps): Raw {
  const { draft, asked } = props
  const opened = new Set(listIn(asked.query, 'words'))
  const isOpen = ({ promise, standing }: StandingPromise) =>
    standing === 'missed' ||
    standing === 'overdue' ||
    standing === 'signal' ||
    opened.has(promise.id) ||
    [whyField, doingField].some((field) => draft.words.has(field(promise.id).place))
  const [first, rest] = [draft.figures.filter(isOpen), draft.figures.filter((each) => !isOpen(each))]
  return (
    <>
      <h2 class="govuk-heading-m">Promises that need words</h2>
      {first.length === 0 && <p class="govuk-body">None was missed, and nothing is overdue.</p>}
      {first.map((standing) => (
        <OnePromise {...props} standing={standing} />
      ))}
      {rest.length > 0 && <Others {...props} rest={rest} />}
    </>
  )
}

function OnePromise(props: DraftProps & { readonly standing: StandingPromise }): Raw {
  const { standing } = props
  const { promise, whole, signals, byPeriod } = standing
  const id = inName(promise.id)
  const months = byPeriod.map(({ period }) => period)
  return (
    <section class="kept-report-promise" id={`promise-${id}`} aria-labelledby={`promise-${id}-title`}>
      <h3 class="govuk-heading-s" id={`promise-${id}-title`}>
        <span class="kept-clause">{promise.id}</span> {promise.promise}
      </h3>
      <p class="govuk-body">
        <strong class="kept-figure">{figureText(promise, whole)}</strong> <Standing promise={standing} />
        <span class="kept-below">{`Target: ${targetText(promise)}. ${countedText(promise, whole)}.`}</span>
        {signals.slice(-2).map((signal) => (
          <span class="kept-below">{`${signalText(signal, months)}.`}</span>
        ))}
      </p>
      <Words {...props} field={whyField(promise.id)} label={`Why ${promise.id} came to this`} rows={2} />
      <Words {...props} field={doingField(promise.id)} label={`What we do about ${promise.id}`} rows={2} />
    </section>
  )
}

function Others({ draft, rest }: DraftProps & { readonly rest: readonly StandingPromise[] }): Raw {
  const { reportId } = draft.row
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{`The other ${rest.length}`}</span>
      </summary>
      <Scrolled label="Kept, or with nothing to count">
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-table__caption--s">
            Kept, or with nothing to count
          </caption>
          <TableHead columns={['Promise', 'Figure', 'Target', 'Words']} />
          <tbody class="govuk-table__body">
            {rest.map(({ promise, whole }) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <span class="kept-clause">{promise.id}</span> {promise.promise}
                </th>
                <td class="govuk-table__cell">{figureText(promise, whole)}</td>
                <td class="govuk-table__cell">{targetText(promise)}</td>
                <td class="govuk-table__cell">
                  <a class="govuk-link" href={local`/reports/${reportId}?words=${promise.id}`}>
                    Add words
                    <span class="govuk-visually-hidden">{` to ${promise.id}`}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </details>
  )
}

/** Publishing it may be what the landlord promised to publish, or the evidence that a duty was done. */
function Fulfils({ draft }: DraftProps): Raw {
  const { fulfilments, row } = draft
  if (fulfilments.length === 0) return <></>
  return (
    <>
      <input type="hidden" name="choosesFulfils" value="yes" />
      <Choices
        name="fulfils"
        legend="What is done by publishing it?"
        hint="What you tick is recorded as shown or done on the day it is published."
        kind="several"
        choices={fulfilments.map(({ key, promise, says, does }) => ({
          value: key,
          label: `${'shows' in does ? 'Shown' : 'Done'}: ${says} (${promise})`,
        }))}
        chosen={row.fulfils}
      />
    </>
  )
}
