import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { AttachmentShown } from '#store/words/read-attachments.ts'
import { momentText } from '../times.ts'

/** The files of a case, each to be opened. */
export function FilesPanel({ files }: { readonly files: readonly AttachmentShown[] | undefined }): Raw {
  if (files === undefined || files.length === 0) return <></>
  return (
    <section data-live="files" aria-labelledby="files-title">
      <h2 class="govuk-heading-m" id="files-title">
        Files
      </h2>
      <ul class="kept-more">
        {files.slice(0, 100).map(({ attachmentId, name, bytes, addedAt }) => (
          <li>
            {name === null ? (
              'A file that was erased'
            ) : (
              <a class="govuk-link" href={local`/api/v1/attachments/${attachmentId}`}>
                {name}
              </a>
            )}
            <p class="kept-told">{`${sizeWords(bytes)}, ${momentText(addedAt)}`}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}
