import { permissions } from '#core/people/permission.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { type Instant, minute } from '#core/time/instant.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { local } from '#http/html/local.ts'
import type { Url } from '#http/html/url.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { keepDraft, readDraft } from '#store/contacts/drafts.ts'
import { findPersons } from '#store/contacts/find-persons.ts'
import { readCase } from '#store/ledger/read-case.ts'
import { namesOfCustomers } from '#store/masters/names.ts'
import { newId } from '#store/new-id.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { Store } from '#store/store.ts'
import { readPromises } from '#store/terms/read-terms.ts'
import type { Asked } from '../acts/act-form.tsx'
import { forFields, shortMoment } from '../times.ts'
import { readAround, recording } from './around.ts'
import { callPages } from './calls/pages.tsx'
import { draftPages } from './draft-pages.tsx'
import { ContactPage } from './page.tsx'
import { Promised } from './promised.tsx'
import { keeperOf, keptForLater } from './lost-session.ts'
import { save } from './save.ts'
import { whenWeRing } from './when-we-ring.ts'
import { isDraftId, isWorthKeeping, toKeep, type Typed, typedFrom } from './typed.ts'

/** Recording a contact, what is kept of it meanwhile, and the calls from which contacts come. */
export const contactPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/contacts/new',
    who: 'cases.write',
    handle: async (asked) => {
      // The draft stands in the address, so that reloading, going back or signing in again leads to the same one.
      if (!isDraftId(textIn(asked.query, 'draft'))) return { goTo: underNewDraft(asked.query) }
      return shown(asked, await typedAtFirst(asked), {})
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/contacts/new',
    // Whoever was signed out while typing must not lose what they typed.
    who: 'anybody',
    handle: async (somebody) => {
      const typed = typedFrom(somebody.fields)
      const { visitor } = somebody
      if (visitor?.standing !== 'in') return keptForLater(somebody, typed)
      if (!visitor.acting.may.has('cases.write'))
        return refused('not allowed', `this needs permission to ${permissions['cases.write']}`)
      const asked = { ...somebody, visitor }
      const wanted = textIn(asked.fields, 'do')
      if (wanted === 'save') return saved(asked, typed)
      const looked = await afterSearching(asked, typed, wanted)
      const kept = await keptAsDraft(asked, looked)
      const notice = wanted === 'keep' && kept ? 'Kept as a draft. Only you see it.' : undefined
      return shown(asked, looked, { notice })
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/contacts/recorded/:caseId',
    who: 'cases.read',
    handle: recordedPage,
  }),
  ...draftPages,
  ...callPages,
]

type AskedByStaff = PageAsked<Visitor>

interface Shown {
  readonly faults?: readonly Fault[]
  readonly asks?: readonly Asked[]
  readonly notice?: string | undefined
}

function underNewDraft(query: Fields): Url {
  const asked = ['customer', 'case', 'call', 'channel', 'matter'].map(
    (name) => [name, textIn(query, name)] as const,
  )
  const told = new URLSearchParams(
    asked.filter(([, value]) => value !== '').map(([name, value]) => [name, value]),
  )
  return `${local`/contacts/new?draft=${newId()}`}${told.size > 0 ? `&${told.toString()}` : ''}` as Url
}

/** What was typed before, or an empty page that speaks of a customer, a case or a call. */
async function typedAtFirst({ store, visitor, query }: AskedByStaff): Promise<Typed> {
  const draft = await readDraft(store, visitor.acting, textIn(query, 'draft'))
  if (isRefused(draft))
    return typedFrom({ ...query, ...(await whenItRang(store, visitor, textIn(query, 'call'))) })
  return typedFrom({ ...draft.fields, ...cameThen(draft, store.now()), draft: draft.draftId })
}

/** A draft of a call goes on later; but the call came when it was begun. */
function cameThen(
  { fields, startedAt }: { readonly fields: Fields; readonly startedAt: number },
  now: Instant,
): Fields {
  return textIn(fields, 'received') === '' ? receivedAt(startedAt, now) : {}
}

/** A call that is written down later came when it rang. */
async function whenItRang(store: Store, { acting }: Visitor, callId: string): Promise<Fields> {
  if (callId === '') return {}
  const read = await readCase(store, acting, callId)
  return isRefused(read) || read.case.first_at === null ? {} : receivedAt(read.case.first_at, store.now())
}

/** What came some minutes ago came now: nobody looks at the clock before lifting the receiver. */
function receivedAt(at: Instant, now: Instant): Fields {
  if (now - at < 10 * minute) return {}
  const [day = '', time = ''] = forFields(at).split('T')
  return { received: day, 'received-time': time }
}

async function saved(asked: AskedByStaff, typed: Typed): Promise<PageAnswer | Refused> {
  const around = await readAround(asked, typed)
  const done = await save(asked, typed, around)
  if ('caseId' in done)
    return {
      goTo: local`/contacts/recorded/${done.caseId}?done=${done.repeated === true ? 'before' : 'now'}`,
    }
  await keptAsDraft(asked, typed)
  return shown(asked, typed, done)
}

/**
 * Somebody who was chosen and is not among those found now is chosen no longer; and where “Find” finds one customer alone, it
 * is that one. While somebody is still typing nobody is chosen for them.
 */
async function afterSearching(asked: AskedByStaff, typed: Typed, wanted: string): Promise<Typed> {
  const { store, visitor } = asked
  if (!(wanted === 'find' || wanted === 'search') || typed.who === '') return typed
  const found = await findPersons(store, visitor.acting, { text: typed.who, why: recording })
  if (isRefused(found) || found.length === 0) return typed
  if (found.some(({ customerId }) => customerId === typed.customer)) return typed
  const only = wanted === 'find' && found.length === 1 ? found[0]?.customerId : undefined
  return { ...typed, customer: only ?? '', case: 'new' }
}

/** What was sent is kept before anything else can go wrong with it. */
async function keptAsDraft({ store, visitor }: AskedByStaff, typed: Typed): Promise<boolean> {
  if (!isWorthKeeping(typed)) return false
  return !isRefused(await keepDraft(store, visitor.acting, { draftId: typed.draft, fields: toKeep(typed) }))
}

async function shown(
  asked: AskedByStaff,
  typed: Typed,
  { faults = [], asks = [], notice }: Shown,
): Promise<PageAnswer> {
  const around = await readAround(asked, typed)
  return {
    title: 'Record a contact',
    content: (
      <ContactPage
        typed={typed}
        around={around}
        faults={faults}
        asks={asks}
        token={asked.formToken}
        keeper={keeperOf(asked)}
      />
    ),
    faults,
    notice,
    ...(faults.length > 0 && { status: 422 }),
  }
}

async function recordedPage({ store, visitor, params, query }: AskedByStaff): Promise<PageAnswer | Refused> {
  const { acting } = visitor
  const read = await readCase(store, acting, params['caseId'] ?? '')
  if (isRefused(read)) return read
  const customerId = read.case.customer_id
  const ids = customerId === null ? [] : [customerId]
  const names = await namesOfCustomers(store, acting, { ids, why: 'a contact recorded' })
  const promises = await readPromises(store, acting)
  const now = store.now()
  return {
    title: 'The contact is recorded',
    content: (
      <Promised
        read={read}
        promises={new Map(isRefused(promises) ? [] : promises.map(({ promise }) => [promise.id, promise]))}
        customer={names.get(customerId ?? '')}
        ringAt={await whenWeRing(store, acting, read.case.case_id)}
      />
    ),
    notice:
      textIn(query, 'done') === 'before'
        ? `This contact was recorded before, ${shortMoment(read.case.opened_at, now)}. It was not recorded a second time.`
        : undefined,
  }
}
