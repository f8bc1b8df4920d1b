import { monthTyped } from '#core/duties/month-typed.ts'
import { returnWords } from '#core/duties/return-value.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { monthCode } from '#core/time/period.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { setDutyOwner } from '#store/duties/owners.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { checkReturn, turnReturnDown } from '#store/returns/check.ts'
import { importReturns } from '#store/returns/import-returns.ts'
import { proposeReturn } from '#store/returns/propose.ts'
import { readReturnHistory } from '#store/returns/read-history.ts'
import { readReturns } from '#store/returns/read-returns.ts'
import { simpleFaults } from '../acts/act-faults.ts'
import { ownerTyped } from '../duties/owner-form.tsx'
import { whoThereIs } from '../duties/pages.tsx'
import { PerformancePlaces } from '../performance/performance-places.tsx'
import { monthName } from '../promises/months.ts'
import { FilesBroughtIn } from './files-brought-in.tsx'
import { MonthLinks, ReturnLines } from './month-list.tsx'
import { NewReturn, returnTyped } from './new-return.tsx'
import { OneReturn } from './one-return.tsx'

type Asked = PageAsked<Visitor>

/** Figures of other systems: what is needed of each month, typed in by one and checked by another. */
export const returnPages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/returns', who: 'cases.read', handle: (asked) => monthPage(asked) }),
  pageRoute({
    method: 'GET',
    path: '/returns/new',
    who: 'cases.read',
    handle: (asked) => newPage(asked, asked.query),
  }),
  pageRoute({
    method: 'GET',
    path: '/returns/:name',
    who: 'cases.read',
    handle: (asked) => onePage(asked, {}),
  }),
  pageRoute({
    method: 'POST',
    path: '/returns',
    who: 'cases.read',
    handle: async (asked) => {
      const { store, visitor, fields } = asked
      const typed = returnTyped(fields)
      const put = isRefused(typed) ? typed : await proposeReturn(store, visitor.acting, typed)
      if (isRefused(typed) || isRefused(put))
        return newPage(asked, fields, isRefused(typed) ? typed : (put as Refused))
      return { goTo: local`/returns?month=${monthCode(typed.month)}&done=put` }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/returns/:returnId/check',
    who: 'returns.write',
    handle: async ({ store, visitor, params }) => {
      const checked = await checkReturn(store, visitor.acting, { returnId: params['returnId'] ?? '' })
      if (isRefused(checked)) return checked
      return { goTo: local`/returns?month=${monthCode(checked.month)}&done=checked` }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/returns/:returnId/turn-down',
    who: 'cases.read',
    handle: async ({ store, visitor, params }) => {
      const down = await turnReturnDown(store, visitor.acting, { returnId: params['returnId'] ?? '' })
      if (isRefused(down)) return down
      return { goTo: local`/returns?month=${monthCode(down.month)}&done=down` }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/returns/import',
    who: 'cases.read',
    takesFiles: true,
    handle: async (asked) => {
      const file = asked.files?.find(({ bytes }) => bytes.length > 0)
      const brought =
        file === undefined
          ? refused('not valid', 'no file was chosen', 'choose a CSV file', '/file')
          : await importReturns(asked.store, asked.visitor.acting, {
              name: file.filename,
              content: file.bytes,
            })
      return isRefused(brought) ? monthPage(asked, brought) : { goTo: local`/returns?done=brought` }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/returns/:name/owner',
    who: 'cases.read',
    handle: async (asked) => {
      const { store, visitor, params, fields } = asked
      const name = params['name'] ?? ''
      const there = await readReturnHistory(store, visitor.acting, name)
      if (isRefused(there)) return there
      const owner = ownerTyped(fields, 'return', name)
      const set = isRefused(owner) ? owner : await setDutyOwner(store, visitor.acting, owner)
      if (!isRefused(set)) return { goTo: local`/returns/${name}?done=owner` }
      return set.because === 'not allowed' ? set : onePage(asked, fields, set)
    },
  }),
]

const notices: Readonly<Record<string, string>> = {
  put: 'The figure waits for somebody else to check it.',
  checked: 'The figure is checked, and counts from now on.',
  down: 'The figure is turned down, and counts for nothing.',
  brought: 'The file is read. Its good rows wait for their check; the others stand below.',
  owner: 'It is saved who answers for this.',
}

async function monthPage(asked: Asked, fault?: Refused): Promise<PageAnswer | Refused> {
  const { store, visitor, query, formToken } = asked
  const { acting } = visitor
  const wanted = monthTyped(textIn(query, 'month'))
  const shown = await readReturns(store, acting, wanted === undefined ? {} : { month: wanted })
  if (isRefused(shown)) return shown
  const who = await whoThereIs(asked)
  const mayCheck = acting.may.has('returns.write')
  const { staffId } = acting
  const around = { who, token: formToken, mayCheck, staffId, programs: shown.programs }
  const faults = fault === undefined ? [] : simpleFaults(fault)
  const mayType = shown.lines.some((line) => line.mayType)
  return {
    title: 'Returns',
    wide: true,
    ...(faults.length > 0 && { status: 422 }),
    faults,
    notice: faults.length > 0 ? undefined : notices[textIn(query, 'done')],
    content: (
      <>
        <PerformancePlaces asked={asked} current="/returns" />
        <h1 class="govuk-heading-l">{`Returns for ${monthName(shown.month)}`}</h1>
        <p class="govuk-body">
          Figures that our promises take from other systems. One person types a figure in, another checks it;
          it counts from then on.
        </p>
        <MonthLinks shown={shown} />
        {shown.lines.length === 0 ? (
          <p class="govuk-body">No promise of ours takes a figure from another system.</p>
        ) : (
          <ReturnLines shown={shown} around={around} />
        )}
        {mayType && <ImportForm token={formToken} />}
        <FilesBroughtIn imports={shown.imports} around={around} />
      </>
    ),
  }
}

function ImportForm({ token }: { readonly token: string }): Raw {
  return (
    <section>
      <h2 class="govuk-heading-m">Bring in a file</h2>
      <Form action={local`/returns/import`} token={token} sendsFiles>
        <div class="govuk-form-group">
          <label class="govuk-label govuk-label--s" for="file">
            A CSV file
          </label>
          <div class="govuk-hint" id="file-hint">
            With the columns name, month, value and source. Amounts are in pence, or in pounds with a pound
            sign.
          </div>
          <input class="govuk-file-upload" type="file" id="file" name="file" aria-describedby="file-hint" />
        </div>
        <Button look="second">Bring it in</Button>
      </Form>
    </section>
  )
}

async function newPage(asked: Asked, typed: Fields, fault?: Refused): Promise<PageAnswer | Refused> {
  if (fault?.because === 'not allowed') return fault
  const { store, visitor, formToken } = asked
  const month = monthTyped(textIn(typed, 'month'))
  const shown = await readReturns(store, visitor.acting, month === undefined ? {} : { month })
  if (isRefused(shown)) return shown
  const faults = fault === undefined ? [] : simpleFaults(fault)
  const corrects = textIn(typed, 'corrects')
  return {
    title: corrects === '' ? 'Type in a figure' : 'Correct a figure',
    ...(faults.length > 0 && { status: 422 }),
    back: { href: local`/returns?month=${monthCode(shown.month)}`, text: 'Returns' },
    faults,
    content: <NewReturn shown={shown} typed={typed} faults={faults} token={formToken} />,
  }
}

async function onePage(asked: Asked, typed: Fields, fault?: Refused): Promise<PageAnswer | Refused> {
  const { store, visitor, params, query, formToken } = asked
  const { acting } = visitor
  const history = await readReturnHistory(store, acting, params['name'] ?? '')
  if (isRefused(history)) return history
  const faults = fault === undefined ? [] : simpleFaults(fault)
  return {
    title: returnWords(history.needed.name),
    ...(faults.length > 0 && { status: 422 }),
    back: { href: local`/returns`, text: 'Returns' },
    faults,
    notice: faults.length > 0 ? undefined : notices[textIn(query, 'done')],
    content: (
      <OneReturn
        history={history}
        who={await whoThereIs(asked)}
        token={formToken}
        maySetOwner={acting.may.has('returns.write') || acting.may.has('editions.activate')}
        typed={typed}
        faults={faults}
      />
    ),
  }
}
