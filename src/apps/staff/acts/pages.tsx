import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { type Fault } from '#http/layout/fault.ts'
import type { Fields } from '#http/layout/fields.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { recordedSince, type Since } from '#store/case-page/since.ts'
import { recordAct } from '#store/ledger/append.ts'
import type { CaseShown } from '#store/ledger/read-case.ts'
import { type ActsPossible, possibleActs } from '#store/acts/possible-acts.ts'
import { seeCase } from '#store/presence/presence.ts'
import { type CaseAsked, caseAsked, versionSeen } from '../case/case-asked.ts'
import { caseTitle } from '../case/head.tsx'
import { faultsOfRefusal } from './act-faults.ts'
import type { Asked } from './act-form.tsx'
import { actFromForm, overridesIn } from './act-from-form.ts'
import { ActPage, askedOf } from './act-page.tsx'
import { actPage } from './act-pages.ts'
import { codeWords } from './field-words.ts'
import type { FormAct } from './form-act.ts'
import { peopleFor } from './people-choices.ts'

/** The forms of acts: one page for every act of every kind, made from its fields. */
export const actPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/cases/:caseId/acts/:type',
    who: 'cases.write',
    handle: async (asked) => {
      const own = caseAsked(asked)
      const type = own.params['type'] ?? ''
      const elsewhere = actPage(type, own.caseId)
      if (elsewhere !== undefined) return { goTo: elsewhere }
      const found = await formIn(own, type)
      if (isRefused(found)) return found
      if (!found.isPossible) return notNow(found.form)
      return shown(own, found, { typed: own.query, faults: [], asks: [] })
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/cases/:caseId/acts/:type',
    who: 'cases.write',
    handle: async (asked) => {
      const own = caseAsked(asked)
      const found = await formIn(own, own.params['type'] ?? '')
      return isRefused(found) ? found : recorded(own, found)
    },
  }),
]

/** An act in a case, with its form. */
interface Found {
  readonly case: CaseShown
  readonly form: FormAct & { readonly act: string; readonly says: string }
  /** Whether it can be done in the case as it stands. */
  readonly isPossible: boolean
}

async function formIn({ store, acting, caseId }: CaseAsked, type: string): Promise<Found | Refused> {
  const possible = await possibleActs(store, acting, caseId)
  if (isRefused(possible)) return possible
  return foundIn(possible, type, store.vocabulary)
}

/** What is no longer possible has its form all the same: what was typed into it must not be lost. */
function foundIn(possible: ActsPossible, type: string, { events }: Vocabulary): Found | Refused {
  const form = possible.acts.find((each) => each.type === type)
  if (form !== undefined) return { case: possible.case, form, isPossible: true }
  const known = events.get(type)
  if (known?.definition.act === undefined)
    return refused('not found', 'there is no such act', 'go to the case and choose one of its buttons')
  const { definition } = known
  const fields = [...known.fields].map(([name, field]) => ({
    name,
    definition: field,
    required: field.required,
    promises: [],
  }))
  const { act = codeWords(type), says, asksFor } = definition
  const bare = { type, act, says, fields, ...(asksFor !== undefined && { asksFor }) }
  return { case: possible.case, form: bare, isPossible: false }
}

function notNow({ act }: Pick<Found['form'], 'act'>): Refused {
  return refused(
    'not valid',
    `“${act}” cannot be done in this case as it stands, or is not for you to do`,
    'go back to the case: its buttons are what can be done now',
  )
}

async function recorded(own: CaseAsked, found: Found) {
  const { store, acting, caseId, fields } = own
  const act = actFromForm(fields, found.form, store.now())
  if ('length' in act) {
    const faults = act.flatMap((each) => faultsOfRefusal(each, found.form))
    return shown(own, found, { typed: fields, faults, asks: [] })
  }
  const done = await recordAct(store, acting, caseId, act, versionSeen(fields))
  if (!isRefused(done)) return { goTo: local`/cases/${caseId}?done=recorded` }
  if (done.because === 'changed meanwhile') return stale(own, found)
  const faults = faultsOfRefusal(done, found.form)
  return shown(own, found, { typed: fields, faults, asks: askedOf(await withOverridden(own, done)) })
}

/** A reason once chosen stays on the form while something else is put right. */
async function withOverridden({ fields }: CaseAsked, refusal: Refused): Promise<Pick<Refused, 'asks'>> {
  const chosen = Object.keys(overridesIn(fields) ?? {})
  const asks = refusal.asks ?? []
  const more = chosen.filter((promise) => !asks.some((each) => each.promise === promise))
  return { asks: [...asks, ...more.map((promise) => ({ promise, says: 'as chosen before', fields: [] }))] }
}

/** Somebody recorded something in between: that is shown, what was typed is kept, and may be saved all the same. */
async function stale(own: CaseAsked, found: Found) {
  const { store, acting, caseId, fields } = own
  const version = versionSeen(fields).expectedVersion ?? 0
  const since = await recordedSince(store, acting, { caseId, version })
  if (isRefused(since)) return since
  const says = found.isPossible
    ? 'Something was recorded in this case while you were writing. Read it below, then save again.'
    : 'Something was recorded in this case while you were writing, and this can no longer be done. What you typed is below, to be copied.'
  return shown(own, found, { typed: fields, faults: [{ says }], asks: [], since })
}

interface Showing {
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly asks: readonly Asked[]
  readonly since?: Since
}

async function shown({ store, acting, caseId, fields, token }: CaseAsked, found: Found, showing: Showing) {
  const { typed, faults, asks, since } = showing
  const present = await seeCase(store, acting, caseId, { live: false })
  if (isRefused(present)) return present
  const title = caseTitle(found.case)
  const version = since?.version ?? versionSeen(fields).expectedVersion ?? found.case.version
  return {
    title: `${found.form.act} – ${title}`,
    content: (
      <ActPage
        caseId={caseId}
        caseTitle={title}
        action={local`/cases/${caseId}/acts/${found.form.type}`}
        form={found.form}
        typed={typed}
        faults={faults}
        people={await peopleFor(store, acting, found.form.fields)}
        asks={asks}
        version={version}
        since={since}
        present={present}
        now={store.now()}
        token={token}
      />
    ),
    back: { href: local`/cases/${caseId}`, text: title },
    live: local`/cases/${caseId}/live`,
    faults,
    ...(faults.length > 0 && { status: since === undefined ? 422 : 409 }),
  }
}
