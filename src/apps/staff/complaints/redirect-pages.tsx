import { isRefused, type Refused, refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { Button, Form, Radios } from '#http/layout/form.tsx'
import { type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { readCasework } from '#store/casework/list-casework.ts'
import { recordSteps } from '#store/ledger/append.ts'
import { newReference } from '#store/new-id.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { readWords } from '#store/words/read-words.ts'
import { yesOrNo } from '../acts/field-box.tsx'

/** A dispute between neighbours is no complaint about us: it goes to the team for antisocial behaviour. */
export const redirectPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/complaints/:caseId/redirect',
    who: 'complaints.write',
    handle: async (asked) => redirectForm(asked, { handling: '', urgent: '', faults: [] }),
  }),
  pageRoute({
    method: 'POST',
    path: '/complaints/:caseId/redirect',
    who: 'complaints.write',
    handle: async (asked) => {
      const typed = { handling: textIn(asked.fields, 'handling'), urgent: textIn(asked.fields, 'urgent') }
      const faults = faultsOf(typed)
      if (faults.length > 0) return redirectForm(asked, { ...typed, faults })
      const done = await redirect(asked, typed.urgent === 'yes')
      if (isRefused(done))
        return done.because === 'not valid'
          ? redirectForm(asked, { ...typed, faults: [faultOf(done)] })
          : done
      return { goTo: local`/cases/${done}?done=recorded` }
    },
  }),
]

interface Typed {
  readonly handling: string
  readonly urgent: string
}

function faultsOf({ handling, urgent }: Typed): readonly Fault[] {
  if (handling === 'yes')
    return [
      {
        field: 'handling',
        says: 'Then it stays a complaint: it is about what we did. Look into it as any other.',
      },
    ]
  return [
    ...(handling === 'no'
      ? []
      : [{ field: 'handling', says: 'Say whether it is about how we handled a dispute.' }]),
    ...(['yes', 'no'].includes(urgent) ? [] : [{ field: 'urgent', says: 'Say whether it is urgent.' }]),
  ]
}

/** Opens the other case with what the customer said, and closes the complaint; both, or neither. */
async function redirect(
  { store, visitor: { acting }, params }: PageAsked<Visitor>,
  urgent: boolean,
): Promise<string | Refused> {
  const caseId = params['caseId'] ?? ''
  const row = await readCasework(store, acting, caseId)
  if (isRefused(row)) return row
  if (row.case.kind !== 'complaint')
    return refused('not valid', 'this is not a complaint', 'open the case itself')
  const words = await readWords(store, acting, { caseId, why: 'passed to antisocial behaviour', limit: 200 })
  if (isRefused(words)) return words
  const said = words
    .filter(({ text, kind }) => text !== null && kind !== 'note')
    .toReversed()
    .slice(0, 20)
    .map(({ text }) => ({ kind: 'message' as const, text: text ?? '' }))
  const { customer_id: customer, home_id: home, first_at: at } = row.case
  const reference = newReference()
  const about = { ...(customer !== null && { customer }), ...(home !== null && { home }) }
  const came = { kind: 'note' as const, text: `This came as complaint ${caseId}.` }
  const goesOn = { kind: 'note' as const, text: `It goes on as case ${reference}.` }
  const done = await recordSteps(store, acting, [
    {
      open: {
        kind: 'antisocial-behaviour',
        caseId: reference,
        act: {
          type: 'asb-reported',
          ...(at !== null && { at: new Date(at).toISOString() }),
          data: { urgent, ...about },
          words: [...said, came],
        },
      },
    },
    {
      in: caseId,
      act: { type: 'complaint-redirected', data: { to: 'antisocial-behaviour' }, words: [goesOn] },
    },
  ])
  return isRefused(done) ? done : reference
}

async function redirectForm(
  { store, visitor: { acting }, params, formToken }: PageAsked<Visitor>,
  typed: Typed & { readonly faults: readonly Fault[] },
) {
  const caseId = params['caseId'] ?? ''
  const row = await readCasework(store, acting, caseId)
  if (isRefused(row)) return row
  if (row.case.kind !== 'complaint') return { goTo: local`/cases/${caseId}` }
  return {
    title: 'Pass to antisocial behaviour',
    back: { href: local`/complaints/${caseId}`, text: `Complaint ${caseId}` },
    content: <RedirectForm caseId={caseId} typed={typed} token={formToken} />,
    faults: typed.faults,
    ...(typed.faults.length > 0 && { status: 422 }),
  }
}

function RedirectForm({
  caseId,
  typed,
  token,
}: {
  readonly caseId: string
  readonly typed: Typed & { readonly faults: readonly Fault[] }
  readonly token: string
}): Raw {
  return (
    <>
      <h1 class="govuk-heading-l">Pass to antisocial behaviour</h1>
      <p class="govuk-body">
        A report of antisocial behaviour is opened with the customer’s words, dated as the complaint came, and
        the complaint is closed. Tell the customer.
      </p>
      <Form action={local`/complaints/${caseId}/redirect`} token={token}>
        <Radios
          name="handling"
          label="Is it about how we handled a dispute?"
          hint="Then it is about what we did, and stays a complaint."
          choices={yesOrNo}
          chosen={typed.handling}
          faults={typed.faults}
        />
        <Radios
          name="urgent"
          label="Is it urgent?"
          hint="Somebody was hurt or threatened, it is about hate, or it is going on now."
          choices={yesOrNo}
          chosen={typed.urgent}
          faults={typed.faults}
        />
        <Button>Pass it on</Button>
      </Form>
    </>
  )
}
