import { isRefused, type Refused } from '#core/refused.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { Button, Form } from '#http/layout/form.tsx'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { TableHead } from '#http/layout/table-head.tsx'
import { importResults, rejectedResults, type RejectedRow } from '#store/observations/import-results.ts'
import { readResults } from '#store/observations/results.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { placeWords } from './words.ts'

type Asked = PageAsked<Visitor>

/** The form for a file of results, with what it must look like. */
export async function filePage(asked: Asked, faults: readonly Fault[] = []): Promise<PageAnswer | Refused> {
  const { store, visitor, params, formToken } = asked
  const programmeId = params['programmeId'] ?? ''
  const results = await readResults(store, visitor.acting, { programmeId })
  if (isRefused(results)) return results
  const { programme, placeNames } = results
  const places = programme.places.map((place) => placeWords(place, placeNames))
  const fault = faults.find(({ field }) => field === 'file')
  return {
    title: 'Take in a file of results',
    back: { text: programme.name, href: local`/observations/${programmeId}` },
    faults,
    content: (
      <>
        <span class="govuk-caption-l">{programme.name}</span>
        <h1 class="govuk-heading-l">Take in a file of results</h1>
        <p class="govuk-body">
          A CSV file, as spreadsheets save it, with the headings item, answer, place and when: a row for each
          item of each visit or call. Rows that cannot be counted are listed with the reason; the others count
          at once.
        </p>
        <h2 class="govuk-heading-s">What may stand under item</h2>
        <ul class="govuk-list govuk-list--bullet">
          {programme.items.map(({ item, promises }) => (
            <li>{[item, ...promises].join(' or ')}</li>
          ))}
        </ul>
        {places.length > 0 && <p class="govuk-body">{`The places are ${places.join(', ')}.`}</p>}
        <Form action={local`/observations/${programmeId}/file`} token={formToken} sendsFiles>
          <div class={fault === undefined ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
            <label class="govuk-label govuk-label--s" for="file">
              The file
            </label>
            {fault !== undefined && (
              <p class="govuk-error-message" id="file-error">
                {fault.says}
              </p>
            )}
            <input
              class="govuk-file-upload"
              type="file"
              id="file"
              name="file"
              accept=".csv,text/csv"
              aria-describedby={fault === undefined ? undefined : 'file-error'}
            />
          </div>
          <Button>Take it in</Button>
        </Form>
      </>
    ),
    ...(faults.length > 0 && { status: 422 }),
  }
}

/** Takes a file in, and leads to what of it was not counted. */
export async function takeTheFile(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, files } = asked
  const programmeId = params['programmeId'] ?? ''
  const file = files?.find(({ name }) => name === 'file')
  if (file === undefined || file.bytes.length === 0)
    return filePage(asked, [{ field: 'file', says: 'Choose the file.' }])
  const done = await importResults(store, visitor.acting, { programmeId, bytes: file.bytes })
  if (isRefused(done)) return done.because === 'not allowed' ? done : filePage(asked, [faultOf(done)])
  if (done.rejected === 0) return { goTo: local`/observations/${programmeId}?done=taken` }
  return { goTo: local`/observations/${programmeId}/files/${done.importId}` }
}

/** The rows of a file that were not counted. */
export async function rejectedPage({ store, visitor, params }: Asked): Promise<PageAnswer | Refused> {
  const [programmeId, importId] = [params['programmeId'] ?? '', params['importId'] ?? '']
  const found = await rejectedResults(store, visitor.acting, { programmeId, importId })
  if (isRefused(found)) return found
  return {
    title: 'Rows that were not counted',
    wide: true,
    back: { text: found.programme.name, href: local`/observations/${programmeId}` },
    content: (
      <>
        <span class="govuk-caption-l">{found.programme.name}</span>
        <h1 class="govuk-heading-l">Rows that were not counted</h1>
        <p class="govuk-body">{`${found.counted} rows of the file count. Put these right and take them in as another file.`}</p>
        <Rejected rows={found.rows} />
      </>
    ),
  }
}

function Rejected({ rows }: { readonly rows: readonly RejectedRow[] }): Raw {
  return (
    <table class="govuk-table">
      <caption class="govuk-visually-hidden">Rows with the reason of each</caption>
      <TableHead columns={['Line', 'Why', 'What it says']} />
      <tbody class="govuk-table__body">
        {rows.map(({ line, reason, cells }) => (
          <tr class="govuk-table__row">
            <td class="govuk-table__cell">{String(line)}</td>
            <td class="govuk-table__cell">{reason}</td>
            <td class="govuk-table__cell">{cells.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
