import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { faultOf } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import {
  gatherAccessCopy,
  readAccessCopy,
  readCopyItems,
  redactCopy,
  redactPassage,
} from '#store/access-requests/access-copy.ts'
import { possibleActs } from '#store/acts/possible-acts.ts'
import { readCasework } from '#store/casework/list-casework.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { namesFor } from '../casework/lines.ts'
import { ownActs } from '../casework/own-acts.ts'
import { pageFrom } from '../casework/paging.ts'
import { copyFile, copyJson } from './copy-file.tsx'
import { CopyPage, itemsPerPage } from './copy-page.tsx'
import { hiddenTyped } from './hidden-typed.ts'
import { PreviewPage } from './preview.tsx'
import { RequestPage } from './request-page.tsx'

/**
 * Access requests: who asks, what is held, what of it is hidden, and the copy that is given. A copy holds the whole file, and
 * who looked at it: it is made by whoever answers for customers’ data.
 */
export const accessRequestPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/access-requests/:caseId',
    who: 'words.read',
    handle: async (asked) => requestPage(asked),
  }),
  pageRoute({
    method: 'POST',
    path: '/access-requests/:caseId/gather',
    who: 'access-log.read',
    handle: async (asked) => {
      const caseId = idOf(asked)
      const copy = await gatherAccessCopy(asked.store, asked.visitor.acting, caseId)
      if (!isRefused(copy)) return { goTo: local`/access-requests/${caseId}?done=gathered` }
      return copy.because === 'not valid' ? requestPage(asked, copy) : copy
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/access-requests/:caseId/copy',
    who: 'access-log.read',
    handle: async (asked) => copyPage(asked, pageFrom(asked.query)),
  }),
  pageRoute({
    method: 'POST',
    path: '/access-requests/:caseId/copy',
    who: 'access-log.read',
    handle: async (asked) => {
      const { store, visitor, fields } = asked
      const caseId = idOf(asked)
      const from = pageFrom(fields)
      const items = await readCopyItems(store, visitor.acting, { caseId, from, limit: itemsPerPage })
      if (isRefused(items)) return items
      const done = await redactCopy(store, visitor.acting, { caseId, hide: hiddenTyped(fields, items) })
      if (isRefused(done)) return copyPage(asked, from, done)
      return { goTo: local`/access-requests/${caseId}/copy?from=${String(from)}&done=hidden` }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/access-requests/:caseId/hide',
    who: 'access-log.read',
    handle: async (asked) => {
      const caseId = idOf(asked)
      const passage = textIn(asked.fields, 'passage')
      const done = await redactPassage(asked.store, asked.visitor.acting, { caseId, passage })
      if (isRefused(done)) return done.because === 'not found' ? done : copyPage(asked, 0, done)
      return { goTo: local`/access-requests/${caseId}/copy?done=${done === 0 ? 'nowhere' : 'hidden'}` }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/access-requests/:caseId/preview',
    who: 'access-log.read',
    handle: async (asked) => {
      const items = await wholeCopy(asked)
      if (isRefused(items)) return items
      return {
        title: 'What will be given',
        back: { href: local`/access-requests/${idOf(asked)}`, text: `Access request ${idOf(asked)}` },
        content: <PreviewPage caseId={idOf(asked)} items={items} />,
      }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/access-requests/:caseId/copy.html',
    who: 'access-log.read',
    handle: async (asked) => {
      const items = await wholeCopy(asked)
      return isRefused(items) ? items : copyFile(items, asked.visitor.landlord.name, asked.store.now())
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/access-requests/:caseId/copy.json',
    who: 'access-log.read',
    handle: async (asked) => {
      const items = await wholeCopy(asked)
      return isRefused(items) ? items : copyJson(items, asked.visitor.landlord.name)
    },
  }),
]

function idOf({ params }: PageAsked<Visitor>): string {
  return params['caseId'] ?? ''
}

function wholeCopy(asked: PageAsked<Visitor>) {
  return readCopyItems(asked.store, asked.visitor.acting, { caseId: idOf(asked), limit: 20_000 })
}

async function requestPage(asked: PageAsked<Visitor>, refusal?: Refused) {
  const { store, visitor, query, formToken } = asked
  const { acting } = visitor
  const caseId = idOf(asked)
  const row = await readCasework(store, acting, caseId)
  if (isRefused(row)) return row
  if (row.case.kind !== 'access-request') return { goTo: local`/cases/${caseId}` }
  const [names, possible, copy] = await Promise.all([
    namesFor(store, acting, [row.case], `access request ${caseId}`),
    possibleActs(store, acting, caseId),
    readAccessCopy(store, acting, caseId),
  ])
  if (isRefused(possible)) return possible
  const notice = notices[textIn(query, 'done')]
  return {
    title: `Access request ${caseId}`,
    back: { href: local`/access-requests`, text: 'Access requests' },
    content: (
      <RequestPage
        {...{ row, names }}
        possible={ownActs(store, possible)}
        copy={isRefused(copy) ? undefined : copy}
        mayGive={acting.may.has('access-log.read')}
        now={store.now()}
        token={formToken}
      />
    ),
    ...(notice !== undefined && { notice }),
    ...(refusal !== undefined && { faults: [faultOf(refusal)], status: 422 }),
  }
}

async function copyPage(asked: PageAsked<Visitor>, from: number, refusal?: Refused) {
  const { store, visitor, query, formToken } = asked
  const caseId = idOf(asked)
  const copy = await readAccessCopy(store, visitor.acting, caseId)
  if (isRefused(copy)) return copy
  if (copy === undefined) return { goTo: local`/access-requests/${caseId}` }
  const items = await readCopyItems(store, visitor.acting, { caseId, from, limit: itemsPerPage })
  if (isRefused(items)) return items
  const faults = refusal === undefined ? [] : [faultOf(refusal)]
  const notice = notices[textIn(query, 'done')]
  return {
    title: 'Hide what is about others',
    back: { href: local`/access-requests/${caseId}`, text: `Access request ${caseId}` },
    content: <CopyPage {...{ copy, items, from, faults }} token={formToken} />,
    faults,
    ...(notice !== undefined && { notice }),
    ...(refusal !== undefined && { status: 422 }),
  }
}

const notices: Readonly<Record<string, string>> = {
  gathered: 'Everything held is gathered.',
  hidden: 'It is hidden.',
  nowhere: 'It stands nowhere in the copy. Nothing was hidden.',
  recorded: 'It is recorded.',
}
