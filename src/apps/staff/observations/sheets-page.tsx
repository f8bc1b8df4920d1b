import { isRefused, type Refused } from '#core/refused.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { listIn, textIn } from '#http/layout/fields.ts'
import { Button, Form, Select } from '#http/layout/form.tsx'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import { giveSheets, type Observer, observersOf } from '#store/observations/give.ts'
import { listSheets } from '#store/observations/list-sheets.ts'
import type { Sheet } from '#store/observations/sheet-rows.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { NextPage } from '../next-page.tsx'
import { dayText } from '../times.ts'
import { sheetPlaceWords } from './words.ts'

type Asked = PageAsked<Visitor>

/** The sheets of the latest round, who has them and how far they are; those about whoever looks are not among them. */
export async function sheetsPage(asked: Asked, faults: readonly Fault[] = []): Promise<PageAnswer | Refused> {
  const { store, visitor, params, query, formToken } = asked
  const programmeId = params['programmeId'] ?? ''
  const from = /^\d{1,5}$/.test(textIn(query, 'from')) ? Number(textIn(query, 'from')) : 0
  const found = await listSheets(store, visitor.acting, { programmeId, from })
  if (isRefused(found)) return found
  const observers = await observersOf(store, visitor.acting)
  if (isRefused(observers)) return observers
  const last = found.sheets.at(-1)
  const next = found.sheets.length < 100 || last === undefined ? undefined : String(last.n)
  const mayOpen = visitor.acting.may.has('observations.write')
  return {
    title: 'Sheets',
    wide: true,
    back: { text: found.programme.name, href: local`/observations/${programmeId}` },
    faults,
    notice: textIn(query, 'done') === 'given' ? 'They are given.' : undefined,
    content: (
      <>
        <span class="govuk-caption-l">{found.programme.name}</span>
        <h1 class="govuk-heading-l">Sheets</h1>
        {found.sheets.length === 0 && <p class="govuk-body">There are none in this round.</p>}
        <Form action={local`/observations/${programmeId}/sheets`} token={formToken}>
          <Sheets sheets={found.sheets} canGive={found.round.closedAt === null} mayOpen={mayOpen} />
          {found.round.closedAt === null && <Give observers={observers} faults={faults} />}
        </Form>
        <NextPage
          href={next === undefined ? undefined : local`/observations/${programmeId}/sheets?from=${next}`}
        />
      </>
    ),
    ...(faults.length > 0 && { status: 422 }),
  }
}

/** Gives the sheets that were ticked to somebody. */
export async function giveTheSheets(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields } = asked
  const programmeId = params['programmeId'] ?? ''
  const observer = textIn(fields, 'observer')
  const sheetIds = listIn(fields, 'sheets')
  if (sheetIds.length === 0) return sheetsPage(asked, [{ says: 'Tick the sheets that are to be given.' }])
  const given = await giveSheets(store, visitor.acting, {
    programmeId,
    sheetIds,
    observer: observer === '' ? undefined : observer,
  })
  if (isRefused(given)) return given.because === 'not allowed' ? given : sheetsPage(asked, [faultOf(given)])
  if (given.given < sheetIds.length)
    return sheetsPage(asked, [
      {
        says: `${given.given} of ${sheetIds.length} were given. The others were sent already, or are about something that this person had a part in.`,
      },
    ])
  return { goTo: local`/observations/${programmeId}/sheets?done=given` }
}

function Give({
  observers,
  faults,
}: {
  readonly observers: readonly Observer[]
  readonly faults: readonly Fault[]
}): Raw {
  return (
    <>
      <Select
        name="observer"
        label="Give those that are ticked to"
        choices={[
          { value: '', label: 'Nobody for now' },
          ...observers.map(({ staffId, name }) => ({ value: staffId, label: name })),
        ]}
        chosen=""
        faults={faults}
      />
      <Button>Give them</Button>
    </>
  )
}

function Sheets({
  sheets,
  canGive,
  mayOpen,
}: {
  readonly sheets: readonly Sheet[]
  readonly canGive: boolean
  readonly mayOpen: boolean
}): Raw {
  return (
    <Scrolled label="Sheets of this round">
      <table class="govuk-table">
        <caption class="govuk-visually-hidden">Sheets of this round</caption>
        <TableHead columns={[...(canGive ? ['Give'] : []), 'Sheet', 'Where', 'Observer', 'Due', 'State']} />
        <tbody class="govuk-table__body">
          {sheets.map((sheet) => (
            <tr class="govuk-table__row">
              {canGive && (
                <td class="govuk-table__cell">{sheet.sentAt === null && <Tick sheet={sheet} />}</td>
              )}
              <td class="govuk-table__cell">
                {mayOpen ? (
                  <a class="govuk-link" href={local`/observations/sheets/${sheet.sheetId}`}>
                    {`Sheet ${sheet.n}`}
                  </a>
                ) : (
                  `Sheet ${sheet.n}`
                )}
              </td>
              <td class="govuk-table__cell">{sheetPlaceWords(sheet) ?? ''}</td>
              <td class="govuk-table__cell">{sheet.observerName ?? 'nobody'}</td>
              <td class="govuk-table__cell">{sheet.dueOn === null ? '' : dayText(sheet.dueOn)}</td>
              <td class="govuk-table__cell">{stateWords(sheet)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function stateWords({ sentAt, isBegun }: Sheet): string {
  if (sentAt !== null) return 'Sent'
  return isBegun ? 'Begun' : 'To do'
}

function Tick({ sheet: { sheetId, n } }: { readonly sheet: Sheet }): Raw {
  const id = `tick-${sheetId}`
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" type="checkbox" id={id} name="sheets" value={sheetId} />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          Tick<span class="govuk-visually-hidden">{` sheet ${n}`}</span>
        </label>
      </div>
    </div>
  )
}
