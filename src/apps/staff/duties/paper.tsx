import { isRefusal } from '#core/refusal.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { type Url, url } from '#http/html/url.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import { Field, TextArea } from '#http/layout/form.tsx'
import type { PageAsked } from '#http/layout/page-route.ts'
import type { Paper, PaperFileKept, PaperKept } from '#store/duties/paper.ts'

/** The boxes in which somebody says what shows that it was done. */
export function PaperFields({
  typed,
  faults,
}: {
  readonly typed: Fields
  readonly faults: readonly Fault[]
}): Raw {
  const fault = faults.find(({ field }) => field === 'files')
  return (
    <>
      <TextArea
        name="note"
        label="What shows it?"
        hint="A few words: what was done, and what came of it"
        rows={3}
        value={textIn(typed, 'note')}
        faults={faults}
      />
      <Field
        name="link"
        label="Link to a page"
        hint="Where it can be read, if it can"
        value={textIn(typed, 'link')}
        faults={faults}
      />
      <div class={fault === undefined ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
        <label class="govuk-label govuk-label--s" for="files">
          Files
        </label>
        <div class="govuk-hint" id="files-hint">
          The newsletter, the report, the minutes: up to 10 MB together
        </div>
        {fault !== undefined && (
          <p class="govuk-error-message" id="files-error">
            <span class="govuk-visually-hidden">Error:</span> {fault.says}
          </p>
        )}
        <input
          class="govuk-file-upload"
          type="file"
          id="files"
          name="files"
          multiple
          aria-describedby={fault === undefined ? 'files-hint' : 'files-hint files-error'}
        />
      </div>
    </>
  )
}

/** What was typed and sent as showing that something was done. */
export function paperTyped({ fields, files = [] }: Pick<PageAsked<never>, 'fields' | 'files'>): Paper {
  return {
    note: longTextIn(fields, 'note'),
    link: textIn(fields, 'link'),
    files: files
      .filter(({ name, bytes }) => name === 'files' && bytes.length > 0)
      .map(({ filename, bytes }) => ({ name: filename, content: bytes })),
  }
}

/** What shows that something was done: the note, the link, each file to be opened. */
export function Papers({
  papers,
  fileAt,
}: {
  readonly papers: readonly PaperKept[]
  readonly fileAt: (file: PaperFileKept) => Url
}): Raw {
  return (
    <>
      {papers.map(({ kind, text, files }) => (
        <>
          {text !== null && text !== '' && kind === 'evidence' && <p class="govuk-body-s">{text}</p>}
          {text !== null && kind === 'link' && <LinkOut href={text} />}
          {files.length > 0 && (
            <ul class="govuk-list govuk-!-margin-bottom-1">
              {files.map((file) => (
                <li>
                  <a class="govuk-link" href={fileAt(file)}>
                    {file.name}
                  </a>
                  <span class="govuk-hint">{` ${sizeWords(file.bytes)}`}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      ))}
    </>
  )
}

/** The address was checked when it was kept: it is of a page, and nothing that runs. */
function LinkOut({ href }: { readonly href: string }): Raw {
  const address = url(href)
  if (isRefusal(address)) return <p class="govuk-body-s">{href}</p>
  return (
    <p class="govuk-body-s">
      <a class="govuk-link" href={address}>
        {href.length > 80 ? `${href.slice(0, 80)}…` : href}
      </a>
    </p>
  )
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Where a file of a duty’s evidence is opened. */
export function dutyFile(promise: string): (file: PaperFileKept) => Url {
  return ({ attachmentId }) => local`/duties/${promise}/files/${attachmentId}`
}
