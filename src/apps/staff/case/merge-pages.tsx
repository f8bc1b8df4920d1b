import { isRefused, type Refused, refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { longTextIn, textIn } from '#http/layout/fields.ts'
import { Button, Field, Form, TextArea } from '#http/layout/form.tsx'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { Since } from '#store/case-page/since.ts'
import { mergeCase } from '#store/case-page/merge-case.ts'
import { type CaseShown, readCase } from '#store/ledger/read-case.ts'
import { namesOfCustomers } from '#store/masters/names.ts'
import { simpleFaults } from '../acts/act-faults.ts'
import { Meanwhile } from '../acts/meanwhile.tsx'
import { codeWords } from '../acts/field-words.ts'
import { dayText, staffZone } from '../times.ts'
import { type CaseAsked, caseAsked, versionSeen } from './case-asked.ts'
import { caseTitle } from './head.tsx'
import { sinceOpened } from './stale.ts'

/** Merging a case into another: the reference first, then the case that was meant is shown before anything is done. */
export const mergePages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/cases/:caseId/merge',
    who: 'cases.write',
    handle: async (asked) => mergePage(caseAsked(asked), textIn(asked.query, 'into'), []),
  }),
  pageRoute({
    method: 'POST',
    path: '/cases/:caseId/merge',
    who: 'cases.write',
    handle: async (asked) => {
      const own = caseAsked(asked)
      const { store, acting, caseId, fields } = own
      const into = referenceFrom(textIn(fields, 'into'))
      const note = longTextIn(fields, 'note')
      const merged = await mergeCase(store, acting, {
        caseId,
        into,
        ...(note !== '' && { words: [{ kind: 'note', text: note }] }),
        ...versionSeen(fields),
      })
      if (!isRefused(merged)) return { goTo: local`/cases/${caseId}?done=merged` }
      return merged.because === 'not found' ? merged : mergePage(own, into, simpleFaults(merged), merged)
    },
  }),
]

/** References of ours are of capital letters; people write them as they like. */
function referenceFrom(text: string): string {
  const letters = text.replaceAll(/[\s-]/g, '').toUpperCase()
  return /^[0-9A-Z]{10}$/.test(letters)
    ? `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
    : text
}

async function mergePage(own: CaseAsked, typed: string, faults: readonly Fault[], refusal?: Refused) {
  const { store, acting, caseId } = own
  const read = await readCase(store, acting, caseId)
  if (isRefused(read)) return read
  const into = referenceFrom(typed)
  const other = into === '' || into === caseId ? undefined : await readCase(store, acting, into)
  const missing = into !== '' && faults.length === 0 ? missingFault(other, caseId, into) : []
  const all = [...faults, ...missing]
  const meant = other === undefined || isRefused(other) ? undefined : other.case
  const title = caseTitle(read.case)
  return {
    title: `Merge – ${title}`,
    content: (
      <Merge
        own={own}
        row={read.case}
        since={await sinceOpened(own, refusal)}
        into={into}
        meant={meant}
        customer={await customerName(own, meant)}
        faults={all}
      />
    ),
    back: { href: local`/cases/${caseId}`, text: title },
    faults: all,
    ...(all.length > 0 && { status: refusal?.because === 'changed meanwhile' ? 409 : 422 }),
  }
}

function missingFault(other: object | Refused | undefined, caseId: string, into: string): readonly Fault[] {
  if (into === caseId)
    return simpleFaults(
      refused('not valid', 'this is the case itself', 'write the reference of the other', '/into'),
    )
  return isRefused(other)
    ? simpleFaults(refused('not valid', `there is no case ${into}`, 'check the reference', '/into'))
    : []
}

async function customerName({ store, acting }: CaseAsked, meant: CaseShown | undefined): Promise<string> {
  const id = meant?.customer_id
  if (id === null || id === undefined) return 'nobody known'
  const names = await namesOfCustomers(store, acting, { ids: [id], why: '/cases/:caseId/merge' })
  return names.get(id) ?? 'a customer'
}

interface MergeProps {
  readonly own: CaseAsked
  readonly row: CaseShown
  readonly since: Since | undefined
  readonly into: string
  readonly meant: CaseShown | undefined
  readonly customer: string
  readonly faults: readonly Fault[]
}

function Merge({ own, row, since, into, meant, customer, faults }: MergeProps): Raw {
  const { caseId, fields, token } = own
  return (
    <>
      <span class="govuk-caption-l">{caseTitle(row)}</span>
      <h1 class="govuk-heading-l">Merge into another case</h1>
      <p>
        Merge two cases where the same customer got in touch twice about the same thing. The work goes on in
        the other case. The promises of this one keep their dates, and are answered from there: one answer
        answers both.
      </p>
      {since !== undefined && <Meanwhile events={since.events} names={since.names} />}
      <form class="kept-find" action={local`/cases/${caseId}/merge`} method="get">
        <Field
          name="into"
          label="Reference of the case that goes on"
          hint="Such as 4F7K-2MPX-9Q."
          value={into}
          faults={faults}
        />
        <Button look="second">Find it</Button>
      </form>
      {meant !== undefined && meant.merged_into === null && (
        <Form action={local`/cases/${caseId}/merge`} token={token}>
          <input type="hidden" name="into" value={meant.case_id} />
          <input type="hidden" name="version" value={String(row.version)} />
          <h2 class="govuk-heading-m">{caseTitle(meant)}</h2>
          <p>{aboutWords(meant, customer)}</p>
          <TextArea
            name="note"
            label="Note (optional)"
            value={longTextIn(fields, 'note')}
            rows={3}
            faults={faults}
          />
          <Button>{`Merge into ${meant.case_id}`}</Button>
        </Form>
      )}
    </>
  )
}

function aboutWords({ kind, opened_at: opened, is_open: open }: CaseShown, customer: string): string {
  const state = open ? 'open' : 'closed'
  return `${codeWords(kind)} of ${customer}, opened on ${dayText(staffZone.dayOf(opened))}, ${state}.`
}
